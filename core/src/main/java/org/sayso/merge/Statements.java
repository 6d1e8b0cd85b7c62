package org.sayso.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Entity;
import org.sayso.model.Reading;
import org.sayso.model.Span;

/**
 * Contested statements that are no event: "Kyiv was told beforehand", which Kyiv denies. For each denier the words of others
 * in which he is the one who did, knew or was told something are gathered: those in the sentence of the denial or just
 * before it, and such as share their words in other reports.
 */
final class Statements {
    private static final int SHARED_WORDS = 2;
    /** Evidence of a claim that words are compared with. */
    private static final int COMPARED = 20;

    private static final int SENTENCES_BACK = 2;
    /** What may stand before the subject of a clause. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(?isu)(?:.*(?:\\b(?:that|whether|and|but|while|because|since|as|when)|[,;:“\"]))?\\s*(?:the\\s+(?:[\\p{L}-]+\\s+){0,2})?$");

    private final List<Report> reports;
    private final Names names;
    private final Gist gist;
    private final SidesNamed sidesNamed;
    private final Map<String, List<Denied>> byDenier = new TreeMap<>();

    Statements(List<Report> reports, Names names, Words words, SidesNamed sidesNamed) {
        this.reports = reports;
        this.names = names;
        this.gist = new Gist(reports, words);
        this.sidesNamed = sidesNamed;
    }

    private record Denied(
            Report report, Attribution attribution, Objection objection, Set<String> sides, List<Evidence> near) {}

    record Contested(Draft draft, List<Objection> denials) {}

    /** Notes a denial; false where nothing that others say about the denier stands beside it. */
    boolean deny(Report report, Attribution a, Objection objection, Set<String> sides) {
        if (report.answersClaim(a)) {
            List<Evidence> claim = answered(report, a);
            if (!claim.isEmpty()) {
                String apart = objection.key() + " " + objection.doc() + objection.span();
                byDenier.put(apart, List.of(new Denied(report, a, objection, sides, claim)));
            }
            return !claim.isEmpty();
        }
        if (sides.isEmpty()) {
            return false;
        }
        int sentence = report.sentences().at(a.cue().getFirst().start());
        List<Evidence> about = about(report, sides);
        for (int back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
            int at = sentence - back;
            List<Evidence> near = about.stream()
                    .filter(e -> report.sentences().at(e.span().start()) == at)
                    .toList();
            if (!near.isEmpty()) {
                byDenier.computeIfAbsent(objection.key(), k -> new ArrayList<>())
                        .add(new Denied(report, a, objection, sides, near));
                return true;
            }
        }
        return byDenier.computeIfAbsent(objection.key(), k -> new ArrayList<>())
                .add(new Denied(report, a, objection, sides, inTheSameWords(report, a)));
    }

    /** What somebody else says in the sentence before "a claim". */
    private List<Evidence> answered(Report report, Attribution denial) {
        Span answer = denial.content().getFirst();
        Span sentence = report.sentences().holding(answer);
        return report.reading().attributions().stream()
                .filter(x -> x.stance() == Stance.ASSERTS
                        && !x.isAside()
                        && !x.content().isEmpty())
                .filter(x -> sentence.covers(x.content().getFirst())
                        && x.content().getLast().end() <= answer.start())
                .filter(x -> !isFrame(report.reading(), x))
                .map(x -> evidence(report, x, x.content().getFirst()))
                .limit(1)
                .toList();
    }

    /** What somebody else says in the report in words that the denial repeats: "paid a ransom". */
    private List<Evidence> inTheSameWords(Report report, Attribution denial) {
        Set<String> denied = telling(report.words(denial.content()));
        return report.reading().attributions().stream()
                .filter(x -> x.stance() == Stance.ASSERTS && !report.denies(x) && !report.keepsSilent(x))
                .filter(x -> !x.equals(denial) && !x.content().isEmpty() && !isFrame(report.reading(), x))
                .map(x -> evidence(
                        report, x, report.sentences().within(x.content().getFirst())))
                .filter(e -> telling(e).stream().filter(denied::contains).count() >= SHARED_WORDS)
                .limit(1)
                .toList();
    }

