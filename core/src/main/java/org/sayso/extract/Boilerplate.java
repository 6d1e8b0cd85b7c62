package org.sayso.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.sayso.table.Table;

/** Tells by tag, class and id what surrounds an article: related stories, sharing bars, comments. Immutable. */
final class Boilerplate {
    enum Kind {
        DROP,
        BAR,
        HIDDEN,
        SURE,
        KEEP,
        CAPTION,
        BYLINE
    }

    private static final Pattern INVISIBLE =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Set<String> IN_LINE =
            Set.of("a", "abbr", "b", "cite", "em", "i", "mark", "q", "span", "strong", "u");
    private static final Set<String> LINES = Set.of("p", "li", "blockquote", "td");
    private static final Set<String> NEVER = Set.of("body", "html", "main");
    private static final int LONGEST = 4;

    private final Map<String, Kind> words;
    /** The first words of all keys: most class names hold none of them. */
    private final Set<String> firsts;

    private final Set<String> containers;

    private Boilerplate(Map<String, Kind> words, Set<String> containers) {
        this.words = Map.copyOf(words);
        this.firsts = words.keySet().stream().map(key -> key.split(" ", 2)[0]).collect(Collectors.toUnmodifiableSet());
        this.containers = Set.copyOf(containers);
    }

    static Boilerplate load() {
        Map<String, Kind> words = new HashMap<>();
        for (List<String> row : Table.rows(Boilerplate.class, "boilerplate.tsv", 3)) {
            words.put(row.get(0), Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
        Set<String> containers = new HashSet<>();
        for (List<String> row : Table.rows(Boilerplate.class, "containers.tsv", 2)) {
            containers.add(row.get(0));
        }
        return new Boilerplate(words, containers);
    }

    /** What those elements are that are no part of an article by their tag, class or id. */
    Map<Element, Kind> kindsOf(List<Element> elements) {
        Map<String, Optional<Kind>> byNames = new HashMap<>();
        Map<Element, Kind> kinds = new HashMap<>();
        for (Element e : elements) {
            byTag(e).or(() -> byAttributes(e, byNames)).ifPresent(kind -> kinds.put(e, kind));
        }
        return kinds;
    }

    private static Optional<Kind> byTag(Element element) {
        return switch (element.normalName()) {
            case "nav", "aside", "menu" -> Optional.of(Kind.DROP);
            case "footer" -> Optional.of(Kind.SURE);
            case "figcaption", "caption" -> Optional.of(Kind.CAPTION);
            default -> Optional.empty();
        };
    }

    private Optional<Kind> byAttributes(Element element, Map<String, Optional<Kind>> byNames) {
        if (element.attributesSize() == 0 || NEVER.contains(element.normalName())) {
            return Optional.empty();
        }
        if (element.hasAttr("hidden")
                || (element.hasAttr("style")
                        && INVISIBLE.matcher(element.attr("style")).find())) {
            return Optional.of(Kind.HIDDEN);
        }
        Optional<Kind> kind = byNames.computeIfAbsent(element.className(), this::kindOf)
                .or(() -> byNames.computeIfAbsent(element.id(), this::kindOf));
        return kind.filter(k -> k == Kind.HIDDEN || !isInLine(element));
    }

    /** Whether the element is part of a sentence, as a link to a player's page is, so that leaving it out would tear a hole. */
    private static boolean isInLine(Element element) {
        Element around = element.parent();
        return IN_LINE.contains(element.normalName())
                && around != null
                && LINES.contains(around.normalName())
                && !around.ownText().isBlank();
    }

    Optional<Kind> kindOf(String names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String plain = plain(names);
        if (!holdsFirst(plain)) {
            return Optional.empty();
        }
        String[] parts = plain.split(" ");
        for (int i = 0; i < parts.length; i++) {
            if (!firsts.contains(parts[i])) {
                continue;
            }
            StringBuilder key = new StringBuilder();
            Kind found = null;
            int end = i;
            for (int j = i; j < Math.min(parts.length, i + LONGEST); j++) {
                key.append(j > i ? " " : "").append(parts[j]);
                Kind kind = words.get(key.toString());
                if (kind != null) {
                    found = kind;
                    end = j;
                }
            }
            if (found != null && found != Kind.KEEP) {
                return Optional.of(found);
            }
            i = end;
        }
        return Optional.empty();
    }

    /** Whether one of the words is the first of a key. */
    private boolean holdsFirst(String plain) {
        for (int start = 0; start < plain.length(); ) {
            int end = plain.indexOf(' ', start);
            end = end < 0 ? plain.length() : end;
            if (end > start && firsts.contains(plain.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** How much the markup itself says that this element holds the article: 1 for nothing. */
    double favour(Element element) {
        if (element.attr("itemprop").equals("articleBody")) {
            return 1.3;
        }
        String names = " " + plain(element.className() + " " + element.id()) + " ";
        for (String words : containers) {
            if (names.contains(" " + words + " ")) {
                return 1.1;
            }
        }
        return 1;
    }

    /** Names in lower case, parted by single spaces: "relatedPosts box-2" is "related posts box 2". */
    static String plain(String names) {
        StringBuilder plain = new StringBuilder(names.length() + 8);
        char before = ' ';
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            char lower = capital ? (char) (c + ('a' - 'A')) : c;
            boolean part = isPart(lower);
            boolean hump = capital && isPart(before);
            if ((hump || !part) && (plain.isEmpty() || plain.charAt(plain.length() - 1) != ' ')) {
                plain.append(' ');
            }
            if (part) {
                plain.append(lower);
            }
            before = c;
        }
        return plain.toString();
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
