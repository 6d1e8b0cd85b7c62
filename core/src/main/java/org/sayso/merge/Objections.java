package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/**
 * Finds who denies what, and who says nothing. What is denied is, in this order: an event in the denied words; one in the
 * same sentence; for "denied responsibility", what the denier is said to have done; the claim nearest before, up to two
 * sentences back; the report's main claim. Who has no part in a denied event denies a part: what was said about himself.
 */
final class Objections {
    private static final int SENTENCES_BACK = 2;
    private static final Pattern BLAME = Pattern.compile(
            "(?iu)^\\W*(?:any |all |its |their |his |having )?(?:\\p{L}+ )?(?:responsibility|blame|involvement|role|part|guilt|being behind)\\b"
                    + "|\\b(?:not|n't) (?:responsible|to blame|behind|involved)\\b");

    private final List<Draft> drafts;
    private final Echoes echoes;
    private final Names names;
    private final SidesNamed sidesNamed;
    private final Map<Draft, List<Objection>> found = new LinkedHashMap<>();
    private final Statements statements;
    /** Denials of what is perhaps only a part of a claim; kept with it where that part is no claim of its own. */
    private final Map<Draft, List<Objection>> parts = new LinkedHashMap<>();

    Objections(List<Report> reports, List<Draft> drafts, Names names, Words words, SidesNamed sidesNamed) {
        this.drafts = drafts;
        this.echoes = new Echoes(names);
        this.names = names;
        this.sidesNamed = sidesNamed;
        this.statements = new Statements(reports, names, words, sidesNamed);
        for (Report report : reports) {
            for (Attribution a : report.reading().attributions()) {
                take(report, a);
            }
        }
        Set<String> ownPart = new HashSet<>();
        for (Report report : reports) {
            BareDenials.in(report, names).forEach(this::deny);
        }
        for (Statements.Contested contested : statements.contested()) {
            drafts.add(contested.draft());
            contested.denials().forEach(o -> {
                add(contested.draft(), o);
                ownPart.add(o.key());
            });
        }
        parts.forEach((target, all) ->
                all.stream().filter(o -> !ownPart.contains(o.key())).forEach(o -> add(target, o)));
        rivals();
        astray(new Blame(names, sidesNamed).misfires(reports));
        insideWhatIsDenied();
    }

    /** In the order in which they were found. */
    List<Objection> to(Draft draft) {
        return found.getOrDefault(draft, List.of());
    }

    private void add(Draft draft, Objection o) {
        List<Objection> all = found.computeIfAbsent(draft, d -> new ArrayList<>());
        boolean known = all.stream()
                .anyMatch(x -> x.key().equals(o.key()) && x.doc().equals(o.doc()) && x.silent() == o.silent());
        if (!known) {
            all.add(o);
        }
    }

    private void take(Report report, Attribution a) {
        boolean silent = report.keepsSilent(a);
        List<Draft> denied = drafts.stream()
                .filter(d -> d.against().stream().anyMatch(e -> e.report() == report && isIn(report, a, e)))
                .toList();
        boolean denies = report.denies(a);
        if (!silent && !denies && denied.isEmpty()) {
            return;
        }
        if (a.source().kind() == Source.Kind.OUTLET
                || a.source().kind() == Source.Kind.NONE
                || silent && isSaidAbove(report, a)) {
            return;
        }
        Objection objection = objection(report, a, silent);
        List<Draft> targets = silent || denied.isEmpty() ? targets(report, a) : denied;
        if (targets.isEmpty() && !silent) {
            statements.deny(report, a, objection, sidesOf(report, a));
        }
        for (Draft target : targets) {
            if (silent || target.isBlame() || target.sides().stream().anyMatch(sidesOf(report, a)::contains)) {
                add(target, objection);
            } else if (!statements.deny(report, a, objection.of(Claim.Scope.PART), sidesOf(report, a))) {
                add(target, objection);
            } else {
                parts.computeIfAbsent(target, t -> new ArrayList<>()).add(objection.of(Claim.Scope.PART));
            }
        }
    }

    /** "The command said it was not aware …", "'We're not aware', he said": the speaker's silence is told already. */
    private boolean isSaidAbove(Report report, Attribution a) {
        boolean pronoun = report.reading().sourceWords(a).matches("(?i)i|we|it|he|she|they|you");
        Optional<Attribution> outer = report.chains().speakerAround(a);
        return pronoun && outer.filter(report::keepsSilent).isPresent()
                || report.reading().sourceWords(a).matches("(?i)i|we|you");
    }

