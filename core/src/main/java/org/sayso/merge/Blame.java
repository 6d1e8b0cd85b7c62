package org.sayso.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Span;

/**
 * Accounts of who did it, where that is contested: "an Israeli air strike", "a rocket launch by Islamic Jihad", "accuses the
 * army of bombing", "our aircraft struck the market". Contested it is where somebody denies a deed as his. Each author who
 * denies, and each whom a denier names instead, is one claim, whether or not an event was found in the words. Said in doubt
 * ("whether it was …") it blames nobody.
 */
final class Blame {
    private static final Pattern MISFIRE = Pattern.compile(
            "(?iu)\\b(?:mis-?fired|failed|errant|stray|malfunctioning) (?:[\\p{L}-]+ ){0,3}(?:rocket|missile|launch|projectile|shell|munition)");

    private static final Pattern DOUBT =
            Pattern.compile("(?iu)\\b(?:whether|if|not|n['’]t|unclear|no|never|neither|would|could)\\b");

    private static final String NOUN = any("noun");
    private static final String PAST = any("past");
    private static final String GERUND = any("gerund");
    private static final String ARM = any("arm");
    private static final String HAD = "(?:had |has |have )?";
    private static final String DID = HAD
            + "(?:carried out|carry out|staged|launched|mounted|perpetrated|committed|conducted) (?:the |an? |this |that |any )?(?:\\p{Ll}+ )?"
            + NOUN;

    /** Any deed, of whomever. */
    private static final Pattern DEED = Pattern.compile("(?iu)\\b(?:" + NOUN + "|" + PAST + ")\\b");

    private static final Pattern OWN = Pattern.compile("(?iu)\\b(?:its|their|his|our|it|they|we)\\b");

    /** A source's own deed: "our aircraft struck", "one of its planes had hit", "they carried out the attack". */
    private static final Pattern SELF = Pattern.compile("(?iu)\\b(?:its|their|our)(?: own)?(?: " + ARM + "){1,2} " + HAD
            + PAST + "\\b|\\b(?:it|they|we) (?:" + DID + "|(?:was|were) behind)\\b");

    private final Names names;
    private final SidesNamed sides;
    private final Map<String, Pattern> patterns = new TreeMap<>();

    Blame(Names names, SidesNamed sides) {
        this.names = names;
        this.sides = sides;
    }

    private static String any(String kind) {
        return "(?:"
                + String.join(
                        "|",
                        Lists.rows("deeds.tsv").stream()
                                .filter(r -> r[0].equals(kind))
                                .map(r -> r[1])
                                .toList())
                + ")";
    }

