package org.sayso.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim;
import org.sayso.model.EventType;

/**
 * Finds who denies what, and who says nothing: {@link Voices} tells who, {@link Targets} to what. Who has no part in a denied
 * event denies a part: what was said about himself.
 */
final class Objections {
    private static final Pattern ADMITTING = Pattern.compile("(?iu)\\b(?:acknowledg|admit|conced|confess)");

    private final List<Draft> drafts;
    private final Names names;
    private final Map<Draft, List<Objection>> found = new LinkedHashMap<>();
    private final Statements statements;
    private final Voices voices;
    private final Targets targets;
    private final Set<Draft> rivalled = new HashSet<>();
    /** Denials of what is perhaps only a part of a claim; kept with it where that part is no claim of its own. */
    private final Map<Draft, List<Objection>> parts = new LinkedHashMap<>();

    Objections(List<Report> reports, List<Draft> drafts, Names names, Words words, SidesNamed sidesNamed) {
        this.drafts = drafts;
        this.names = names;
        this.statements = new Statements(reports, names, words, sidesNamed);
        this.voices = new Voices(names, sidesNamed);
        this.targets = new Targets(drafts, names, sidesNamed, statements, new Silences(drafts, statements, this::to));
        for (Report report : reports) {
            report.reading().attributions().stream()
                    .filter(a -> !report.keepsSilent(a))
                    .forEach(a -> take(report, a));
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
        for (Report report : reports) {
            report.reading().attributions().stream().filter(report::keepsSilent).forEach(a -> take(report, a));
        }
        rivals();
        astray(new Blame(names, sidesNamed).misfires(reports));
        insideWhatIsDenied();
    }

    /** In the order in which they were found. */
    List<Objection> to(Draft draft) {
        return found.getOrDefault(draft, List.of());
    }

    /** Whether another account of the same stands against it. */
    boolean isRivalled(Draft draft) {
        return rivalled.contains(draft);
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
        if (a.isAside()) {
            aside(report, a);
            return;
        }
        if (isSwallowed(report, a)) {
            return;
        }
        boolean silent = report.keepsSilent(a);
        List<Draft> denied = drafts.stream()
                .filter(d ->
                        d.against().stream().anyMatch(e -> e.report() == report && isIn(report, a, e) && isOf(d, e)))
                .toList();
        boolean denies = report.denies(a);
        if (!silent && !denies && denied.isEmpty()) {
            return;
        }
        if (a.source().kind() == Source.Kind.OUTLET
                || a.source().kind() == Source.Kind.NONE
                || a.source().kind() == Source.Kind.AUTHOR
                || silent && isSaidAbove(report, a)
                || !silent && isAdmitted(report, a)) {
            return;
        }
        List<Draft> meant = silent || denied.isEmpty() ? targets.of(report, a) : denied;
        for (Objection objection : voices.of(report, a, silent)) {
            take(report, a, objection, meant);
        }
    }

    /** "Media reports that X are false, the Kremlin said": parsers may take the reports for a verb, and the verdict for the media's. */
    private static boolean isSwallowed(Report report, Attribution a) {
        return a.inside()
                .flatMap(report.reading()::attribution)
                .filter(report::denies)
                .filter(outer -> !a.content().isEmpty()
                        && outer.content().getLast().end()
                                == a.content().getLast().end())
                .isPresent();
    }

    /** Who denies that it was somebody's strike does not deny how many died. */
    private static boolean isOf(Draft draft, Evidence denied) {
        return !draft.isToll()
                || denied.event().filter(v -> v.figures().isEmpty()).isEmpty();
    }

    /** "Moscow falsely claimed that": the outlet itself, or the speaker in whose words that stands, denies it. */
    private void aside(Report report, Attribution a) {
        if (a.stance() != Attribution.Stance.DENIES) {
            return;
        }
        Objection o = report.chains()
                .speakerAround(a)
                .map(speaker -> voices.one(report, speaker, false))
                .orElseGet(() -> new Objection(
                        Voucher.OUTLET + report.outletOrDoc(),
                        report.outletOrDoc(),
                        false,
                        report.published(),
                        Claim.Scope.WHOLE,
                        false,
                        report.doc(),
                        report.extent(a)));
        targets.carrying(report, e -> e.said().contains(a.id())).forEach(d -> add(d, o));
    }

    private void take(Report report, Attribution a, Objection objection, List<Draft> meant) {
        boolean silent = objection.silent();
        if (meant.isEmpty() && !silent) {
            statements.deny(report, a, objection, names.sidesOf(report, a));
        }
        for (Draft target : meant) {
            if (silent
                    || report.answersClaim(a)
                    || target.isBlame()
                    || target.sides().stream().anyMatch(names.sidesOf(report, a)::contains)) {
                add(target, objection);
            } else if (!statements.deny(report, a, objection.of(Claim.Scope.PART), names.sidesOf(report, a))) {
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

    /** "Acknowledged the strike after denying it for days": told as past, within what owns to it. */
    private static boolean isAdmitted(Report report, Attribution a) {
        return a.inside()
                .flatMap(report.reading()::attribution)
                .filter(o -> ADMITTING.matcher(report.words(o.cue())).find())
                .isPresent();
    }

    private static boolean isIn(Report report, Attribution a, Evidence e) {
        List<String> said = e.said();
        List<String> denying = said.stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .filter(x -> !x.isAside() && report.denies(x))
                .map(Attribution::id)
                .toList();
        String innermost = !denying.isEmpty() ? denying.getLast() : said.isEmpty() ? "" : said.getLast();
        return innermost.equals(a.id());
    }

    /** "Which denied blame": of the largest claim about what the denier did. */
    private void deny(BareDenials.Denied denied) {
        Set<String> sides = Draft.sidesOf(denied.by());
        targets.doneBy(sides)
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

    /**
     * Two accounts of who did the same thing to the same: he who is blamed in one and vouches for the other denies the one; so
     * does who calls it untrue besides. Others who vouch for the other say nothing of this one.
     */
    private void rivals() {
        for (Draft one : drafts) {
            for (Draft other : drafts) {
                if (one != other && Rivals.are(one, other)) {
                    rivalled.add(other);
                    for (Evidence e : one.inFavour()) {
                        e.chain()
                                .end()
                                .filter(p -> e.vouches() && (other.isBy(Draft.sidesOf(p)) || e.isDiscrediting()))
                                .ifPresent(p -> add(other, contradiction(e, p)));
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