    /** The party's name; "Trump's team" rather than "team". */
    private static String called(Report report, Attribution a, Optional<Party> party, Chain chain) {
        String printed = report.reading().sourceWords(a).replaceAll("\\s+", " ").strip();
        if (a.source().kind() == Source.Kind.UNNAMED && printed.chars().anyMatch(Character::isUpperCase)) {
            return printed;
        }
        return party.map(Party::name)
                .filter(n -> n.chars().anyMatch(Character::isUpperCase)
                        || printed.chars().noneMatch(Character::isUpperCase))
                .orElse(printed.isEmpty() ? chain.words().getFirst() : printed);
    }

    /** "He said his office does not comment": one voice, his. */
    private Attribution voice(Report report, Attribution a) {
        boolean nameless = report.reading().sourceWords(a).chars().noneMatch(Character::isUpperCase);
        return report.chains()
                .speakerAround(a)
                .filter(o -> nameless && o.source().kind() == Source.Kind.PERSON)
                .orElse(a);
    }

    private Objection objection(Report report, Attribution said, boolean silent) {
        Attribution a = voice(report, said);
        Optional<Party> party = a.source().entity().flatMap(e -> names.party(report.reading(), e));
        Chain chain = report.chains().of(List.of(a.id()), names);
        String by = called(report, a, party, chain);
        String key = party.map(Party::standsFor).orElse("words:" + Names.folded(by));
        Optional<LocalDate> day = a.when()
                .flatMap(report.reading()::timex)
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .flatMap(Timex::earliest)
                .or(report::published);
        return new Objection(
                key,
                by,
                a.source().kind() == Source.Kind.PERSON
                        && party.filter(p -> p.kind() == Source.Kind.PERSON).isPresent(),
                day,
                Claim.Scope.WHOLE,
                silent,
                report.doc(),
                report.extent(a));
    }

    private Set<String> sidesOf(Report report, Attribution a) {
        return a.source()
                .entity()
                .flatMap(e -> names.party(report.reading(), e))
                .map(Draft::sidesOf)
                .orElse(Set.of());
    }

    private static boolean isIn(Report report, Attribution a, Evidence e) {
        List<String> said = e.event().map(Event::said).orElse(List.of());
        List<String> denying = said.stream()
                .filter(id -> report.denies(report.reading().attribution(id).orElseThrow()))
                .toList();
        String innermost = !denying.isEmpty() ? denying.getLast() : said.isEmpty() ? "" : said.getLast();
        return innermost.equals(a.id());
    }

    private List<Draft> targets(Report report, Attribution a) {
        List<Draft> inside = carrying(
                report, e -> e.event().map(Event::said).orElse(List.of()).contains(a.id()));
        if (!inside.isEmpty()) {
            return inside;
        }
        if (report.keepsSilent(a)) {
            List<Draft> here = carrying(report, e -> true);
            return here.isEmpty() ? List.of() : List.of(largest(here));
        }
        if (BLAME.matcher(report.words(a.content())).find()) {
            Optional<Draft> done = doneBy(sidesOf(report, a)).or(() -> doneBy(cleared(report, a)));
            if (done.isPresent()) {
                return List.of(done.get());
            }
        }
        if (!report.pointsBack(a)) {
            return sharing(report, a);
        }
        int sentence = report.sentences().at(a.cue().getFirst().start());
        for (int back = 0; back <= SENTENCES_BACK && back <= sentence; back++) {
            Span around = report.sentences().all().get(sentence - back);
            List<Draft> near = others(carrying(report, e -> around.overlaps(e.span())), a, report);
            if (!near.isEmpty()) {
                return List.of(largest(near));
            }
        }
        List<Draft> here = others(carrying(report, e -> true), a, report);
        return here.isEmpty() ? List.of() : List.of(largest(here));
    }

