package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Figure;
import org.sayso.model.Place;
import org.sayso.model.Span;
import org.sayso.model.Timex;

/**
 * Gathers the events of a story's reports into claims. Two events are one claim where type and mode agree, participants
 * overlap and neither dates nor places speak against it. An event without participants ("there was no conversation")
 * belongs to the last claim of its kind in the same report.
 */
final class Drafts {
    /** Conditions under which somebody spoke are no news. */
    private static final Pattern ANONYMITY =
            Pattern.compile("(?iu)\\bnot (?:to )?be (?:named|identified|quoted)\\b|\\banonymity\\b");

    /** Characters behind an event, in which "the attack" means it. */
    private static final int NEAR = 600;

    private static final Pattern THE_DEED = Pattern.compile(
            "(?iu)\\bthe (?:attack|assault|strike|raid|bombing|shelling|killings?|massacre|abduction|ambush)$");

    /** A statement made so many days before its report, or more, is no news in it. */
    private static final int OLD_STATEMENT = 21;
    /** Evidence of a claim that words are compared with; more would hardly add words. */
    private static final int COMPARED = 20;

    private final Gist gist;

    private Drafts(Gist gist) {
        this.gist = gist;
    }

    /** @param reports in a stable order */
    static List<Draft> of(List<Report> reports, Names names, Words words) {
        return new Drafts(new Gist(reports, words)).gather(reports, names);
    }

    private List<Draft> gather(List<Report> reports, Names names) {
        List<Draft> drafts = new ArrayList<>();
        List<Evidence> loose = new ArrayList<>();
        for (Report report : reports) {
            for (Event event : report.events()) {
                if (!isClaim(report, event) || isDenying(report, event)) {
                    continue;
                }
                Evidence evidence = Evidence.of(report, event, names);
                if (isLoose(evidence)) {
                    loose.add(evidence);
                } else {
                    place(evidence, drafts);
                }
            }
        }
        placeDenials(drafts);
        loose.forEach(e -> attach(e, drafts));
        reports.forEach(r -> countedElsewhere(r, drafts, names));
        drafts.removeIf(d -> d.against().isEmpty() && d.inFavour().stream().noneMatch(Evidence::vouches));
        return drafts;
    }

    /** Too little is known of it to be a claim by itself: nobody takes part, or only one in what needs two. */
    private static boolean isLoose(Evidence e) {
        Event event = e.event().orElseThrow();
        return e.isMutual()
                ? e.who().size() < 2
                : e.who().isEmpty()
                        && event.figures().isEmpty()
                        && event.where().isEmpty();
    }

    private static boolean isClaim(Report report, Event event) {
        return !ANONYMITY.matcher(event.extent().of(report.text())).find()
                && !event.background()
                && !isOld(report, event)
                && event.factuality().status() != Factuality.Status.HYPOTHETICAL
                && event.factuality().status() != Factuality.Status.CONDITIONAL;
    }

    /** "Last month he confirmed that …": what the report says to have been said long before. */
    private static boolean isOld(Report report, Event event) {
        return report.published().isPresent()
                && event.said().stream()
                        .map(id -> report.reading().attribution(id).orElseThrow())
                        .flatMap(a -> a.when().flatMap(report.reading()::timex).flatMap(Timex::earliest).stream())
                        .anyMatch(day -> day.isBefore(report.published().get().minusDays(OLD_STATEMENT)));
    }

    /** "He dismissed the claim" is a denial, kept as such, and no event besides. */
    private static boolean isDenying(Report report, Event event) {
        return event.type() == EventType.REJECT
                && report.reading().attributions().stream()
                        .filter(a -> a.cue().stream().anyMatch(event.trigger()::overlaps))
                        .anyMatch(a -> report.denies(a) || report.keepsSilent(a));
    }

    /** What only was denied when it was told may be what a later report tells. */
    private void placeDenials(List<Draft> drafts) {
        List<Draft> denied = drafts.stream().filter(d -> d.inFavour().isEmpty()).toList();
        drafts.removeAll(denied);
        denied.stream().flatMap(d -> d.all().stream()).forEach(e -> place(e, drafts));
    }