    /** One claim for each denier that somebody else contradicts, in the order of their keys. */
    List<Contested> contested() {
        List<Contested> all = new ArrayList<>();
        byDenier.forEach((key, denials) -> {
            List<Evidence> sure =
                    denials.stream().flatMap(d -> d.near().stream()).toList();
            if (sure.isEmpty()) {
                return;
            }
            Set<String> vocabulary = new TreeSet<>();
            sure.forEach(e -> vocabulary.addAll(telling(e)));
            Draft draft = new Draft();
            Set<String> sides = denials.getFirst().sides();
            for (Report report : reports) {
                for (Evidence e : about(report, sides)) {
                    Set<String> shared = telling(e);
                    shared.retainAll(vocabulary);
                    if (sure.stream()
                                    .anyMatch(s ->
                                            s.report() == report && s.span().equals(e.span()))
                            || shared.size() >= SHARED_WORDS
                            || !shared.isEmpty()
                                    && shared.size() * 2 >= telling(e).size()) {
                        draft.add(e);
                    }
                }
            }
            sure.stream()
                    .filter(e -> draft.all().stream()
                            .noneMatch(d -> d.report() == e.report() && d.span().equals(e.span())))
                    .forEach(draft::add);
            all.add(new Contested(
                    draft,
                    denials.stream()
                            .map(Denied::objection)
                            .map(o -> o.of(org.sayso.model.Claim.Scope.WHOLE))
                            .toList()));
        });
        return all;
    }

    /** What others say of one of these sides, as clauses that begin with its name. */
    private List<Evidence> about(Report report, Set<String> sides) {
        List<Evidence> found = new ArrayList<>();
        Reading reading = report.reading();
        for (Attribution a : reading.attributions()) {
            // who orders an inquiry into what his police did does not speak for them
            boolean own = a.stance() != Stance.REQUESTS && isOf(reading, a, sides)
                    || reading.attributions().stream()
                            .anyMatch(x -> x.inside().equals(Optional.of(a.id())) && isOf(reading, x, sides));
            if (own
                    || a.isAside()
                    || isFrame(reading, a)
                    || report.denies(a)
                    || report.keepsSilent(a)
                    || a.source().kind() == Source.Kind.NONE) {
                continue;
            }
            subject(report, a, sides).ifPresent(start -> found.add(evidence(report, a, start)));
        }
        found.sort(Comparator.comparing(Evidence::span));
        return found;
    }

    private boolean isOf(Reading reading, Attribution a, Set<String> sides) {
        return a.source()
                .entity()
                .flatMap(e -> names.party(reading, e))
                .filter(p -> Draft.sidesOf(p).stream().anyMatch(sides::contains))
                .isPresent();
    }

    /** Its content is told again by another inside it; that one says who speaks. */
    private static boolean isFrame(Reading reading, Attribution a) {
        return reading.attributions().stream()
                .anyMatch(x ->
                        x.inside().equals(Optional.of(a.id())) && x.content().equals(a.content()));
    }

    private Optional<Span> subject(Report report, Attribution a, Set<String> sides) {
        List<Span> mentions = new ArrayList<>();
        for (Entity e : report.reading().entities()) {
            boolean meant = names.party(report.reading(), e.id())
                    .filter(p -> Draft.sidesOf(p).stream().anyMatch(sides::contains))
                    .isPresent();
            if (meant) {
                mentions.addAll(e.mentions());
            }
        }
        a.content().forEach(c -> mentions.addAll(sidesNamed.in(report.text(), c, sides)));
        return mentions.stream()
                .sorted()
                .filter(m -> a.content().stream().anyMatch(c -> c.covers(m)))
                .filter(m -> a.content().stream()
                        .filter(c -> c.covers(m))
                        .anyMatch(c -> SUBJECT.matcher(report.text().substring(c.start(), m.start()))
                                .matches()))
                .filter(m -> report.text().startsWith(" ", m.end()))
                .map(m -> a.content().stream()
                        .filter(c -> c.covers(m))
                        .map(c -> new Span(
                                m.start(),
                                Math.min(c.end(), report.sentences().holding(m).end())))
                        .findFirst()
                        .orElseThrow())
                .findFirst();
    }

    private Evidence evidence(Report report, Attribution a, Span clause) {
        return Evidence.ofStatement(
                report, clause, report.chains().of(report.chains().around(a), names));
    }

    /** How many of these words the evidence of a claim has, at most in one place. */
    long shared(Draft d, Set<String> words) {
        return d.inFavour().stream()
                .limit(COMPARED)
                .mapToLong(e -> telling(e).stream().filter(words::contains).count())
                .max()
                .orElse(0);
    }

    /** The telling words of a text. */
    Set<String> telling(String text) {
        return gist.keys(text);
    }

    private Set<String> telling(Evidence e) {
        return gist.keys(e.span().of(e.report().text()));
    }
}
