package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.sayso.table.Table;

/** Finds who wrote an article: names, without their offices ("By ANN LEE, AP Diplomatic Writer"). Immutable. */
final class Bylines {
    /**
     * @param names of the authors, as printed
     * @param written the lines that they were taken from; an agency may stand in them
     */
    record Byline(List<String> names, List<String> written) {
        Byline {
            names = List.copyOf(names);
            written = List.copyOf(written);
        }
    }

    private static final List<String> FIELDS =
            List.of("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline");
    private static final Pattern PARTS = Pattern.compile("\\s*(?:,|;|\\band\\b|&|\\|)\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 60;
    /** An element that is a byline holds no more. */
    private static final int FEW_NODES = 6;

    private static final Set<String> LINKS = Set.of("a", "script", "style", "li");
    private static final int MOST_WORDS = 5;

    private final Pattern by;
    /** The letters with which bylines begin, in lower case: most elements are none for that alone. */
    private final String initials;

    private final Set<String> roles = new HashSet<>();

    private Bylines() {
        List<String> openings = new ArrayList<>();
        for (List<String> row : Table.rows(Bylines.class, "bylines.tsv", 3)) {
            if (row.get(1).equals("by")) {
                openings.add(row.get(0));
            } else {
                roles.add(row.get(0));
            }
        }
        by = Pattern.compile(
                openings.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(?:", ")[:\\s]+")),
                Pattern.CASE_INSENSITIVE);
        initials = openings.stream()
                .map(opening -> opening.substring(0, 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    static Bylines load() {
        return new Bylines();
    }

    /** What the page says in JSON-LD, else in meta elements, else in elements marked as a byline. */
    Byline of(Markup page, StructuredData data) {
        List<String> written = new ArrayList<>(data.authors());
        data.publisher().ifPresent(written::remove);
        for (String field : FIELDS) {
            if (written.isEmpty()) {
                page.meta(field).filter(value -> !isAddress(value)).ifPresent(written::add);
            }
        }
        Optional<Byline> said = Optional.of(new Byline(names(written), written))
                .filter(b -> !b.names().isEmpty());
        return said.or(() -> Optional.of(shown(page)).filter(b -> !b.names().isEmpty()))
                .or(() -> line(page))
                .orElseGet(() -> new Byline(names(data.authors()), data.authors()));
    }

    private Byline shown(Markup page) {
        List<String> written = new ArrayList<>();
        for (Element e : page.inBody()) {
            if (isMarked(e) && (written.isEmpty() || e.hasAttr("rel"))) {
                String text = ShownDay.text(e);
                if (!names(List.of(text)).isEmpty()) {
                    written.add(text);
                }
            }
        }
        return new Byline(names(written), written);
    }

    private static boolean isMarked(Element e) {
        if (e.attributesSize() == 0) {
            return false;
        }
        String itemprop = e.attributes().get("itemprop");
        return e.attributes().get("rel").equalsIgnoreCase("author")
                || itemprop.equalsIgnoreCase("author")
                || (itemprop.equals("name") && e.closest("[itemprop=author]") != null)
                || isNamed(e.attributes().get("class").toLowerCase(Locale.ROOT));
    }

    private static boolean isNamed(String names) {
        return (names.contains("byline") || names.contains("author"))
                && SPACE.splitAsStream(names).anyMatch(name -> name.equals("byline") || name.equals("author"));
    }

    /** A short line near the top that begins like a byline. */
    private Optional<Byline> line(Markup page) {
        Outline outline = page.outline();
        return IntStream.range(page.bodyNumber(), outline.size())
                .filter(n -> isSmall(outline.node(n)) && mayOpen(outline.initial(n)))
                .mapToObj(n -> ShownDay.text(outline.element(n)))
                .filter(text -> text.length() <= LONGEST && by.matcher(text).find())
                .map(text -> new Byline(names(List.of(text)), List.of(text)))
                .filter(b -> !b.names().isEmpty() && b.names().stream().allMatch(name -> name.indexOf(' ') > 0))
                .findFirst();
    }

    private static boolean isSmall(Node node) {
        return node instanceof Element e && e.childNodeSize() <= FEW_NODES && !LINKS.contains(e.normalName());
    }

    private boolean mayOpen(char initial) {
        return initials.indexOf(Character.toLowerCase(initial)) >= 0;
    }

    private List<String> names(List<String> written) {
        Set<String> names = new LinkedHashSet<>();
        for (String line : written) {
            String bare = by.matcher(line.strip()).replaceFirst("");
            List<String> parts = PARTS.splitAsStream(bare)
                    .map(String::strip)
                    .filter(this::isPlausible)
                    .toList();
            List<String> people = parts.stream().filter(part -> !hasRole(part)).toList();
            boolean full = people.stream().anyMatch(name -> name.indexOf(' ') > 0);
            people.stream().filter(name -> !full || name.indexOf(' ') > 0).forEach(names::add);
            if (people.isEmpty()) {
                parts.stream().findFirst().ifPresent(names::add);
            }
        }
        return List.copyOf(names);
    }

    private boolean isPlausible(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.split("\\s+").length <= MOST_WORDS
                && name.codePoints().noneMatch(c -> c == '/' || c == '@' || Character.isDigit(c))
                && !Character.isLowerCase(name.codePointAt(0))
                && Character.isLetter(name.codePointAt(0));
    }

    private boolean hasRole(String part) {
        return List.of(part.toLowerCase(Locale.ROOT).split("[\\s-]+")).stream().anyMatch(roles::contains);
    }

    private static boolean isAddress(String value) {
        return value.startsWith("http");
    }
}
