package org.sayso.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.EventType;
import org.sayso.model.Span;

/**
 * What an objection is to, in this order: an event in the denied words; of "a claim that Z denies" what the sentence has told
 * before it, and nothing else; of "denied responsibility" what the denier is said to have done; of "denied that shots were fired"
 * the attack that his side is said to have made; the claim nearest before, up to two sentences back, his own deed or an
 * accusation first; the report's main claim. Nobody denies what he tells himself. Confined to one merge.
 */
final class Targets {
    /** Characters of "that ", with which what is reported begins. */
    private static final int THAT = 5;

    private static final Pattern THE_REPORT =
            Pattern.compile("(?iu)(?:the|that|this|those|these) (report|claim|allegation|accusation)s?(?: as .*)?");

    private static final int SENTENCES_BACK = 2;

    /** Characters of ", " between what is told and the "which" that takes it up. */
    private static final int MOST_GAP = 2;

    static final Pattern BLAME = Pattern.compile(
            "(?iu)^\\W*(?:any |all |its |their |his |having )?(?:\\p{L}+ )?(?:responsibility|blame|involvement|role|part|guilt|being behind)\\b"
                    + "|\\b(?:not|n't) (?:responsible|to blame|behind|involved)\\b");

    /** What force is used with, and what it does: "that live rounds had been fired". */
    private static final Pattern FORCE =
            Pattern.compile("(?iu)\\b(?:shots?|shooting|fired?|firing|live (?:rounds|ammunition|bullets)"
                    + "|bullets?|(?:us(?:ed?|ing) )(?:excessive |lethal )?force|civilians|harmed|hurt|targeted)\\b");

    private static final Pattern ACCUSATION = Pattern.compile("(?iu)\\b(?:accusation|charge)s?\\b");

    /** What is denied is how many. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?iu)\\b(?:figures?|numbers?|tolls?|counts?|statistics|casualt(?:y|ies))\\b|\\p{N}");

    private final List<Draft> drafts;
    private final Echoes echoes;
    private final Names names;
    private final SidesNamed sidesNamed;
    private final Statements statements;
    private final Silences silences;

    /** @param drafts to which claims may be added later */
    Targets(List<Draft> drafts, Names names, SidesNamed sidesNamed, Statements statements, Silences silences) {
        this.drafts = drafts;
        this.echoes = new Echoes(names);
        this.names = names;
        this.sidesNamed = sidesNamed;
        this.statements = statements;
        this.silences = silences;
    }

    List<Draft> of(Report report, Attribution a) {
        List<Draft> inside = carrying(report, e -> e.said().contains(a.id()));
        if (!inside.isEmpty()) {
            return inside;
        }
        if (report.answersClaim(a)) {
            Span answer = a.content().getFirst();
            Span sentence = report.sentences().holding(answer);
            List<Draft> told =
                    carrying(report, e -> sentence.covers(e.span()) && e.span().start() < answer.start());
            return told.isEmpty() ? List.of() : List.of(meant(told, names.sidesOf(report, a), true));
        }
        if (report.keepsSilent(a)) {
            return silences.about(report, a, names.sidesOf(report, a));
        }
        if (BLAME.matcher(report.words(a.content())).find()) {
            Optional<Draft> done = doneBy(names.sidesOf(report, a)).or(() -> doneBy(cleared(report, a)));
            if (done.isPresent()) {
                return List.of(done.get());
            }
        }
        if (!report.pointsBack(a)) {
            return others(sharing(report, a), a, report).stream()
                    .filter(d -> !isToldBy(report, d, names.sidesOf(report, a)))
                    .toList();
        }
        Optional<Attribution> just = justBefore(report, a);
        if (just.isPresent()) {
            return carrying(report, e -> e.said().contains(just.get().id()));
        }
        Optional<List<Draft>> reported = reported(report, a);
        if (reported.isPresent()) {
            return reported.get();
        }
        Set<String> own = names.sidesOf(report, a);
        Optional<Draft> accused = drafts.stream()
                .filter(d -> d.isBlame() && d.isBy(own))
                .filter(d -> NUMBERS.matcher(report.words(a.content()))
                        .results()
                        .findAny()
                        .isEmpty())
                .findFirst();
        if (accused.isPresent()) {
            return List.of(accused.get());
        }
        boolean isIt =
                report.words(a.content()).equalsIgnoreCase("it"); // who owns to it, after denying it, told it too
        int sentence = report.sentences().at(a.cue().getFirst().start());
        for (int back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
            Span around = report.sentences().all().get(sentence - back);
            List<Draft> near = others(carrying(report, e -> around.overlaps(e.span())), a, report).stream()
                    .filter(d -> isIt || !isToldBy(report, d, own))
                    .toList();
            boolean ofAccusation = ACCUSATION.matcher(report.words(a.content())).find();
            if (!near.isEmpty()) {
                return List.of(meant(near, own, ofAccusation));
            }
        }
        List<Draft> here = others(carrying(report, e -> true), a, report);
        return here.isEmpty() ? List.of() : List.of(largest(here));
    }

