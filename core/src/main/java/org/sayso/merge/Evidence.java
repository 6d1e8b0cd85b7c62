package org.sayso.merge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/**
 * One stretch of one report that carries a claim, or goes against it.
 *
 * @param event absent for a statement that is no event
 * @param said ids of the attributions it stands in, outermost first
 * @param span the clause
 * @param against it says that the thing did not happen
 * @param vouches false where the thing is only mentioned on the way ("was informed of the call")
 * @param actors who is said to have done it
 * @param recipients to whom
 */
record Evidence(
        Report report,
        Optional<Event> event,
        List<String> said,
        Span span,
        Chain chain,
        boolean against,
        boolean vouches,
        List<Party> actors,
        List<Party> recipients,
        Optional<Timex> when,
        Optional<Place> where) {
    /** A noun with its article: the thing is taken as known, not told. "That he had", "the two" open a clause instead. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?u).*(?<![\\p{L}])(?i:the|a|an|any|such|this|these|those|his|her|its|their|no|alleged|reported|purported|phone|telephone|\\p{Lu}\\p{L}+['’]s)\\s+"
                    + "(?:(?!(?:two|three|both|men|women|leaders|presidents|sides|and|or|to|of|he|she|it|they|we|who|which|that|not|"
                    + "had|has|have|was|were|is|are|been|be|would|will|could|can|may|might|did|does|do|said)\\b)[\\p{Ll}][\\p{L}-]*\\s+){0,2}$",
            Pattern.DOTALL);

    /** A past tense is told, whatever noun stands before it: "a strike on the market killed 36". */
    private static final Pattern VERB = Pattern.compile(
            "(?u)\\p{Ll}+ed|spoke|met|held|took|struck|hit|shot|sent|gave|said|told|fought|fell|rose|broke|left|sank|blew|drove|won|lost|set|put|cut|shut");

    /** "Rejected a report that they spoke": what is rejected follows. */
    private static final Pattern A_REPORT_THAT = Pattern.compile(
            "(?iu).*\\b(?:reports?|claims?|allegations?|accounts?|stor(?:y|ies)|suggestions?|accusations?|rumou?rs?)\\s+(?:that|of)\\b[^.]*",
            Pattern.DOTALL);

    /** "The blast that killed 500": told on the way, on nobody's word but the writer's. */
    private static final Pattern PRESUPPOSED = Pattern.compile(
            "(?iu).*\\b(?:blast|explosion|attack|strike|raid|bombing|shelling|fire|crash|war) (?:that|which) (?:has |had )?$",
            Pattern.DOTALL);

    /** "For the students kidnapped in Dan Rimi": a participle after its noun. What is said of the noun is not said of the deed. */
    private static final Pattern OF_A_NOUN = Pattern.compile(
            "(?u).*\\b(?:(?i:the|these|those|some|all|many|several|more|other|of|for)|\\p{N}+|(?i:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores))"
                    + " (?:(?:of|than|the|\\p{N}+|\\p{Ll}+-\\p{Ll}+|[\\p{Ll}]+) ){0,2}(?:\\p{Ll}{2,}s|\\p{Ll}*(?:men|women)|people|children|police) $",
            Pattern.DOTALL);

    private static final Pattern PARTICIPLE = Pattern.compile(
            "(?u)(?:kidnapped|abducted|killed|wounded|injured|hurt|held|detained|arrested|taken|seized|captured|shot|slain|displaced|"
                    + "freed|released|jailed|imprisoned|bombed|destroyed|evacuated|recruited|trafficked|airdropped|deployed) "
                    + "(?:in|from|by|on|at|near|during|last|this|over|with|outside|along)\\b.*",
            Pattern.DOTALL);

    private static final Map<String, DayOfWeek> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toUnmodifiableMap(d -> d.name().toLowerCase(Locale.ROOT), d -> d));

    private static final Pattern WEEKDAY =
            Pattern.compile("(?iu)\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b");

    private static final Pattern ADMITTING =
            Pattern.compile("(?iu)\\b(?:acknowledg|admit|conced(?:e|ing)|confess)\\p{L}*");

    private static final Pattern PUTTING = Pattern.compile(
            "(?iu)(?:(?:has|have|had) )?(?:\\p{L}+ly )?(?:put|puts|placed?|places|sets?|raised?|lowered|revised|cut|reduced|increased|updated)");

    private static final Pattern EDGES =
            Pattern.compile("[^\\p{L}\\p{N}\"“‘'$€£]*(?:(?:that|whether)\\s+)?(.*?)[\\s,;:–—-]*", Pattern.DOTALL);

    private static final Pattern GOING_ON = Pattern.compile("(?iu)(?:which|who|that|and|killing|leaving)\\b");

    private static final Set<EventType> MUTUAL = Set.of(EventType.CONSULT, EventType.AGREE, EventType.COOPERATE);

    Evidence {
        said = List.copyOf(said);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
    }

    static Evidence of(Report report, Event event, Names names) {
        Chain chain = report.chains().of(event.said(), names);
        boolean negative = event.factuality().polarity() == Factuality.Polarity.NEGATIVE
                || event.factuality().status() == Factuality.Status.DENIED;
        return new Evidence(
                report,
                Optional.of(event),
                event.said(),
                trimmed(report.text(), event.extent()),
                chain,
                !isOfANoun(report, event) && (negative || denied(report, event) || isRejected(report, event)),
                chain.stance() == Stance.ASSERTS && !isMentionedOnly(report, event) && !isSilent(report, event),
                parties(report, event.actors(), names),
                parties(report, event.recipients(), names),
                event.when().flatMap(report.reading()::timex).filter(t -> isConsistent(report, t)),
                event.where().flatMap(report.reading()::place));
    }

    /** Words in which no event was found. */
    static Evidence ofStatement(Report report, Span span, Chain chain) {
        return new Evidence(
                report,
                Optional.empty(),
                List.of(),
                trimmed(report.text(), span),
                chain,
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with who did it. */
    Evidence by(Party author) {
        return new Evidence(
                report, event, said, span, chain, against, vouches, List.of(author), recipients, when, where);
    }

    /** Whether it counts dead, wounded or missing. */
    boolean isToll() {
        return event.map(report::figuresOf).orElse(List.of()).stream()
                .anyMatch(f -> f.measure().isCasualty());
    }

    /** "Which killed two", "killing two": what it is about stands before it. */
    boolean goesOn() {
        return GOING_ON.matcher(span.of(report.text())).lookingAt();
    }

    boolean countsDead() {
        return event.map(report::figuresOf).orElse(List.of()).stream()
                .anyMatch(f -> f.measure() == Figure.Measure.KILLED);
    }

    boolean isMutual() {
        return event.map(Event::type).filter(MUTUAL::contains).isPresent();
    }

    Set<String> who() {
        Set<String> who = new TreeSet<>();
        actors.forEach(p -> who.add(p.key()));
        recipients.forEach(p -> who.add(p.key()));
        return who;
    }

    /** The day of the statement where the text dates it, else the day of the report. */
    Optional<LocalDate> day() {
        return chain.when()
                .flatMap(report.reading()::timex)
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .flatMap(Timex::earliest)
                .or(report::published);
    }

    /** "We are not aware of any flights" is no word for them. */
    private static boolean isSilent(Report report, Event event) {
        return event.said().stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .anyMatch(report::keepsSilent);
    }

    private static boolean denied(Report report, Event event) {
        return event.said().stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .anyMatch(a -> !a.isAside() && report.denies(a));
    }

    /** Somebody denies it in so many words ("denied that they spoke"); "could not have opposed it" only says no. */
    boolean isDeniedOutright() {
        return said.stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .anyMatch(a -> !a.isAside() && report.deniesByVerb(a));
    }

    /** Without the punctuation and the "that" at its edges. */
    static Span trimmed(String text, Span extent) {
        Matcher m = EDGES.matcher(extent.of(text));
        return m.matches() ? new Span(extent.start() + m.start(1), extent.start() + m.end(1)) : extent;
    }

    /** "Thursday, 7 October" where the seventh was a Monday is a misprint: no date. */
    private static boolean isConsistent(Report report, Timex t) {
        Matcher m = WEEKDAY.matcher(t.span().of(report.text()));
        Optional<LocalDate> day = t.earliest().filter(d -> t.latest().equals(Optional.of(d)));
        return day.isEmpty()
                || !m.find()
                || day.get().getDayOfWeek() == WEEKDAYS.get(m.group(1).toLowerCase(Locale.ROOT));
    }

    /** In nobody's words, but after a denial in the same sentence: "rejected as fiction a report that they spoke". */
    private static boolean isRejected(Report report, Event event) {
        Span sentence = report.sentences().holding(event.trigger());
        return event.said().isEmpty()
                && report.reading().attributions().stream()
                        .filter(a -> sentence.covers(a.cue().getFirst())
                                && a.cue().getFirst().end() <= event.trigger().start())
                        .filter(report::denies)
                        .anyMatch(a -> A_REPORT_THAT
                                .matcher(report.text()
                                        .substring(
                                                a.cue().getFirst().end(),
                                                event.trigger().start()))
                                .matches());
    }

    /** The same words, no longer as an event of some type. */
    Evidence withoutEvent() {
        return new Evidence(
                report, Optional.empty(), said, span, chain, against, vouches, actors, recipients, when, where);
    }

    Evidence said(List<String> ids) {
        return new Evidence(report, event, ids, span, chain, against, vouches, actors, recipients, when, where);
    }

    Evidence withoutVoucher() {
        return new Evidence(report, event, said, span, chain, against, false, actors, recipients, when, where);
    }

    private static boolean isMentionedOnly(Report report, Event event) {
        Span sentence = report.sentences().holding(event.trigger());
        String before =
                report.text().substring(sentence.start(), event.trigger().start());
        if (PRESUPPOSED.matcher(before).matches() || event.figures().isEmpty() && isOfANoun(report, event)) {
            return true;
        }
        boolean noun = KNOWN.matcher(before).matches()
                && !VERB.matcher(event.trigger().of(report.text())).matches();
        boolean whole = event.said().stream()
                .map(id -> report.reading().attribution(id).orElseThrow())
                .flatMap(a -> a.content().stream())
                .anyMatch(c -> c.covers(event.trigger())
                        && c.length() < event.trigger().length() + 60);
        return noun && !whole && !event.said().isEmpty();
    }

    /** A sentence without a full stop. */
    private static boolean isHeadline(Report report, Span sentence) {
        return !sentence.of(report.text()).matches("(?s).*[.!?][\"”’')]*");
    }

    /** Whether it stands above the report. */
    boolean isHeadline() {
        Span sentence = report.sentences().holding(span);
        return sentence.start() == 0 && isHeadline(report, sentence);
    }

    private static boolean isOfANoun(Report report, Event event) {
        Span sentence = report.sentences().holding(event.trigger());
        String text = report.text();
        return !isHeadline(report, sentence)
                && PARTICIPLE
                        .matcher(text.substring(event.trigger().start(), sentence.end()))
                        .matches()
                && OF_A_NOUN
                        .matcher(
                                text.substring(sentence.start(), event.trigger().start()))
                        .matches();
    }

    /** "Put the toll at 54": a number of somebody's, but no word that the thing happened beside those who tell it. */
    boolean onlyCounts() {
        return !said.isEmpty()
                && report.reading()
                        .attribution(said.getLast())
                        .filter(a -> PUTTING.matcher(report.words(a.cue())).matches())
                        .isPresent();
    }

    /** Whether the same sentence calls somebody's account untrue or unreliable. */
    boolean isDiscrediting() {
        return report.discredits(report.sentences().holding(span));
    }

    /** Whether somebody who may have denied it before owns to it: "acknowledged", "admitted". */
    boolean admits() {
        Span sentence = report.sentences().holding(span);
        return ADMITTING.matcher(sentence.of(report.text())).find();
    }

    private static List<Party> parties(Report report, List<String> ids, Names names) {
        List<Party> found = new ArrayList<>();
        for (String id : ids) {
            names.members(report.reading(), id).stream()
                    .filter(p -> p.kind() != Source.Kind.DOCUMENT && !found.contains(p))
                    .forEach(found::add);
        }
        return found;
    }
}
