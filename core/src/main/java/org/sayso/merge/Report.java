package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Event;
import org.sayso.model.Figure;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.outlet.Outlet;
import org.sayso.outlet.OutletMention;
import org.sayso.outlet.Outlets;

/** One reading with what merging needs to know of it: its sentences, the outlets it names, its own outlet. */
final class Report {
    /** A dateline with its byline fits into so many characters. */
    private static final int HEAD = 200;

    /** "It was wrong to deliver arms" condemns what was done and does not deny it. */
    private static final Pattern WRONG_OF = Pattern.compile("(?iu)\\bwrong (?:for|to|of)\\b");

    private final Reading reading;
    private final Sentences sentences;
    private final List<OutletMention> outlets;
    private final List<OutletMention> wire;
    private final Set<String> own;
    private final Outlets known;
    private final Denying denying;
    private final Optional<String> copied;
    private final Chains chains;

    /** @param copied the newsroom whose words it prints, where that was found by comparing texts */
    Report(Reading reading, Outlets known, Denying denying, Optional<String> copied) {
        this.copied = copied;
        this.reading = reading;
        this.known = known;
        this.denying = denying;
        this.sentences = new Sentences(reading.article().text());
        this.outlets = known.mentionsIn(reading.article().text());
        this.wire = outlets.stream().filter(this::isCredit).toList();
        this.own = ownNames(reading, known);
        wire.forEach(w -> own.add(w.outlet().name()));
        this.chains = new Chains(reading, sentences, outlets, own, known);
    }

    Reading reading() {
        return reading;
    }

    String doc() {
        return reading.article().docId();
    }

    String text() {
        return reading.article().text();
    }

    Sentences sentences() {
        return sentences;
    }

    List<OutletMention> outlets() {
        return outlets;
    }

    Optional<LocalDate> published() {
        return reading.article().published();
    }

    /** Agencies credited in the text itself: "(Reuters) -" at its head, "(AP)" at its end. */
    List<OutletMention> wire() {
        return wire;
    }

    private boolean isCredit(OutletMention o) {
        String text = text();
        boolean bracketed = o.span().start() > 0
                && text.charAt(o.span().start() - 1) == '('
                && o.span().end() < text.length()
                && text.charAt(o.span().end()) == ')';
        if (!bracketed || o.outlet().kind() == Outlet.Kind.PAPER) {
            return false;
        }
        String after = text.substring(o.span().end() + 1).stripLeading();
        boolean opens = o.span().start() < HEAD && after.matches("(?s)[-–—:].*");
        return opens || after.isEmpty();
    }

    /** Names of the outlet that printed it and of the agencies whose copy it is. */
    Set<String> own() {
        return own;
    }

    /** Whose work this is: the agency or outlet whose copy it is, else the publisher. */
    Optional<String> newsroom() {
        return reading.article().wire().stream()
                .findFirst()
                .map(w -> known.find(w).map(Outlet::name).orElse(w))
                .or(() -> wire.stream().findFirst().map(w -> w.outlet().name()))
                .or(() -> copied)
                .or(this::printer);
    }

    /** The publisher as it counts among outlets; the document itself where it is not known. */
    String outletOrDoc() {
        return printer().orElse(doc());
    }

    private Optional<String> printer() {
        return reading.article()
                .publisher()
                .map(p -> known.find(p).map(Outlet::name).orElse(p))
                .or(() -> reading.article().url().flatMap(known::ofDomain).map(Outlet::name));
    }

    /** Who stands behind the words of these attributions. */
    Chains chains() {
        return chains;
    }

    /**
     * Whether somebody denies there what the attribution is about. "Neither confirm nor deny" does not. Of nested
     * attributions the innermost counts.
     */
    boolean denies(Attribution a) {
        if (keepsSilent(a)) {
            return false;
        }
        String content = words(a.content());
        if (WRONG_OF.matcher(content).find()) {
            return false;
        }
        boolean denied = a.stance() == Stance.DENIES || denying.denies(words(a.cue())) || denying.callsFalse(content);
        return denied
                && (a.stance() == Stance.DENIES
                        || reading.attributions().stream()
                                .noneMatch(x -> x.inside().equals(Optional.of(a.id()))
                                        && denying.callsFalse(words(x.content()))));
    }

