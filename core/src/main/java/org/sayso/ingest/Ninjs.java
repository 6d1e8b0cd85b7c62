package org.sayso.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;

/**
 * ninjs (IPTC's news in JSON): one object, a list, or several after one another. Version 1 has {@code headline} and {@code
 * body_xhtml}, version 2 lists with roles ({@code headlines}, {@code bodies}); both are read at once. Quirk: Superdesk writes
 * {@code guid} for {@code uri}.
 */
final class Ninjs {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> MARKS = Set.of(
            "headline", "headlines", "bodies", "body_xhtml", "body_html", "body_text", "pubstatus", "versioncreated");

    /** Fields of a line of our own, which has {@code text} or {@code html}. */
    private static final Set<String> OURS = Set.of("text", "html");

    /** When the version was made, before when its content or its first version was. */
    private static final List<String> DAYS = List.of("versioncreated", "contentcreated", "firstcreated");

    private static final Pattern FIELD = Pattern.compile("body_.*(?:html|nitf|xml|text).*");

    private Ninjs() {}

    /**
     * Whether what stands there is ninjs and no line of JSON Lines: it spans lines, or is a list.
     *
     * @param text of which the end may be missing
     */
    static boolean opens(String text, int start) {
        boolean list = text.charAt(start) == '[';
        Set<String> names = new HashSet<>();
        int end = text.length();
        try (JsonParser parser = MAPPER.createParser(text.substring(start))) {
            for (int open = 0; open < (list ? 2 : 1); open++) {
                parser.nextToken();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            end = start + (int) parser.currentLocation().getCharOffset();
        } catch (IOException brokenOrLonger) {
            end = text.length();
        }
        return isItem(names) && (list || text.substring(start, end).contains("\n"));
    }

    static boolean isItem(Collection<String> names) {
        return (names.contains("uri") || names.contains("guid"))
                && MARKS.stream().anyMatch(names::contains)
                && OURS.stream().noneMatch(names::contains);
    }

    /** The items in order; where there are several, each has its line as its place. */
    static List<Incoming> items(String text, String place, Given given) {
        List<Incoming> told = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (nodes.hasNextValue()) {
                boolean list = nodes.getParser().getParsingContext().inArray() || !told.isEmpty();
                String at =
                        place + ":" + nodes.getParser().currentTokenLocation().getLineNr();
                told.add(JsonLine.item(nodes.nextValue(), list ? at : place, given));
            }
        } catch (JsonProcessingException e) {
            told.add(Incoming.missed(
                    place,
                    Reason.BAD_JSON,
                    "not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    static NewsItem item(JsonNode node, String place) throws JsonLine.Wrong {
        List<String> days = new ArrayList<>();
        for (String field : DAYS) {
            days.addAll(all(node, field));
        }
        return new NewsItem(
                first(node, "uri", "guid").orElse(place),
                first(node, "type"),
                first(node, "pubstatus"),
                first(node, "headline", "headlines", "title"),
                first(node, "provider", "infosource", "infosources", "copyrightholder"),
                NewsItem.day(days.stream()),
                first(node, "language"),
                all(node, "byline", "bylines", "by"),
                Optional.empty(),
                body(node));
    }

    /** @param type media type, or the name of a field: "body_xhtml" */
    private record Body(String type, String value) {
        int rank() {
            return type.contains("html") ? 0 : type.contains("nitf") || type.contains("xml") ? 1 : 2;
        }
    }

    /** Mark-up before text. */
    private static Optional<Page.Content> body(JsonNode node) throws JsonLine.Wrong {
        List<Body> bodies = new ArrayList<>();
        for (JsonNode body : node.path("bodies")) {
            String type = body.path("contenttype").asText("").toLowerCase(Locale.ROOT);
            bodies.add(new Body(type, JsonLine.whole(body, "value").orElse("")));
        }
        for (var field : node.properties()) {
            if (FIELD.matcher(field.getKey()).matches()) {
                bodies.add(new Body(
                        field.getKey(), JsonLine.whole(node, field.getKey()).orElse("")));
            }
        }
        return bodies.stream()
                .filter(body -> !body.value().isBlank())
                .min(Comparator.comparingInt(Body::rank))
                .map(body -> NewsItem.body(body.type(), body.value()));
    }

    private static Optional<String> first(JsonNode node, String... fields) throws JsonLine.Wrong {
        return all(node, fields).stream().findFirst();
    }

    /**
     * What the first of the fields says that says anything: a string, or the values or names of a list, the one with the
     * role "main" first.
     */
    private static List<String> all(JsonNode node, String... fields) throws JsonLine.Wrong {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fields.length && all.isEmpty(); i++) {
            JsonNode said = node.path(fields[i]);
            for (JsonNode one : said.isArray() ? said : List.of(said)) {
                JsonNode named = one.path(one.has("value") ? "value" : "name");
                Optional<String> value = JsonLine.string(fields[i], one.isObject() ? named : one);
                boolean main = one.path("role").asText("").equals("main");
                value.ifPresent(v -> all.add(main ? 0 : all.size(), v));
            }
        }
        return all;
    }
}