    /** One claim for each contested author. */
    List<Draft> drafts(List<Report> reports) {
        Map<String, Draft> byAuthor = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                if (isAccount(report, a)) {
                    blamed(report, a)
                            .ifPresent(b -> byAuthor.computeIfAbsent(b.author().standsFor(), k -> new Draft())
                                    .add(evidence(report, a, b)));
                }
            }
        }
        Set<String> contested = deniers(reports);
        byAuthor.forEach((author, blamed) -> byAuthor.forEach((other, rival) -> {
            if (blamed != rival && isBlamedOnAnother(author, blamed, rival)) {
                contested.add(author);
                contested.add(other);
            }
        }));
        byAuthor.keySet().retainAll(contested);
        return List.copyOf(byAuthor.values());
    }

    /** Asserted, and not the frame of another account ("told Reuters"). */
    private boolean isAccount(Report report, Attribution a) {
        return a.stance() == Attribution.Stance.ASSERTS
                && !report.denies(a)
                && !report.keepsSilent(a)
                && report.reading().attributions().stream()
                        .noneMatch(x -> x.inside().equals(Optional.of(a.id()))
                                && x.stance() == Attribution.Stance.ASSERTS
                                && blamed(report, x).isPresent());
    }

    /** Whether an author who is blamed blames another for what may be the same: a word besides the deed's is shared. */
    private static boolean isBlamedOnAnother(String author, Draft blamed, Draft rival) {
        Set<String> words = new TreeSet<>();
        blamed.all().forEach(e -> words.addAll(plainWords(e)));
        return rival.all().stream()
                .filter(e -> e.chain()
                        .end()
                        .filter(p -> p.standsFor().equals(author))
                        .isPresent())
                .anyMatch(e -> plainWords(e).stream().anyMatch(words::contains));
    }

    private static Set<String> plainWords(Evidence e) {
        Set<String> words = new TreeSet<>();
        for (String word : e.span().of(e.report().text()).split("[^\\p{L}]+")) {
            boolean plain = word.length() > 3
                    && Character.isLowerCase(word.charAt(0))
                    && !DEED.matcher(word).find();
            if (plain) {
                words.add(Words.stem(word));
            }
        }
        return words;
    }

    /** The sides that deny a deed as theirs. */
    private Set<String> deniers(List<Report> reports) {
        Set<String> deniers = new TreeSet<>();
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                if (!a.isAside() && report.denies(a)) {
                    a.source()
                            .entity()
                            .flatMap(e -> names.party(report.reading(), e))
                            .filter(p -> isOwnDeed(report.words(a.content()), p))
                            .ifPresent(p -> deniers.add(p.standsFor()));
                }
            }
            BareDenials.in(report, names).forEach(d -> deniers.add(d.by().standsFor()));
        }
        return deniers;
    }

    private boolean isOwnDeed(String denied, Party by) {
        if (Targets.BLAME.matcher(denied).find()) {
            return true;
        }
        boolean own = OWN.matcher(denied).find()
                || sides.namesOf(by).stream().anyMatch(denied::contains)
                || sides.nations(denied).stream().anyMatch(p -> p.standsFor().equals(by.standsFor()));
        return own
                && (SELF.matcher(denied).find()
                        || DEED.matcher(denied).find()
                                && authors(denied).stream()
                                        .anyMatch(p -> p.standsFor().equals(by.standsFor()) && isBlamed(p, denied)));
    }

    /** Whoever says that a weapon went astray says that no enemy fired it. */
    List<Evidence> misfires(List<Report> reports) {
        List<Evidence> found = new ArrayList<>();
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                a.content().stream()
                        .map(report.sentences()::within)
                        .filter(c -> isMisfire(c.of(report.text()))
                                && !DOUBT.matcher(c.of(report.text())).find())
                        .findFirst()
                        .filter(c -> a.stance() == Attribution.Stance.ASSERTS && !report.keepsSilent(a))
                        .ifPresent(c -> found.add(Evidence.ofStatement(
                                report, c, report.chains().of(report.chains().around(a), names))));
            }
        }
        return found;
    }

    static boolean isDeed(String text) {
        return DEED.matcher(text).find();
    }

    static boolean isMisfire(String text) {
        return MISFIRE.matcher(text).find();
    }

    private record Blamed(Party author, Span words) {}

    private Optional<Blamed> blamed(Report report, Attribution a) {
        for (Span content : a.content()) {
            Span clause = report.sentences().within(content);
            String text = clause.of(report.text());
            Optional<Party> author = authors(text).stream()
                    .filter(p -> isBlamed(p, text))
                    .findFirst()
                    .or(() -> Optional.of(SELF.matcher(text))
                            .filter(m -> m.find()
                                    && !DOUBT.matcher(text.substring(0, m.start()))
                                            .find())
                            .flatMap(m -> a.source().entity())
                            .flatMap(e -> names.party(report.reading(), e)));
            if (author.isPresent()) {
                return Optional.of(new Blamed(author.get(), clause));
            }
        }
        return Optional.empty();
    }

    /** Who may be meant as an author in a text, armed groups first. */
    private List<Party> authors(String text) {
        Set<Party> authors = new LinkedHashSet<>();
        names.bodies().stream()
                .filter(p -> sides.namesOf(p).stream().anyMatch(text::contains))
                .forEach(authors::add);
        authors.addAll(sides.nations(text));
        return List.copyOf(authors);
    }

    private boolean isBlamed(Party author, String text) {
        for (String name : sides.namesOf(author)) {
            if (text.contains(name)) {
                Matcher m = patterns.computeIfAbsent(name, Blame::pattern).matcher(text);
                if (m.find() && !DOUBT.matcher(text.substring(0, m.start())).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Pattern pattern(String name) {
        String n = "\\b" + Pattern.quote(name);
        String arms = "(?: " + ARM + "){0,2}";
        return Pattern.compile(n + "(?:['’]s)? (?:\\p{Ll}+ )?" + NOUN + "\\b"
                + "|" + NOUN + " (?:launch )?(?:by|of) (?:the )?(?:\\p{Lu}\\p{L}+ )?" + n + "\\b"
                + "|^" + n + "(?:['’]s)?" + arms + "(?: on \\p{Lu}\\p{Ll}+)? of (?:(?:an? |the )?(?:\\p{Ll}+ )?" + NOUN
                + "|"
                + GERUND + ")\\b"
                + "|" + n + "(?:['’]s)?" + arms + " (?:was|were|is|are|had been|stood) behind\\b"
                + "|" + n + "(?:['’]s)?" + arms + " " + DID + "\\b"
                + "|" + n + "(?:['’]s)?(?: " + ARM + "){1,2} " + HAD + PAST + "\\b"
                + "|" + ARM + " of (?:the )?" + n + arms + " " + HAD + PAST + "\\b"
                + "|\\bpoint(?:s|ed|ing)? to (?:the )?" + n + "\\b");
    }

    private Evidence evidence(Report report, Attribution a, Blamed blamed) {
        Chain chain = report.chains().of(report.chains().around(a), names);
        return Evidence.ofStatement(report, blamed.words(), chain).by(blamed.author());
    }
}