    /** Whether the words denied only point to something told before: "it", "that", "the report", "as pure fiction". */
    boolean pointsBack(Attribution a) {
        String content = words(a.content());
        return denying.callsFalse(content) || denying.pointsBack(content);
    }

    /** "Y, X said, a claim that Z denies": what is denied stands in the same sentence, before. */
    boolean answersClaim(Attribution a) {
        return a.takesUpClaim(text())
                && sentences.holding(a.content().getFirst()).start()
                        < a.content().getFirst().start();
    }

    boolean discredits(Span words) {
        return denying.discredits(words.of(text()));
    }

    /** Whether a verb says so: "denied", "rejected". */
    boolean deniesByVerb(Attribution a) {
        return denies(a) && denying.denies(words(a.cue()));
    }

    /** Whether somebody there neither confirms nor denies. */
    boolean keepsSilent(Attribution a) {
        return a.stance() == Stance.DECLINES || denying.keepsSilent(extent(a).of(text()));
    }

    /** From the first to the last word of source, cue and content, no further than the sentence of the cue. */
    Span extent(Attribution a) {
        Span sentence = sentences.holding(a.cue().getFirst());
        Span all = a.cue().getFirst();
        for (List<Span> role : List.of(a.source().spans(), a.cue(), a.content())) {
            for (Span s : role) {
                if (sentence.overlaps(s)) {
                    all = all.union(new Span(Math.max(s.start(), sentence.start()), Math.min(s.end(), sentence.end())));
                }
            }
        }
        return all;
    }

    String words(List<Span> spans) {
        return String.join(" ", spans.stream().map(s -> s.of(text())).toList());
    }

    List<Event> events() {
        return reading.events();
    }

    /** Dead, hurt and missing that somebody counts and no event was found for. */
    List<Figure> loose() {
        return reading.figures().stream()
                .filter(f -> f.event().isEmpty()
                        && !f.said().isEmpty()
                        && f.measure().isCasualty())
                .filter(f -> f.low().or(f::high).filter(n -> n.intValue() > 1).isPresent())
                .toList();
    }

    /** Whether it is named only to say that it is wrong. */
    boolean isDenied(Figure f) {
        return f.said().stream()
                .map(reading::attribution)
                .flatMap(Optional::stream)
                .anyMatch(a -> !a.isAside() && denies(a));
    }

    /** Whether the sentence around some words names a time that ended before another began. */
    boolean isDatedBefore(Span words, Optional<Timex> when) {
        Span sentence = sentences.holding(words);
        Optional<LocalDate> from = when.flatMap(Timex::earliest);
        return from.isPresent()
                && reading.timexes().stream()
                        .filter(t -> sentence.covers(t.span().start()))
                        .flatMap(t -> t.latest().stream())
                        .anyMatch(to -> to.isBefore(from.get().minusDays(1)));
    }

    List<Figure> figuresOf(Event e) {
        return Stream.concat(
                        e.figures().stream().map(reading::figure).flatMap(Optional::stream),
                        loose().stream().filter(f -> f.span().overlaps(e.extent())))
                .distinct()
                .toList();
    }

    private static Set<String> ownNames(Reading reading, Outlets known) {
        Set<String> own = new TreeSet<>();
        List<String> names = new ArrayList<>(reading.article().wire());
        reading.article().publisher().ifPresent(names::add);
        reading.article().dateline().flatMap(d -> d.agency()).ifPresent(names::add);
        for (String name : names) {
            own.add(known.find(name).map(Outlet::name).orElse(name));
        }
        reading.article().url().flatMap(known::ofDomain).map(Outlet::name).ifPresent(own::add);
        return own;
    }
}
