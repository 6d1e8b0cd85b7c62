package org.sayso.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;

/** JSON in pages, read as leniently as browsers and search engines do. */
final class JsonLd {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int MOST_NODES = 20_000;

    private JsonLd() {}

    /** JSON as pages write it: perhaps inside a comment or CDATA, perhaps with a stray semicolon. */
    static Optional<JsonNode> parse(String script) {
        String json = script.replace("<![CDATA[", "")
                .replace("]]>", "")
                .replace("<!--", "")
                .replace("-->", "")
                .strip();
        if (json.endsWith(";")) {
            json = json.substring(0, json.length() - 1);
        }
        try {
            JsonNode node = JSON.readTree(json);
            return node == null ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** All objects below a node, outer ones first. */
    static List<JsonNode> objects(JsonNode root) {
        List<JsonNode> objects = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && objects.size() < MOST_NODES) {
            JsonNode node = open.removeFirst();
            if (node.isObject()) {
                objects.add(node);
            }
            if (node.isContainerNode()) {
                node.forEach(open::addLast);
            }
        }
        return objects;
    }

    static Set<String> types(JsonNode node) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = node.path("@type");
        (type.isArray() ? type : List.of(type)).forEach(t -> types.add(t.asText("")));
        return types;
    }

    /** The plain value of a field, or the first of its values. */
    static Optional<String> value(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        return value.isValueNode() && !value.isNull() && !value.asText("").isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    /** All strings of a field. */
    static List<String> values(JsonNode node, String field) {
        JsonNode value = node.path(field);
        List<String> values = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(n -> {
            if (n.isTextual() && !n.asText().isBlank()) {
                values.add(plain(n.asText()));
            }
        });
        return values;
    }

    /** Text without the tags and character references that some publishers leave in JSON. */
    static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text.strip()
                : Jsoup.parse(text.replace("</p>", "</p>\n\n")).wholeText().strip();
    }

    /** The paragraphs of a text in JSON. */
    static List<String> paragraphs(String text) {
        return List.of(text.strip().split("\\s*\n\\s*"));
    }
}
