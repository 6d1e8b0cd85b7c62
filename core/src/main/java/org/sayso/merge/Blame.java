package org.sayso.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Span;

/**
 * Accounts of whose weapon it was: "an Israeli air strike", "a rocket launch by Islamic Jihad", "accuses Israel of an attack".
 * Each author whom somebody names is one claim, whether or not an event was found in the words; accounts that name different
 * authors contradict one another. Said in doubt ("whether it was …") it blames nobody.
 */
final class Blame {
    private static final String WEAPON =
            "(?:air[ -]?strikes?|strikes?|attacks?|bombings?|bombardment|raids?|shelling|missiles?|rockets?|rocket (?:launch|fire|barrage)|drones?|shells?|massacre)";

    private static final Pattern MISFIRE = Pattern.compile(
            "(?iu)\\b(?:mis-?fired|failed|errant|stray|malfunctioning) (?:[\\p{L}-]+ ){0,3}(?:rocket|missile|launch|projectile|shell|munition)");

    private static final Pattern DOUBT =
            Pattern.compile("(?iu)\\b(?:whether|if|not|n['’]t|unclear|no|never|neither|would|could)\\b");

    private final Names names;
    private final SidesNamed sides;

    Blame(Names names, SidesNamed sides) {
        this.names = names;
        this.sides = sides;
    }

    /** One claim for each author, where accounts of at least two authors stand against each other. */
    List<Draft> drafts(List<Report> reports) {
        Map<String, Draft> byAuthor = new LinkedHashMap<>();
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                if (a.stance() == Attribution.Stance.ASSERTS && !report.denies(a) && !report.keepsSilent(a)) {
                    blamed(report, a)
                            .ifPresent(b -> byAuthor.computeIfAbsent(b.author().standsFor(), k -> new Draft())
                                    .add(evidence(report, a, b)));
                }
            }
        }
        return byAuthor.size() < 2 ? List.of() : List.copyOf(byAuthor.values());
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

    static boolean isMisfire(String text) {
        return MISFIRE.matcher(text).find();
    }

    private record Blamed(Party author, Span words) {}

    private Optional<Blamed> blamed(Report report, Attribution a) {
        for (Span content : a.content()) {
            Span clause = report.sentences().within(content);
            String text = clause.of(report.text());
            List<Party> authors = new ArrayList<>(names.groups());
            authors.addAll(sides.nations(text));
            for (Party author : authors) {
                for (String name : sides.namesOf(author)) {
                    Matcher m = pattern(name).matcher(text);
                    if (m.find() && !DOUBT.matcher(text.substring(0, m.start())).find()) {
                        return Optional.of(new Blamed(author, clause));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile("\\b" + quoted + "(?:['’]s)? (?:\\p{Ll}+ )?" + WEAPON + "\\b"
                + "|" + WEAPON + " (?:launch )?(?:by|of) (?:the )?(?:\\p{Lu}\\p{L}+ )?" + quoted + "\\b"
                + "|^" + quoted + " of (?:an? |the )?(?:\\p{Ll}+ )?" + WEAPON + "\\b"
                + "|" + quoted + " was behind\\b"
                + "|\\bpoint(?:s|ed|ing)? to (?:the )?" + quoted + "\\b");
    }

    private Evidence evidence(Report report, Attribution a, Blamed blamed) {
        Chain chain = report.chains().of(report.chains().around(a), names);
        return Evidence.ofStatement(report, blamed.words(), chain).by(blamed.author());
    }
}
