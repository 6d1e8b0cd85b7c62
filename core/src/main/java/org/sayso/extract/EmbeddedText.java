package org.sayso.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sayso.model.Extraction.Witness;

/**
 * The text of pages that a browser builds from JSON ({@code __NEXT_DATA__}, {@code Fusion.globalContent} and their like): the list
 * whose entries hold most prose. Asked only where the mark-up holds no article.
 */
final class EmbeddedText {
    private static final Set<String> FIELDS =
            Set.of("text", "content", "body", "html", "paragraph", "value", "articleBody");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?:Fusion\\.globalContent|__(?:INITIAL|PRELOADED|APOLLO|NUXT)\\w*__|__(?:INITIAL|PRELOADED)_\\w+|__DATA__|__STATE__)\\s*=\\s*\\{");
    private static final int PROSE = 60;
    private static final int MOST_NODES = 50_000;

    private EmbeddedText() {}

    /** The account that the page's JSON gives, or empty. */
    static Optional<Candidate> in(Markup page) {
        Optional<Candidate> best = Optional.empty();
        int most = 0;
        for (Element script : page.all("script")) {
            Optional<JsonNode> json = json(script);
            List<String> found = json.map(EmbeddedText::largest).orElse(List.of());
            if (size(found) > most) {
                most = size(found);
                best = Optional.of(Candidate.ofScript(Witness.EMBEDDED_JSON, page.outline(), script, found));
            }
        }
        return best;
    }

    /** JSON that stands in a script alone, or is given to a variable there ({@code window.Fusion.globalContent = {…};}). */
    private static Optional<JsonNode> json(Element script) {
        String type = script.attr("type");
        if (type.equals("application/json") || script.id().equals("__NEXT_DATA__")) {
            return JsonLd.parse(script.data());
        }
        if (script.hasAttr("src") || type.contains("ld+json")) {
            return Optional.empty();
        }
        Matcher m = ASSIGNED.matcher(script.data());
        return m.find() ? JsonLd.parse(objectAt(script.data(), m.end() - 1)) : Optional.empty();
    }

    /** The object that opens at the index, up to the brace that closes it; strings may hold braces. */
    private static String objectAt(String script, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < script.length(); i++) {
            char c = script.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return script.substring(start, i + 1);
            }
        }
        return "";
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
            byList.computeIfAbsent(list, k -> new ArrayList<>()).add(JsonLd.plain(value.asText()));
        }
    }

    private static int size(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