    private void place(Evidence evidence, List<Draft> drafts) {
        Draft best = null;
        double most = 0;
        for (Draft draft : drafts) {
            double fit = fit(evidence, draft);
            if (fit > most) {
                most = fit;
                best = draft;
            }
        }
        if (best == null) {
            best = new Draft();
            drafts.add(best);
        }
        best.add(evidence);
    }

    /** Dead that a report counts in words in which no event was found belong to the toll most reports give. */
    private static void countedElsewhere(Report report, List<Draft> drafts, Names names) {
        List<Draft> tolls = drafts.stream()
                .filter(d -> d.isToll() && !Fallen.areAttackers(d))
                .toList();
        if (tolls.stream().anyMatch(d -> d.docs().contains(report.doc()))) {
            return;
        }
        for (Figure f : report.loose()) {
            if (Fallen.counted(report, f).equals(Optional.of(Fallen.ATTACKERS))) {
                continue;
            }
            tolls.stream()
                    .filter(d -> !report.isDatedBefore(f.span(), d.when()))
                    .max(Comparator.comparingInt((Draft d) -> d.docs().size())
                            .thenComparingInt(d -> -drafts.indexOf(d)))
                    .ifPresent(d -> d.add(Evidence.ofStatement(
                                    report,
                                    clause(report, f),
                                    report.chains().of(report.chains().toTheSpeaker(f.said(), f.span()), names))
                            .said(f.said())));
        }
    }

    private static Span clause(Report report, Figure f) {
        return report.reading()
                .attribution(f.said().getLast())
                .flatMap(a ->
                        a.content().stream().filter(c -> c.overlaps(f.span())).findFirst())
                .map(report.sentences()::within)
                .orElse(report.sentences().holding(f.span()));
    }

    /** The claim of that kind that stands nearest before it in the report, else the one most reports carry. */
    private static void attach(Evidence loose, List<Draft> drafts) {
        Draft best = null;
        int nearest = Integer.MIN_VALUE;
        for (Draft draft : drafts) {
            if (!typeAgrees(loose, draft)
                    || !datesAgree(loose, draft)
                    || !draft.who().containsAll(Draft.named(loose.who()))) {
                continue;
            }
            int last = draft.all().stream()
                    .filter(e -> e.report() == loose.report()
                            && e.span().start() < loose.span().end())
                    .mapToInt(e -> e.span().start())
                    .max()
                    .orElse(-1_000_000 + draft.docs().size());
            if (last > nearest) {
                nearest = last;
                best = draft;
            }
        }
        if (best != null) {
            best.add(loose.withoutVoucher());
        }
    }

    /** Zero where they are not the same; more where more agrees. */
    private double fit(Evidence e, Draft d) {
        boolean assault = d.type().equals(Optional.of(EventType.ASSAULT));
        if (assault && d.all().stream().anyMatch(o -> Fallen.areOpposed(e, o))) {
            return 0;
        }
        if (e.isToll() && d.isToll() && isAnswer(e, d)) {
            return 0;
        }
        if (e.isToll() && d.isToll()) {
            boolean same = e.event().map(Event::type).equals(d.type())
                    && datesAgree(e, d)
                    && placesAgree(e, d)
                    && !isOtherSidesDeed(e, d);
            boolean alike = Draft.heads(e.recipients()).stream().anyMatch(d.recipientHeads()::contains);
            return same ? alike ? 1.5 : 1 : 0;
        }
        if (!kindAgrees(e, d) || !datesAgree(e, d) || !placesAgree(e, d)) {
            return 0;
        }
        double who = participants(e, d);
        boolean little = e.who().isEmpty() || isByDoerAlone(e, d);
        if (who > 0 && little && !sharesWords(e, d) && !isTheDeedBefore(e, d)) {
            return 0;
        }
        if (who <= 0) {
            who = samePeople(e, d);
        }
        if (who <= 0
                && isOwnDeedDenied(e)
                && d.actorKeys().isEmpty()
                && side(Draft.keys(e.recipients()), d.recipientKeys()) >= 0) {
            who = sharesWords(e, d) ? 0.5 : 0;
        }
        if (who <= 0) {
            who = tellsOfHeadline(e, d);
        }
        if (who <= 0) {
            return 0;
        }
        boolean sameMode = d.mode().isPresent() && d.mode().equals(e.event().flatMap(Event::mode));
        boolean sameDay = d.when().flatMap(Timex::edtf).isPresent()
                && d.when().flatMap(Timex::edtf).equals(e.when().flatMap(Timex::edtf));
        return who + (sameMode ? 0.5 : 0) + (sameDay ? 0.5 : 0);
    }

