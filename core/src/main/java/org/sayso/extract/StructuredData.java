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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself in JSON-LD (schema.org): a witness beside the mark-up. Blocks that are not JSON are passed over,
 * as browsers do.
 *
 * @param body the article's text, tags removed
 * @param free false where the publisher marks the text as paid for
 */
record StructuredData(
        Optional<String> headline,
        Optional<String> body,
        Optional<String> published,
        Optional<String> modified,
        List<String> authors,
        Optional<String> publisher,
        List<String> section,
        Optional<String> language,
        boolean free) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Set<String> KINDS =
            Set.of("Article", "Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting");
    private static final int MOST_NODES = 20_000;

    StructuredData {
        authors = List.copyOf(authors);
        section = List.copyOf(section);
    }

    static StructuredData of(Document page) {
        List<JsonNode> nodes = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            parse(script.data()).ifPresent(root -> collect(root, nodes));
        }
        List<JsonNode> articles =
                nodes.stream().filter(StructuredData::isArticle).toList();
        List<JsonNode> pages = nodes.stream()
                .filter(n -> types(n).stream().anyMatch(t -> t.endsWith("Page")))
                .toList();
        List<JsonNode> both = new ArrayList<>(articles);
        both.addAll(pages);
        boolean free = articles.stream()
                .noneMatch(n -> n.path("isAccessibleForFree").asText("").equalsIgnoreCase("false"));
        return new StructuredData(
                first(articles, "headline").or(() -> first(articles, "name")),
                first(articles, "articleBody").map(StructuredData::plain),
                first(both, "datePublished").or(() -> first(articles, "dateCreated")),
                first(both, "dateModified").or(() -> first(nodes, "uploadDate")),
                articles.stream()
                        .map(n -> names(n.path("author"), nodes))
                        .filter(list -> !list.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                publisher(both, nodes),
                section(articles),
                first(both, "inLanguage"),
                free);
    }

    private static Optional<String> publisher(List<JsonNode> both, List<JsonNode> nodes) {
        for (String field : List.of("publisher", "sourceOrganization", "isPartOf")) {
            for (JsonNode node : both) {
                List<String> names = names(node.path(field), nodes);
                if (!names.isEmpty()) {
                    return Optional.of(names.getFirst());
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> section(List<JsonNode> articles) {
        for (JsonNode node : articles) {
            JsonNode section = node.path("articleSection");
            List<String> found = new ArrayList<>();
            (section.isArray() ? section : List.of(section)).forEach(n -> {
                if (n.isTextual() && !n.asText().isBlank()) {
                    found.add(plain(n.asText()));
                }
            });
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

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
    private static void collect(JsonNode root, List<JsonNode> into) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && into.size() < MOST_NODES) {
            JsonNode node = open.removeFirst();
            if (node.isObject()) {
                into.add(node);
            }
            if (node.isContainerNode()) {
                node.forEach(open::addLast);
            }
        }
    }

    private static boolean isArticle(JsonNode node) {
        return types(node).stream().anyMatch(type -> KINDS.stream().anyMatch(type::endsWith));
    }

    private static Set<String> types(JsonNode node) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = node.path("@type");
        (type.isArray() ? type : List.of(type)).forEach(t -> types.add(t.asText("")));
        return types;
    }

    private static Optional<String> first(List<JsonNode> nodes, String field) {
        for (JsonNode node : nodes) {
            JsonNode value = node.path(field);
            if (value.isArray() && !value.isEmpty()) {
                value = value.get(0);
            }
            if (value.isValueNode() && !value.asText("").isBlank() && !value.isNull()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }

    private static List<String> names(JsonNode who, List<JsonNode> nodes) {
        Set<String> names = new LinkedHashSet<>();
        (who.isArray() ? who : List.of(who)).forEach(one -> {
            JsonNode named = one;
            String id = one.path("@id").asText("");
            if (one.isObject() && !one.has("name") && !id.isEmpty()) {
                named = nodes.stream()
                        .filter(n -> n.has("name") && n.path("@id").asText("").equals(id))
                        .findFirst()
                        .orElse(one);
            }
            JsonNode name = named.isObject() ? named.path("name") : named;
            (name.isArray() ? name : List.of(name)).forEach(n -> {
                if (n.isTextual() && !n.asText().isBlank()) {
                    names.add(plain(n.asText()));
                }
            });
        });
        return List.copyOf(names);
    }

    /** Text without the tags and character references that some publishers leave in JSON. */
    static String plain(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0
                ? text.strip()
                : Jsoup.parse(text.replace("</p>", "</p>\n\n")).wholeText().strip();
    }
}
