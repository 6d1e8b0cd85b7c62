package org.sayso.outlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;
import org.sayso.table.Table;

/** The outlets we know by name. Immutable and thread-safe. */
public final class Outlets {
    /** Words that may stand around a name without making it somebody else: "the Israeli newspaper Haaretz". */
    private static final Pattern GENERIC = Pattern.compile(
            "(?iu).*\\b(agency|newspaper|paper|daily|weekly|tabloid|magazine|website|site|outlet|portal|broadcaster|"
                    + "channel|television|tv|radio|network|station|service|wire|newswire|media|state-run|state-owned|"
                    + "state-controlled|pro-kremlin)\\s*,?\\s*");

    private static final Pattern GENERIC_AFTER = Pattern.compile(
            "(?iu)\\s+(news agency|news channel|news site|news website|news service|state news agency|newspaper|paper|daily|"
                    + "magazine|website|broadcaster|television|tv|radio|network|agency|newswire)$");

    /** A word for the trade right before a name. */
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?u)\\b(?<trade>(?:news ?agency|newspaper|daily|weekly|tabloid|magazine|broadcaster|news (?:outlet|site|website|portal)|"
                    + "(?:television|TV|radio) (?:channel|station|network))) "
                    + "(?<name>(?!(?i:mon|tues|wednes|thurs|fri|satur|sun)day)\\p{Lu}[\\p{L}\\p{N}’'-]+(?: \\p{Lu}[\\p{L}\\p{N}’'-]+){0,3})");

    private static final String NOWHERE = "ZZZ";

    /** "The National" and the like, which open longer names: "The National Unity Government". */
    private static final Pattern THE_WORD = Pattern.compile("The \\p{Lu}\\p{Ll}+");

    private static final Pattern GOES_ON = Pattern.compile(
            "(?u) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\\b)\\p{Lu}\\p{Ll}+");

    private static final Pattern MARKS_AROUND = Pattern.compile("^[\"“”‘'«(]+|[\"“”»),;:]+$");
    private static final Pattern POSSESSIVE = Pattern.compile("['’`]s?$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern THE = Pattern.compile("^[Tt]he\\s+");
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://");
    private static final Pattern AFTER_HOST = Pattern.compile("[/:?#].*$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.&/-]*");

    private final List<Outlet> all;
    private final Map<String, Outlet> byName = new HashMap<>();
    private final Map<String, Outlet> byDomain = new HashMap<>();
    /** Names safe in running text, by their first word; the longest first. */
    private final Map<String, List<Named>> running = new HashMap<>();

    private record Named(String name, Outlet outlet) {}

    private Outlets(List<List<String>> rows) {
        all = rows.stream().map(this::row).toList();
        running.values()
                .forEach(names ->
                        names.sort((a, b) -> b.name().length() - a.name().length()));
    }

    /** The outlets that ship with Sayso. */
    public static Outlets load() {
        return new Outlets(Table.rows(Outlets.class, "outlets.tsv", 6));
    }

    /** All of them, by name. */
    public List<Outlet> all() {
        return all;
    }

    /**
     * The outlet that these words, and nothing else, name: "The Washington Post", "the Post's" (no), "state news agency RIA
     * Novosti", "reuters.com". A leading "the", a possessive and a word for the trade do not count. Short names need {@link
     * #find(String, Collection)}.
     */
    public Optional<Outlet> find(String words) {
        String bare = bare(words);
        Outlet known = isName(bare) ? byName.get(key(bare, true)) : null;
        if (known == null) {
            known = byName.get(key(bare, false));
        }
        if (known != null
                && (bare.chars().anyMatch(Character::isUpperCase)
                        || known.aliases().contains(bare))) {
            return Optional.of(known);
        }
        Optional<Outlet> site = ofDomain(bare);
        if (site.isPresent()) {
            return site;
        }
        String shorter = GENERIC_AFTER.matcher(bare).replaceFirst("");
        return shorter.equals(bare) ? afterTrade(bare) : find(shorter);
    }

    /** As {@link #find(String)}, and short names ("the Post") of outlets that were named before, the latest of them last. */
    public Optional<Outlet> find(String words, Collection<Outlet> namedBefore) {
        Optional<Outlet> full = find(words);
        if (full.isPresent()) {
            return full;
        }
        String bare = THE.matcher(bare(words)).replaceFirst("");
        return namedBefore.stream().filter(o -> o.shortNames().contains(bare)).reduce((first, second) -> second);
    }

    /** The outlet of a web address or host name: "https://www.bbc.co.uk/news/1", "edition.cnn.com". */
    public Optional<Outlet> ofDomain(String addressOrHost) {
        if (addressOrHost.indexOf('.') < 0) {
            return Optional.empty();
        }
        String host = SCHEME.matcher(addressOrHost.toLowerCase(Locale.ROOT)).replaceFirst("");
        host = AFTER_HOST.matcher(host).replaceFirst("");
        while (host.contains(".")) {
            Outlet known = byDomain.get(host);
            if (known != null) {
                return Optional.of(known);
            }
            host = host.substring(host.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /**
     * Every outlet named in running text, in order; short names count once the full name has been read. So do names that we do
     * not know, once a word for the trade has said what they are: "the news outlet Mizzima".
     */
    public List<OutletMention> mentionsIn(String text) {
        List<OutletMention> found = new ArrayList<>();
        List<Outlet> before = new ArrayList<>(introduced(text));
        Matcher word = WORD.matcher(text);
        for (int from = 0; word.find(from); ) {
            int start = word.start();
            Optional<OutletMention> mention = mentionAt(text, start, word.group(), before);
            mention.ifPresent(m -> {
                found.add(m);
                before.add(m.outlet());
            });
            from = mention.map(m -> m.span().end()).orElse(word.end());
        }
        return found;
    }

    /** Those that the text itself says to be outlets, for names not in the list or too ordinary to count without that. */
    private List<Outlet> introduced(String text) {
        List<Outlet> all = new ArrayList<>();
        Matcher m = INTRODUCED.matcher(text);
        while (m.find()) {
            String name = m.group("name").replaceFirst("['’]s?$", "");
            Outlet.Kind kind = trade(m.group("trade"));
            Outlet known = byName.getOrDefault(
                    key(name, false), new Outlet(name, List.of(), List.of(), List.of(), kind, NOWHERE));
            boolean running = this.running.getOrDefault(firstWord(name), List.of()).stream()
                    .anyMatch(n -> name.startsWith(n.name()));
            if (!running && all.stream().noneMatch(o -> o.name().equals(known.name()))) {
                all.add(known);
            }
        }
        return all;
    }

    private static Outlet.Kind trade(String words) {
        return words.contains("agency")
                ? Outlet.Kind.AGENCY
                : words.matches("(?i).*(?:newspaper|daily|weekly|tabloid|magazine).*")
                        ? Outlet.Kind.PAPER
                        : words.matches("(?i).*(?:site|outlet|portal).*") ? Outlet.Kind.SITE : Outlet.Kind.BROADCASTER;
    }

    private Optional<OutletMention> mentionAt(String text, int start, String word, List<Outlet> before) {
        for (Named named : running.getOrDefault(firstWord(word), List.of())) {
            int end = start + named.name().length();
            boolean here = text.startsWith(named.name(), start) && !insideWord(text, end);
            boolean longer = here && THE_WORD.matcher(named.name()).matches() && goesOn(text, end);
            if (here && !longer) {
                return Optional.of(new OutletMention(new Span(start, end), named.outlet()));
            }
        }
        for (Outlet o : before) {
            int end = start + o.name().length();
            if (text.startsWith(o.name(), start) && !insideWord(text, end) && !isListed(o)) {
                return Optional.of(new OutletMention(new Span(start, end), o));
            }
        }
        boolean the = start >= 4
                && text.startsWith("he", start - 3)
                && (text.charAt(start - 4) == 't' || text.charAt(start - 4) == 'T')
                && Character.isWhitespace(text.charAt(start - 1));
        if (!the) {
            return Optional.empty();
        }
        String bare = bare(word);
        if (goesOn(text, start + bare.length())) {
            return Optional.empty();
        }
        return before.stream()
                .filter(o -> o.shortNames().contains(bare))
                .reduce((first, second) -> second)
                .map(o -> new OutletMention(new Span(start, start + bare.length()), o));
    }

    private static boolean goesOn(String text, int end) {
        return GOES_ON.matcher(text).region(end, text.length()).lookingAt();
    }

    /** Whether its name counts in running text without being introduced. */
    private boolean isListed(Outlet o) {
        return running.getOrDefault(firstWord(o.name()), List.of()).stream()
                .anyMatch(n -> n.name().equals(o.name()));
    }

    private static boolean insideWord(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        boolean more = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return Character.isLetterOrDigit(next) || ((next == '.' || next == '/') && more);
    }

    /** "Russian state news agency RIA Novosti": the name ends the words, and a word for the trade stands before it. */
    private Optional<Outlet> afterTrade(String bare) {
        if (!GENERIC.matcher(bare).lookingAt()) {
            return Optional.empty();
        }
        List<OutletMention> named = mentionsIn(bare);
        if (named.size() != 1 || named.getFirst().span().end() != bare.length()) {
            return Optional.empty();
        }
        String before = bare.substring(0, named.getFirst().span().start());
        return GENERIC.matcher(before).matches() ? Optional.of(named.getFirst().outlet()) : Optional.empty();
    }

    /** "The Paper" is one; "The paper" at the head of a sentence is not. */
    private static boolean isName(String bare) {
        return !bare.startsWith("The ") || bare.substring(4).chars().anyMatch(Character::isUpperCase);
    }

    private static String bare(String words) {
        String inner = MARKS_AROUND.matcher(words.strip()).replaceAll("");
        return BLANKS.matcher(POSSESSIVE.matcher(inner).replaceFirst("")).replaceAll(" ");
    }

    /** Names that are nothing without "The" keep it, and only a capital one counts: "The Times", not "the times". */
    private static String key(String bare, boolean keepThe) {
        if (keepThe) {
            return bare.startsWith("The ") ? "The " + bare.substring(4).toLowerCase(Locale.ROOT) : bare;
        }
        return (bare.startsWith("The ") || bare.startsWith("the ") ? bare.substring(4) : bare).toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String name) {
        Matcher word = WORD.matcher(name);
        if (!word.find()) {
            return name;
        }
        for (int i = word.start(); i < word.end(); i++) {
            if ("'’.".indexOf(name.charAt(i)) >= 0) {
                return name.substring(word.start(), i);
            }
        }
        return word.group();
    }

    private Outlet row(List<String> c) {
        List<String> names = new ArrayList<>(List.of(c.get(0)));
        names.addAll(parts(c.get(1)));
        List<String> plain = names.stream().map(n -> n.replaceFirst("^\\?", "")).toList();
        Outlet outlet = new Outlet(
                plain.getFirst(),
                plain.subList(1, plain.size()),
                parts(c.get(2)),
                parts(c.get(3)),
                Outlet.Kind.valueOf(c.get(4).toUpperCase(Locale.ROOT)),
                c.get(5));
        for (String marked : names) {
            boolean ordinary = marked.startsWith("?");
            String name = ordinary ? marked.substring(1) : marked;
            byName.putIfAbsent(name.startsWith("The ") ? key(name, true) : key(name, false), outlet);
            if (!ordinary) {
                running.computeIfAbsent(firstWord(name), w -> new ArrayList<>()).add(new Named(name, outlet));
            }
        }
        outlet.domains().forEach(d -> byDomain.putIfAbsent(d, outlet));
        return outlet;
    }

    private static List<String> parts(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\\|"));
    }
}