    /** "The army killed 31 militants, while the group killed 12 soldiers": two of one report, with other doers and other dead. */
    private static boolean isOtherSidesDeed(Evidence e, Draft d) {
        Set<String> dead = Draft.heads(e.recipients());
        return d.docs().contains(e.report().doc())
                && side(Draft.keys(e.actors()), d.actorKeys()) < 0
                && !dead.isEmpty()
                && !d.recipientHeads().isEmpty()
                && dead.stream().noneMatch(d.recipientHeads()::contains);
    }

    /** Gunmen killed when they were fought off are not the dead of their own attack. */
    private static boolean isAnswer(Evidence e, Draft d) {
        boolean theirs = Fallen.areAttackers(d);
        return Fallen.areAttackers(e) && !theirs && d.all().stream().anyMatch(Fallen::attack)
                || theirs && !Fallen.areAttackers(e) && Fallen.attack(e);
    }

    private static boolean typeAgrees(Evidence e, Draft d) {
        Optional<String> mode = e.event().flatMap(Event::mode);
        return d.type().equals(e.event().map(Event::type))
                && (mode.isEmpty() || d.mode().isEmpty() || mode.equals(d.mode()))
                && d.isDone() == Draft.done(e);
    }

    /**
     * Verbal acts must be about the same; of one speaker to one hearer about the same thing they are one claim even where one
     * report calls it advice and another a warning.
     */
    private boolean kindAgrees(Evidence e, Draft d) {
        Event event = e.event().orElseThrow();
        if (!Gist.isVerbal(event.type())) {
            return typeAgrees(e, d);
        }
        Set<String> mine = gist.of(e.report(), event);
        Set<String> theirs = new TreeSet<>();
        d.all().stream()
                .limit(COMPARED)
                .forEach(o -> theirs.addAll(gist.of(o.report(), o.event().orElseThrow())));
        boolean other = d.type().filter(Gist::isVerbal).isPresent()
                && d.isDone() == Draft.done(e)
                && !mine.isEmpty()
                && !theirs.isEmpty()
                && side(Draft.keys(e.actors()), d.actorKeys()) > 0
                && side(Draft.keys(e.recipients()), d.recipientKeys()) > 0;
        return (typeAgrees(e, d) || other) && Gist.agree(mine, theirs);
    }

    /**
     * "Gunmen kidnapped 17 students" and "armed men abducted more than 30 students": where nobody is named, deeds of one kind
     * and mode done to the same kind of people.
     */
    private double samePeople(Evidence e, Draft d) {
        Set<String> mine = Draft.heads(e.recipients());
        Set<String> theirs = d.recipientHeads();
        boolean nobodyNamed = Draft.keys(e.actors()).isEmpty()
                || d.actorKeys().isEmpty()
                || side(Draft.keys(e.actors()), d.actorKeys()) > 0;
        boolean kind = e.event().flatMap(Event::mode).isPresent()
                && e.event().flatMap(Event::mode).equals(d.mode());
        boolean alike = mine.isEmpty() && theirs.isEmpty()
                ? Draft.heads(e.actors()).stream().anyMatch(d.actorHeads()::contains) && sharesWords(e, d)
                : mine.stream().anyMatch(theirs::contains);
        boolean unnamed =
                Draft.keys(e.recipients()).isEmpty() && d.recipientKeys().isEmpty();
        return nobodyNamed && kind && unnamed && alike ? 0.5 : 0;
    }

    /** "The army denied bombing the market", where others do not say who bombed it. */
    private static boolean isOwnDeedDenied(Evidence e) {
        return e.against()
                && e.chain()
                        .end()
                        .filter(p ->
                                e.actors().stream().anyMatch(a -> a.standsFor().equals(p.standsFor())))
                        .isPresent();
    }

