package org.sayso.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of pages that a browser builds from JSON ({@code __NEXT_DATA__} and its like): the list whose entries hold most
 * prose. Asked only where the mark-up holds no article.
 */
final class EmbeddedText {
    private static final Set<String> FIELDS =
            Set.of("text", "content", "body", "html", "paragraph", "value", "articleBody");
    private static final int PROSE = 60;
    private static final int MOST_NODES = 50_000;

    private EmbeddedText() {}

    /** Paragraphs, or empty. */
    static List<String> in(Document page) {
        List<String> best = List.of();
        for (Element script : page.select("script[type=application/json], script#__NEXT_DATA__")) {
            List<String> found = StructuredData.parse(script.data())
                    .map(EmbeddedText::largest)
                    .orElse(List.of());
            if (size(found) > size(best)) {
                best = found;
            }
        }
        return best;
    }

    private record Place(JsonNode node, int list) {}

    /** Strings are gathered by the array that they stand in, so that the teasers beside an article stay apart from it. */
    private static List<String> largest(JsonNode root) {
        Map<Integer, List<String>> byList = new LinkedHashMap<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(root, 0)));
        int lists = 0;
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            Place place = open.removeFirst();
            JsonNode node = place.node();
            if (node.isArray()) {
                lists++;
                for (JsonNode item : node) {
                    take(item, lists, byList);
                    open.addLast(new Place(item, lists));
                }
            } else if (node.isObject()) {
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    if (FIELDS.contains(field.getKey())) {
                        take(field.getValue(), place.list(), byList);
                    }
                    open.addLast(new Place(field.getValue(), place.list()));
                }
            }
        }
        List<String> best = List.of();
        for (List<String> each : byList.values()) {
            best = size(each) > size(best) ? each : best;
        }
        return best;
    }

    private static void take(JsonNode value, int list, Map<Integer, List<String>> byList) {
        if (value.isTextual()
                && value.asText().length() >= PROSE
                && value.asText().indexOf(' ') > 0) {
            byList.computeIfAbsent(list, k -> new ArrayList<>()).add(StructuredData.plain(value.asText()));
        }
    }

    private static int size(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