    /** Without what the denier himself urged or alleged: a denial beside it is of something else. */
    private List<Draft> others(List<Draft> some, Attribution a, Report report) {
        Set<String> own = sidesOf(report, a);
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
        Set<String> own = sidesOf(report, a);
        List<Draft> alike = drafts.stream()
                .filter(d -> d.isStatement() || d.sides().stream().anyMatch(own::contains))
                .filter(d -> d.inFavour().stream()
                        .map(e -> statements.telling(e.span().of(e.report().text())))
                        .anyMatch(words -> words.stream().filter(mine::contains).count() >= 2))
                .toList();
        return alike.isEmpty() ? List.of() : List.of(largest(alike));
    }

    /** "Which denied blame": of the largest claim about what the denier did. */
    private void deny(BareDenials.Denied denied) {
        Set<String> sides = Draft.sidesOf(denied.by());
        doneBy(sides)
                .ifPresent(d -> add(
                        d,
                        new Objection(
                                denied.by().standsFor(),
                                denied.by().name(),
                                denied.by().kind() == Source.Kind.PERSON,
                                denied.report().published(),
                                Claim.Scope.WHOLE,
                                false,
                                denied.report().doc(),
                                denied.span())));
    }

    /** Whom somebody else clears: "said Israel was not responsible". */
    private Set<String> cleared(Report report, Attribution a) {
        Set<String> sides = new TreeSet<>();
        sidesNamed.nations(report.words(a.content())).forEach(p -> sides.addAll(Draft.sidesOf(p)));
        return sides;
    }

    private Optional<Draft> doneBy(Set<String> sides) {
        return drafts.stream()
                .filter(d -> d.isDone()
                        && d.actors().stream()
                                .anyMatch(p -> Draft.sidesOf(p).stream().anyMatch(sides::contains)))
                .filter(d -> d.isBlame()
                        || d.type().filter(t -> t == EventType.ASSAULT).isPresent())
                .max(Comparator.comparingInt((Draft d) -> d.docs().size()).thenComparingInt(d -> -drafts.indexOf(d)));
    }

    private interface Test {
        boolean holds(Evidence e);
    }

    private List<Draft> carrying(Report report, Test test) {
        return drafts.stream()
                .filter(d -> d.all().stream().anyMatch(e -> e.report() == report && test.holds(e)))
                .toList();
    }

    private Draft largest(List<Draft> some) {
        return some.stream()
                .max(Comparator.comparingInt((Draft d) -> d.docs().size()).thenComparingInt(d -> -drafts.indexOf(d)))
                .orElseThrow();
    }

    /** Two accounts of who did the same thing to the same: who vouches for one contradicts the other. */
    private void rivals() {
        for (Draft one : drafts) {
            for (Draft other : drafts) {
                if (one != other && Rivals.are(one, other)) {
                    for (Evidence e : one.inFavour()) {
                        e.chain().end().filter(p -> e.vouches()).ifPresent(p -> add(other, contradiction(e, p)));
                    }
                }
            }
        }
    }

    /** An account of a weapon gone astray contradicts every account of an author that is none. */
    private void astray(List<Evidence> misfires) {
        for (Draft d : drafts) {
            boolean other = d.isBlame()
                    && d.all().stream()
                            .noneMatch(
                                    e -> Blame.isMisfire(e.span().of(e.report().text())));
            if (other) {
                misfires.forEach(e -> e.chain().end().ifPresent(p -> add(d, contradiction(e, p))));
            }
        }
    }

    private static Objection contradiction(Evidence e, Party by) {
        return new Objection(
                by.standsFor(),
                by.name(),
                by.kind() == Source.Kind.PERSON,
                e.day(),
                Claim.Scope.WHOLE,
                false,
                e.report().doc(),
                e.span());
    }

    /** Who denies that a meeting or call took place denies what was said in it. */
    private void insideWhatIsDenied() {
        for (Draft meeting : List.copyOf(found.keySet())) {
            if (meeting.type().filter(t -> t == EventType.CONSULT).isEmpty()) {
                continue;
            }
            List<Objection> whole = to(meeting).stream()
                    .filter(o -> !o.silent() && o.scope() == Claim.Scope.WHOLE)
                    .toList();
            for (Draft said : drafts) {
                boolean verbal =
                        said.type().filter(t -> t.quad() == 1 || t.quad() == 3).isPresent();
                if (said != meeting
                        && verbal
                        && said.who().size() >= 2
                        && meeting.who().containsAll(said.who())) {
                    whole.forEach(o -> add(said, o));
                }
            }
        }
    }
}
