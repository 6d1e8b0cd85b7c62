package org.sayso.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** One line of JSON Lines as a document, ours or an item of ninjs; where {@code text} is given, {@code html} is not looked at. */
final class JsonLine {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLine() {}

    /** @param place file and line; also the document's name where the line gives no id */
    static Incoming read(String line, String place, Given given) {
        try {
            return item(MAPPER.readTree(line), place, given);
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return bad(place, "not JSON at column " + column + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    /** A document of ours or an item of ninjs. */
    static Incoming item(JsonNode node, String place, Given given) {
        try {
            if (!node.isObject()) {
                return bad(place, "a document is a JSON object, not " + node.getNodeType());
            }
            return Ninjs.isItem(node.propertyStream().map(Map.Entry::getKey).toList())
                    ? Ninjs.item(node, place).incoming(place, given)
                    : document(node, place, given);
        } catch (Wrong e) {
            return bad(place, e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static Incoming document(JsonNode node, String place, Given given) throws Wrong {
        Given stated = new Given(string(node, "url"), string(node, "publisher"), published(node), string(node, "title"))
                .or(given);
        String id = id(node).orElse(place);
        Optional<String> text = whole(node, "text");
        Optional<String> html = whole(node, "html");
        Optional<Page.Content> content = text.<Page.Content>map(Page.Plain::new).or(() -> html.map(Page.Html::new));
        if (content.isEmpty()) {
            return Incoming.missed(place, Outcome.Reason.EMPTY, "document " + id + " has neither text nor html");
        }
        return text.or(() -> html).orElseThrow().isBlank()
                ? Incoming.missed(place, Outcome.Reason.EMPTY, "document " + id + " is blank")
                : new Incoming.Arrived(stated.page(id, content.get()));
    }

    private static Optional<String> id(JsonNode node) throws Wrong {
        JsonNode id = node.path("id");
        return id.isNumber() ? Optional.of(id.asText()) : string(node, "id");
    }

    static Optional<String> string(JsonNode node, String field) throws Wrong {
        return string(field, node.path(field));
    }

    static Optional<String> string(String field, JsonNode value) throws Wrong {
        return whole(field, value).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** The value to the character. */
    static Optional<String> whole(JsonNode node, String field) throws Wrong {
        return whole(field, node.path(field));
    }

    private static Optional<String> whole(String field, JsonNode value) throws Wrong {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new Wrong(field + " is no string but " + value.getNodeType());
        }
        String text = value.asText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new Wrong(field + " holds half a surrogate pair at " + i);
            }
        }
        return Optional.of(text);
    }

    /** A date, or the date at the place of an instant with its offset. */
    private static Optional<LocalDate> published(JsonNode node) throws Wrong {
        Optional<String> written = string(node, "published");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            String date = written.get();
            return Optional.of(
                    date.length() <= 10
                            ? LocalDate.parse(date)
                            : OffsetDateTime.parse(date).toLocalDate());
        } catch (DateTimeParseException e) {
            throw new Wrong("published is neither an ISO date nor an instant: \"" + written.get() + "\"", e);
        }
    }

    private static Incoming bad(String place, String message) {
        return Incoming.missed(place, Outcome.Reason.BAD_JSON, message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** What is wrong with a field. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }

        Wrong(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
