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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim;
import org.sayso.model.EventType;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/**
 * Finds who denies what, and who says nothing. What is denied is, in this order: an event in the denied words; of "a claim
 * that Z denies" what the sentence has told before it, and nothing else; of "denied responsibility" what the denier is said to
 * have done; of "denied that shots were fired" the attack that his side is said to have made; the claim nearest before, up to two
 * sentences back, his own deed or an accusation first; the report's main claim. Nobody denies what he tells himself. Who has no
 * part in a denied event denies a part: what was said about himself.
 */
final class Objections {
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

    private static final Pattern ADMITTING = Pattern.compile("(?iu)\\b(?:acknowledg|admit|conced|confess)");
    /** What force is used with, and what it does: "that live rounds had been fired". */
    private static final Pattern FORCE =
            Pattern.compile("(?iu)\\b(?:shots?|shooting|fired?|firing|live (?:rounds|ammunition|bullets)"
                    + "|bullets?|(?:us(?:ed?|ing) )(?:excessive |lethal )?force|civilians|harmed|hurt|targeted)\\b");

    private static final Pattern ACCUSATION = Pattern.compile("(?iu)\\b(?:accusation|charge)s?\\b");

    /** What is denied is how many. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?iu)\\b(?:figures?|numbers?|tolls?|counts?|statistics|casualt(?:y|ies))\\b|\\p{N}");

    private static final Pattern NOBODY = Pattern.compile("(?iu)^(?:neither|no|none|nobody|no one|not one)\\b");
    /** "Sudan, whose army Juba blames": one side speaks. */
    private static final Pattern RELATIVE = Pattern.compile("(?isu),? (?:who|whose|whom|which|that)\\b.*");

    private static final Pattern SEVERAL = Pattern.compile("(?iu)\\b(?:and|or|nor)\\b|,");
    private static final Pattern HOLDER =
            Pattern.compile("(?iu)\\b(?:government|administration|officials?|authorities|state department)\\b");

    private final List<Draft> drafts;
    private final Echoes echoes;
    private final Names names;
    private final SidesNamed sidesNamed;
    private final Map<Draft, List<Objection>> found = new LinkedHashMap<>();
    private final Statements statements;
    private final Silences silences;
    private final Set<Draft> rivalled = new HashSet<>();
    /** Denials of what is perhaps only a part of a claim; kept with it where that part is no claim of its own. */
    private final Map<Draft, List<Objection>> parts = new LinkedHashMap<>();