    /** "Said that it had taken the town and denied that civilians were harmed": that it took the town it does not deny. */
    private static boolean isToldBy(Report report, Draft d, Set<String> own) {
        return d.inFavour().stream()
                .filter(e -> e.report() == report)
                .flatMap(e -> e.chain().end().stream())
                .anyMatch(p -> Draft.sidesOf(p).stream().anyMatch(own::contains));
    }

    /** Of several: what the denier is said to have done, words left out; else, of an accusation, who accuses; else the largest. */
    private Draft meant(List<Draft> some, Set<String> own, boolean accused) {
        List<Draft> deeds = some.stream()
                .filter(d -> d.isBy(own) && d.type().filter(Gist::isVerbal).isEmpty())
                .toList();
        List<Draft> accusing = some.stream()
                .filter(d ->
                        accused && d.type().filter(EventType.ACCUSE::equals).isPresent())
                .toList();
        return largest(!deeds.isEmpty() ? deeds : !accusing.isEmpty() ? accusing : some);
    }

    /** "It retracted its report that Y. They had denied the report": what that report told, and not what else its words hold. */
    private Optional<List<Draft>> reported(Report report, Attribution a) {
        Matcher noun = THE_REPORT.matcher(report.words(a.content()));
        if (!noun.matches()) {
            return Optional.empty();
        }
        return report.reading().attributions().stream()
                .filter(x -> !x.content().isEmpty()
                        && x.cue().getLast().end() <= a.cue().getFirst().start()
                        && report.words(x.cue()).contains(noun.group(1)))
                .reduce((first, second) -> second)
                .map(x -> carrying(
                        report,
                        e -> e.said().contains(x.id())
                                && e.span().start() <= x.content().getFirst().start() + THAT));
    }

    /** "Reports that police had left, which they deny": what is told right before the "which", and nothing else there. */
    private static Optional<Attribution> justBefore(Report report, Attribution a) {
        boolean which = a.content().size() == 1 && report.words(a.content()).equalsIgnoreCase("which");
        return !which
                ? Optional.empty()
                : report.reading().attributions().stream()
                        .filter(x -> !x.id().equals(a.id()) && !x.content().isEmpty())
                        .filter(x -> {
                            int gap = a.content().getFirst().start()
                                    - x.content().getLast().end();
                            return gap > 0 && gap <= MOST_GAP;
                        })
                        .reduce((outer, inner) -> inner);
    }

    /** Without what the denier himself urged or alleged: a denial beside it is of something else. */
    private List<Draft> others(List<Draft> some, Attribution a, Report report) {
        Set<String> own = names.sidesOf(report, a);
        return some.stream()
                .filter(d -> d.type().filter(Gist::isVerbal).isEmpty()
                        || d.actors().stream()
                                .noneMatch(p -> Draft.sidesOf(p).stream().anyMatch(own::contains)))
                .toList();
    }

    /** Who says what he denies denies the claim that shares his words, and no other. */
    private List<Draft> sharing(Report report, Attribution a) {
        Set<String> mine = statements.telling(report.words(a.content()));
        String denied = report.words(a.content());
        Optional<Draft> told =
                drafts.stream().filter(d -> echoes.tells(d, denied)).findFirst();
        if (told.isPresent()) {
            return List.of(told.get());
        }
        Set<String> own = names.sidesOf(report, a);
        List<Draft> blamed =
                drafts.stream().filter(d -> d.isBlame() && d.isBy(own)).toList();
        if (!blamed.isEmpty() && Blame.isDeed(denied)) {
            return List.of(largest(blamed));
        }
        List<Draft> deeds = carrying(report, e -> true).stream()
                .filter(d -> d.isBy(own)
                        && d.type().filter(EventType.ASSAULT::equals).isPresent())
                .toList();
        if (!deeds.isEmpty() && FORCE.matcher(denied).find()) {
            return List.of(largest(deeds));
        }
        List<Draft> alike =
                alike(mine, d -> d.isStatement() || d.sides().stream().anyMatch(own::contains));
        return alike.isEmpty() ? List.of() : List.of(largest(alike));
    }

    /** Claims some evidence of which shares two words. */
    private List<Draft> alike(Set<String> words, Predicate<Draft> which) {
        return drafts.stream()
                .filter(which)
                .filter(d -> statements.shared(d, words) >= 2)
                .toList();
    }

    /** Whom somebody else clears: "said Israel was not responsible". */
    private Set<String> cleared(Report report, Attribution a) {
        Set<String> sides = new TreeSet<>();
        sidesNamed.nations(report.words(a.content())).forEach(p -> sides.addAll(Draft.sidesOf(p)));
        return sides;
    }

    Optional<Draft> doneBy(Set<String> sides) {
        return drafts.stream()
                .filter(d -> d.isDone() && d.isBy(sides))
                .filter(d -> d.isBlame()
                        || d.type().filter(t -> t == EventType.ASSAULT).isPresent())
                .max(Comparator.comparing(Draft::isBlame)
                        .thenComparingInt(d -> d.docs().size())
                        .thenComparingInt(d -> -drafts.indexOf(d)));
    }

    List<Draft> carrying(Report report, Predicate<Evidence> which) {
        return Draft.carrying(drafts, report, which);
    }

    private Draft largest(List<Draft> some) {
        return Draft.largest(some, drafts);
    }
}
