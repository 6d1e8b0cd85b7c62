package org.sayso.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself in JSON-LD (schema.org): a witness beside the mark-up. Blocks that are not JSON are passed over,
 * as browsers do. For one page.
 */
final class StructuredData {
    /** One entry of a live blog: its headline if any, and its paragraphs. */
    record Update(List<String> paragraphs, Optional<String> published) {
        Update {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    private static final Set<String> KINDS =
            Set.of("Article", "Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting");
    private static final Set<String> PAGES = Set.of("Page");
    private static final String LIVE = "LiveBlogPosting";

    private final List<JsonNode> nodes = new ArrayList<>();
    /** For each of the nodes. */
    private final List<Element> scripts = new ArrayList<>();

    private final List<JsonNode> articles;
    private final List<JsonNode> articlesAndPages;
    private final Optional<String> body;

    private StructuredData(Markup page) {
        for (Element script : page.all("script")) {
            if (script.attr("type").contains("ld+json")) {
                JsonLd.parse(script.data()).ifPresent(root -> {
                    for (JsonNode node : JsonLd.objects(root)) {
                        nodes.add(node);
                        scripts.add(script);
                    }
                });
            }
        }
        Set<JsonNode> entries = Collections.newSetFromMap(new IdentityHashMap<>());
        nodes.forEach(node -> node.path("liveBlogUpdate").forEach(entries::add));
        articles = nodes.stream()
                .filter(n -> isOf(n, KINDS) && !entries.contains(n))
                .toList();
        articlesAndPages = new ArrayList<>(articles);
        nodes.stream().filter(n -> isOf(n, PAGES)).forEach(articlesAndPages::add);
        body = first(articles, "articleBody").map(JsonLd::plain);
    }

    static StructuredData of(Markup page) {
        return new StructuredData(page);
    }

    private static boolean isOf(JsonNode node, Set<String> kinds) {
        return node.has("@type")
                && JsonLd.types(node).stream().anyMatch(type -> kinds.stream().anyMatch(type::endsWith));
    }

    Optional<String> headline() {
        return first(articles, "headline").or(() -> first(articles, "name"));
    }

    /** The article's text, tags removed. */
    Optional<String> body() {
        return body;
    }

    /** The script in which the article's text, or its live blog, stands. */
    Optional<Element> bodyScript() {
        for (int i = 0; i < nodes.size(); i++) {
            if (isOf(nodes.get(i), KINDS)
                    && (nodes.get(i).has("articleBody") || nodes.get(i).has("liveBlogUpdate"))) {
                return Optional.of(scripts.get(i));
            }
        }
        return Optional.empty();
    }

    /** The entries of a live blog, as the page lists them. */
    List<Update> updates() {
        List<Update> updates = new ArrayList<>();
        for (JsonNode node : articles) {
            if (isOf(node, Set.of(LIVE)) && updates.isEmpty()) {
                for (JsonNode update : node.path("liveBlogUpdate")) {
                    List<String> paragraphs = new ArrayList<>();
                    JsonLd.value(update, "headline").map(JsonLd::plain).ifPresent(paragraphs::add);
                    JsonLd.value(update, "articleBody")
                            .map(JsonLd::plain)
                            .ifPresent(body -> paragraphs.addAll(JsonLd.paragraphs(body)));
                    if (!paragraphs.isEmpty()) {
                        updates.add(new Update(paragraphs, JsonLd.value(update, "datePublished")));
                    }
                }
            }
        }
        return updates;
    }

    Optional<String> published() {
        return first(articlesAndPages, "datePublished").or(() -> first(articles, "dateCreated"));
    }

    Optional<String> modified() {
        return first(articlesAndPages, "dateModified");
    }

    /** When a video on the page was put there: a day to fall back on. */
    Optional<String> uploaded() {
        return first(nodes, "uploadDate");
    }

    Optional<String> description() {
        return first(articles, "description").map(JsonLd::plain);
    }

    Optional<String> language() {
        return first(articlesAndPages, "inLanguage");
    }

    /** The number of words that the article is said to have. */
    Optional<Integer> wordCount() {
        return first(articles, "wordCount").filter(n -> n.matches("\\d{1,6}")).map(Integer::parseInt);
    }

    /** Whether the publisher marks the article, or a part of it, as paid for. */
    boolean isPaidFor() {
        return articlesAndPages.stream()
                .anyMatch(n -> isPaidFor(n) || parts(n).stream().anyMatch(StructuredData::isPaidFor));
    }

    private static List<JsonNode> parts(JsonNode node) {
        JsonNode part = node.path("hasPart");
        List<JsonNode> parts = new ArrayList<>();
        (part.isArray() ? part : List.of(part)).forEach(parts::add);
        return parts;
    }

    private static boolean isPaidFor(JsonNode node) {
        return node.path("isAccessibleForFree").asText("").equalsIgnoreCase("false");
    }

    List<String> authors() {
        return articles.stream()
                .map(n -> names(n.path("author")))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    Optional<String> publisher() {
        for (String field : List.of("publisher", "sourceOrganization", "isPartOf")) {
            for (JsonNode node : articlesAndPages) {
                List<String> names = names(node.path(field));
                if (!names.isEmpty()) {
                    return Optional.of(names.getFirst());
                }
            }
        }
        return Optional.empty();
    }

    List<String> section() {
        return articles.stream()
                .map(n -> JsonLd.values(n, "articleSection"))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Keywords; one string may hold several, parted by commas. */
    List<String> keywords() {
        return articles.stream()
                .map(n -> JsonLd.values(n, "keywords"))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<String> first(List<JsonNode> nodes, String field) {
        return nodes.stream()
                .flatMap(node -> JsonLd.value(node, field).stream())
                .findFirst();
    }

    private List<String> names(JsonNode who) {
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
                    names.add(JsonLd.plain(n.asText()));
                }
            });
        });
        return List.copyOf(names);
    }
}
