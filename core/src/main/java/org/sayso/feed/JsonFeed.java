package org.sayso.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), item by item: those before a break are kept. For one feed, on one thread. */
final class JsonFeed {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private final FeedDates dates;
    private final URI at;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private Optional<String> title = Optional.empty();
    private boolean isFeed;
    private int without;

    JsonFeed(FeedDates dates, URI at) {
        this.dates = dates;
        this.at = at;
    }

    Parsed parse(String text) {
        boolean cutOff = false;
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields(parser);
            }
        } catch (IOException broken) {
            cutOff = true;
        }
        if (!isFeed) {
            return new Parsed.NoFeed("JSON, but no JSON Feed", List.of());
        }
        return new Feed(Feed.Kind.JSON_FEED, title, Optional.empty(), List.copyOf(entries.values()), without, cutOff);
    }

    private void fields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                isFeed = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    item(MAPPER.readTree(parser));
                }
            } else {
                JsonNode field = MAPPER.readTree(parser);
                isFeed |= name.equals("version") && field.asText().contains("jsonfeed.org");
                title = name.equals("title") ? Optional.of(field.asText()) : title;
            }
        }
    }

    private void item(JsonNode item) {
        Optional<String> address = text(item, "url")
                .or(() -> text(item, "external_url"))
                .or(() -> text(item, "id").filter(id -> id.matches("(?i)https?://.+")))
                .flatMap(a -> FeedParser.address(a, at));
        address.ifPresentOrElse(
                a -> entries.putIfAbsent(
                        a,
                        new Entry(
                                a,
                                text(item, "title").map(XmlFeed::plain),
                                text(item, "date_published").flatMap(d -> dates.read(d, Optional.empty())),
                                text(item, "date_modified").flatMap(d -> dates.read(d, Optional.empty())))),
                () -> without++);
    }

    private static Optional<String> text(JsonNode item, String name) {
        return Optional.of(item.path(name).asText("").strip()).filter(t -> !t.isEmpty());
    }
}