    /** "The group seized a cache", "the group seized two towns": where nobody is done to, the doer alone makes no claim the same. */
    private static boolean isByDoerAlone(Evidence e, Draft d) {
        boolean denial = e.against() || d.inFavour().isEmpty();
        return !denial
                && !e.isMutual()
                && !Gist.isVerbal(e.event().orElseThrow().type())
                && side(Draft.keys(e.recipients()), d.recipientKeys()) == 0;
    }

    private static boolean nobodyElse(Evidence e, Draft d) {
        return side(Draft.keys(e.actors()), d.actorKeys()) >= 0
                && side(Draft.keys(e.recipients()), d.recipientKeys()) >= 0;
    }

    /** What a headline announces, the report tells: "Gunmen attack army post", "Militants killed 19 in an attack on an army post". */
    private double tellsOfHeadline(Evidence e, Draft d) {
        return nobodyElse(e, d)
                        && d.all().stream()
                                .filter(o -> o.report() == e.report() && o.isHeadline() && !e.isHeadline())
                                .anyMatch(o -> shares(keys(e), o))
                ? 0.5
                : 0;
    }

    private Set<String> keys(Evidence e) {
        return gist.keys(e.span().of(e.report().text()));
    }

    private boolean shares(Set<String> keys, Evidence e) {
        return keys(e).stream().filter(keys::contains).count() >= 2;
    }

    /** "Accused the RSF of carrying out the attack", in a report that told of it. */
    private static boolean isTheDeedBefore(Evidence e, Draft d) {
        return d.all().stream()
                        .filter(o -> o.report() == e.report())
                        .mapToInt(o -> e.span().start() - o.span().end())
                        .anyMatch(apart -> apart >= 0 && apart <= NEAR)
                && THE_DEED.matcher(e.span().of(e.report().text())).find();
    }

    /** Two telling words in common with some evidence of a claim, among its first. */
    private boolean sharesWords(Evidence e, Draft d) {
        Set<String> mine = keys(e);
        return d.all().stream().limit(COMPARED).anyMatch(o -> shares(mine, o));
    }

    private static double participants(Evidence e, Draft d) {
        if (d.isMutual()) {
            Set<String> mine = e.who();
            Set<String> shared = new TreeSet<>(mine);
            shared.retainAll(d.who());
            int needed = Math.min(2, Math.min(mine.size(), d.who().size()));
            return shared.size() >= Math.max(1, needed) ? shared.size() : 0;
        }
        double actors = side(Draft.keys(e.actors()), d.actorKeys());
        double recipients = side(Draft.keys(e.recipients()), d.recipientKeys());
        if (actors < 0 || recipients < 0) {
            return 0;
        }
        if (e.who().isEmpty() && d.who().isEmpty()) {
            return 0.5;
        }
        return actors + recipients;
    }

    /** Overlap; 0 where one names nobody; -1 where they name others. */
    private static double side(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> shared = new TreeSet<>(a);
        shared.retainAll(b);
        return shared.isEmpty() ? -1 : shared.size();
    }

    private static boolean datesAgree(Evidence e, Draft d) {
        return d.times().stream().allMatch(t -> agree(e.when(), Optional.of(t)));
    }

    /** Within a day of each other: "overnight", time zones. */
    private static boolean agree(Optional<Timex> a, Optional<Timex> b) {
        Optional<LocalDate> fromA = a.flatMap(Timex::earliest);
        Optional<LocalDate> fromB = b.flatMap(Timex::earliest);
        if (fromA.isEmpty() || fromB.isEmpty()) {
            return true;
        }
        LocalDate toA = a.flatMap(Timex::latest).orElseThrow();
        LocalDate toB = b.flatMap(Timex::latest).orElseThrow();
        return !fromA.get().isAfter(toB.plusDays(1)) && !fromB.get().isAfter(toA.plusDays(1));
    }

    private static boolean placesAgree(Evidence e, Draft d) {
        return e.where().isEmpty()
                || d.places().stream().allMatch(p -> near(e.where().get(), p));
    }

    /** The same country, and not two cities far apart; a country or region lies near all that is in it. */
    private static boolean near(Place a, Place b) {
        boolean same =
                a.country().isEmpty() || b.country().isEmpty() || a.country().equals(b.country());
        boolean areas = a.name().equals(b.name())
                || a.admin1().isEmpty()
                || b.admin1().isEmpty()
                || a.admin1().equals(b.admin1());
        return same && areas;
    }
}
