package org.sayso.extract;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
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
    /** Letters at the beginning of a word that are looked at first. */
    private static final int BEGINNING = 3;

    static final double MOST_FAVOURED = 1.3;

    private final Map<String, Kind> words;
    /** The first words of all keys, and how many words the longest key has that begins so. */
    private final Map<String, Integer> firsts = new HashMap<>();
    /** How those begin, as {@link #beginning} says it: most class names hold no word that does. */
    private final BitSet beginnings = new BitSet();

    private final Set<String> containers;

    private Boilerplate(Map<String, Kind> words, Set<String> containers) {
        this.words = Map.copyOf(words);
        for (String key : words.keySet()) {
            String[] parts = key.split(" ");
            firsts.merge(parts[0], parts.length, Math::max);
        }
        this.containers = Set.copyOf(containers);
        for (String first : firsts.keySet()) {
            int beginning = 0;
            for (int i = 0; i < Math.min(first.length(), BEGINNING); i++) {
                beginning = beginning(beginning, first.charAt(i));
            }
            beginnings.set(beginning);
        }
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

    /** By number, what those elements below the body are that are no part of an article by their tag, class or id. */
    @Nullable
    Kind[] kindsIn(Markup page) {
        Outline outline = page.outline();
        Map<String, Optional<Kind>> byNames = new HashMap<>();
        Kind[] kinds = new Kind[outline.size()];
        for (int n = page.bodyNumber() + 1; n < outline.size(); n++) {
            if (outline.node(n) instanceof Element e) {
                kinds[n] = kindOf(e, byNames);
            }
        }
        return kinds;
    }

    private @Nullable Kind kindOf(Element element, Map<String, Optional<Kind>> byNames) {
        return switch (element.normalName()) {
            case "nav", "aside", "menu" -> Kind.DROP;
            case "footer" -> Kind.SURE;
            case "figcaption", "caption" -> Kind.CAPTION;
            case "body", "html", "main" -> null;
            default -> element.attributesSize() == 0 ? null : byAttributes(element, byNames);
        };
    }

    private @Nullable Kind byAttributes(Element element, Map<String, Optional<Kind>> byNames) {
        Attributes attributes = element.attributes();
        String style = attributes.get("style");
        if (attributes.hasKey("hidden")
                || (!style.isEmpty() && INVISIBLE.matcher(style).find())) {
            return Kind.HIDDEN;
        }
        return byNames.computeIfAbsent(attributes.get("class"), this::kindOf)
                .or(() -> kindOf(attributes.get("id")))
                .filter(kind -> kind == Kind.HIDDEN || !isInLine(element))
                .orElse(null);
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
        if (!mayHold(names)) {
            return Optional.empty();
        }
        String[] parts = plain(names).split(" ");
        for (int i = 0; i < parts.length; i++) {
            int most = firsts.getOrDefault(parts[i], 0);
            String key = "";
            Kind found = null;
            int end = i;
            for (int j = i; j < Math.min(parts.length, i + most); j++) {
                key = j == i ? parts[j] : key + " " + parts[j];
                Kind kind = words.get(key);
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

    /** Whether one of the words of {@link #plain} begins as a key does. */
    private boolean mayHold(String names) {
        int beginning = 0;
        int length = 0;
        char before = ' ';
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            char lower = lower(c);
            if (!isPart(lower) || (c != lower && isPart(before))) {
                if (beginnings.get(beginning)) {
                    return true;
                }
                beginning = 0;
                length = 0;
            }
            if (isPart(lower) && length < BEGINNING) {
                beginning = beginning(beginning, lower);
                length++;
            }
            before = c;
        }
        return beginnings.get(beginning);
    }

    /** The number of the first letters of a word: that of those before, and one more. */
    private static int beginning(int before, char letter) {
        return before * 37 + (letter >= 'a' ? letter - 'a' + 1 : letter - '0' + 27);
    }

    /** How much the markup itself says that this element holds the article: 1 for nothing. */
    double favour(Element element) {
        if (element.attr("itemprop").equals("articleBody")) {
            return MOST_FAVOURED;
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
            char lower = lower(c);
            boolean part = isPart(lower);
            boolean hump = c != lower && isPart(before);
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

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