    Objections(List<Report> reports, List<Draft> drafts, Names names, Words words, SidesNamed sidesNamed) {
        this.drafts = drafts;
        this.echoes = new Echoes(names);
        this.names = names;
        this.sidesNamed = sidesNamed;
        this.statements = new Statements(reports, names, words, sidesNamed);
        this.silences = new Silences(drafts, statements, this::to);
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
        List<Draft> targets = silent || denied.isEmpty() ? targets(report, a) : denied;
        for (Objection objection : voices(report, a, objection(report, a, silent))) {
            take(report, a, objection, targets);
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
                .map(speaker -> objection(report, speaker, false))
                .orElseGet(() -> new Objection(
                        Voucher.OUTLET + report.outletOrDoc(),
                        report.outletOrDoc(),
                        false,
                        report.published(),
                        Claim.Scope.WHOLE,
                        false,
                        report.doc(),
                        report.extent(a)));
        carrying(report, e -> e.said().contains(a.id())).forEach(d -> add(d, o));
    }

    private void take(Report report, Attribution a, Objection objection, List<Draft> targets) {
        boolean silent = objection.silent();
        if (targets.isEmpty() && !silent) {
            statements.deny(report, a, objection, sidesOf(report, a));
        }
        for (Draft target : targets) {
            if (silent
                    || report.answersClaim(a)
                    || target.isBlame()
                    || target.sides().stream().anyMatch(sidesOf(report, a)::contains)) {
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

    /** "Acknowledged the strike after denying it for days": told as past, within what owns to it. */
    private static boolean isAdmitted(Report report, Attribution a) {
        return a.inside()
                .flatMap(report.reading()::attribution)
                .filter(o -> ADMITTING.matcher(report.words(o.cue())).find())
                .isPresent();
    }

    /**
     * One objection for each government that a source names ("officials in Moscow and Kyiv"); none where it names nobody
     * ("neither side", "no group").
     */
    private List<Objection> voices(Report report, Attribution a, Objection o) {
        String source = RELATIVE.matcher(report.reading().sourceWords(a)).replaceFirst("");
        boolean nobody = NOBODY.matcher(source).find();
        boolean several = a.source().kind() != Source.Kind.PERSON
                && SEVERAL.matcher(source).find();
        List<Party> named = several ? sidesNamed.governments(source) : List.of();
        if (named.size() > 1) {
            return named.stream().map(p -> o.by(p.standsFor(), p.name())).toList();
        }
        return nobody ? List.of() : List.of(o);
    }

    /** The party's name; "Trump's team" rather than "team", "the US government" rather than "United States". */
    private static String called(Report report, Attribution a, Optional<Party> party, Chain chain) {
        String printed = report.reading().sourceWords(a).replaceAll("\\s+", " ").strip();
        boolean holder = party.filter(p -> p.key().startsWith("country:")).isPresent()
                && HOLDER.matcher(printed).find();
        if ((holder || a.source().kind() == Source.Kind.UNNAMED)
                && printed.chars().skip(1).anyMatch(Character::isUpperCase)) {
            return printed.replaceFirst("^[Tt]he ", "");
        }
        return party.map(Party::name)
                .filter(n -> n.chars().anyMatch(Character::isUpperCase)
                        || printed.chars().noneMatch(Character::isUpperCase))
                .orElse(
                        !printed.isEmpty()
                                ? printed.replaceFirst("^[Tt]he ", "")
                                : chain.words().isEmpty()
                                        ? "somebody"
                                        : chain.words().getFirst());
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
        Chain chain = report.chains().of(List.of(a.id()), names);
        Optional<Party> party = a.source().kind() == Source.Kind.DOCUMENT
                ? chain.end()
                : a.source().entity().flatMap(e -> names.party(report.reading(), e));
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
        List<String> said = e.said();
        List<String> denying = said.stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .filter(x -> !x.isAside() && report.denies(x))
                .map(Attribution::id)
                .toList();
        String innermost = !denying.isEmpty() ? denying.getLast() : said.isEmpty() ? "" : said.getLast();
        return innermost.equals(a.id());
    }

    private List<Draft> targets(Report report, Attribution a) {
        List<Draft> inside = carrying(report, e -> e.said().contains(a.id()));
        if (!inside.isEmpty()) {
            return inside;
        }
        if (report.answersClaim(a)) {
            Span answer = a.content().getFirst();
            Span sentence = report.sentences().holding(answer);
            List<Draft> told =
                    carrying(report, e -> sentence.covers(e.span()) && e.span().start() < answer.start());
            return told.isEmpty() ? List.of() : List.of(meant(told, sidesOf(report, a), true));
        }
        if (report.keepsSilent(a)) {
            return silences.about(report, a, sidesOf(report, a));
        }
        if (BLAME.matcher(report.words(a.content())).find()) {
            Optional<Draft> done = doneBy(sidesOf(report, a)).or(() -> doneBy(cleared(report, a)));
            if (done.isPresent()) {
                return List.of(done.get());
            }
        }
        if (!report.pointsBack(a)) {
            return others(sharing(report, a), a, report).stream()
                    .filter(d -> !isToldBy(report, d, sidesOf(report, a)))
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
        Set<String> own = sidesOf(report, a);
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
                .filter(d -> d.isDone() && d.isBy(sides))
                .filter(d -> d.isBlame()
                        || d.type().filter(t -> t == EventType.ASSAULT).isPresent())
                .max(Comparator.comparing(Draft::isBlame)
                        .thenComparingInt(d -> d.docs().size())
                        .thenComparingInt(d -> -drafts.indexOf(d)));
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
