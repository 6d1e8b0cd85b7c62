package org.sayso.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.outlet.Outlet;
import org.sayso.outlet.OutletMention;
import org.sayso.outlet.Outlets;

/** The chains of sources in one report: who says it, through which outlets. Immutable. */
final class Chains {
    /** What stands between a verb of telling and the outlet that was told. */
    private static final Pattern TOLD = Pattern.compile(
            "(?is).*\\b(?:told|tell|telling|speaking to|spoke to|(?:interview|comment|comments|remarks|statement) (?:with|to|for|by)"
                    + "|informed|briefed|said to)\\s+(?:the\\s+)?(?:[\\p{L}-]+\\s+){0,4}$");

    private static final Pattern SEEN = Pattern.compile(
            "(?is).*\\b(?:seen|reviewed|obtained|published|quoted|cited|reported|carried|presented|shared|aired) (?:\\p{L}+ )?(?:by|with) (?:the )?$");

    /** Words for an outlet that was named before, by what kind it is. */
    private static final Map<Outlet.Kind, Pattern> TRADES = Map.of(
            Outlet.Kind.PAPER, Pattern.compile("(?iu)\\b(?:newspaper|paper|daily|tabloid)\\b"),
            Outlet.Kind.AGENCY, Pattern.compile("(?iu)\\b(?:agency|newswire)\\b"),
            Outlet.Kind.BROADCASTER, Pattern.compile("(?iu)\\b(?:broadcaster|network|channel|station)\\b"));

    /** "Told our correspondent": its own source, whatever it cites besides. */
    private static final Pattern TOLD_US = Pattern.compile("(?iu)\\btold (?:us|this (?:news)?paper|our)\\b");

    /** An unnamed source so many sentences after an outlet was cited is taken to be that outlet's. */
    private static final int STILL_CITED = 2;

    /** A paper of which nothing more is said than who saw it. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?iu)^(?:the |this |that |a |its |extracts of (?:a |the )?)?(?:document|assessment|paper|memo)\\b");

    /** Bodies that write assessments. */
    private static final Pattern AUTHOR =
            Pattern.compile("(?iu)\\b(?:intelligence|inspectorate|commission|inquiry|court|auditor|watchdog)\\b");

    /** Sources no reader could name. */
    private static final Pattern FACELESS = Pattern.compile(
            "(?iu)\\b(sources?|people|persons?|officials?|officers?|diplomats?|someone|witness(es)?|insiders?|aides?|advisers?)\\b");

    private final Reading reading;
    private final Sentences sentences;
    private final List<OutletMention> outlets;
    private final Set<String> own;
    private final Outlets known;

    /**
     * @param outlets those that the report names, in order
     * @param own names under which the report itself appears
     */
    Chains(Reading reading, Sentences sentences, List<OutletMention> outlets, Set<String> own, Outlets known) {
        this.reading = reading;
        this.sentences = sentences;
        this.outlets = List.copyOf(outlets);
        this.own = Set.copyOf(own);
        this.known = known;
    }

    private String text() {
        return reading.article().text();
    }

    /** The chain behind some item. */
    Chain of(List<String> said, Names names) {
        List<String> words = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        Optional<Party> end = Optional.empty();
        Source.Kind endKind = Source.Kind.AUTHOR;
        Optional<String> hearsay = Optional.empty();
        Optional<String> last = Optional.empty();
        Stance stance = Stance.ASSERTS;
        Optional<Span> at = Optional.empty();
        Optional<String> when = Optional.empty();
        for (String id : withCoordinated(said.stream().filter(i -> !isAside(i)).toList())) {
            Attribution a = reading.attribution(id).orElseThrow();
            Optional<Outlet> outlet = outletOf(a);
            if (outlet.isEmpty() && (isOwnName(a) || !words.isEmpty() && isNobody(a, names))) {
                continue;
            }
            List<String> told = carriers(a);
            told.stream().filter(o -> !passed.contains(o)).forEach(passed::add);
            boolean sameVoice = last.isPresent() && last.equals(a.source().entity());
            last = a.source().entity();
            if (endKind == Source.Kind.UNNAMED && hearsay.isEmpty() && !sameVoice) {
                hearsay = Optional.of(words.getLast());
            }
            words.add(words(a, names));
            stance = a.stance();
            at = Optional.of(
                    a.source().spans().stream().findFirst().orElse(a.cue().getFirst()));
            when = a.when().or(() -> Optional.empty());
            boolean paperOfState = a.source().kind() == Source.Kind.DOCUMENT
                    && party(a, names).flatMap(Party::side).isPresent();
            if (outlet.isPresent() && !isFaceless(a) && !paperOfState) {
                outlet.map(Outlet::name).filter(o -> !passed.contains(o)).ifPresent(passed::add);
                end = Optional.empty();
                endKind = Source.Kind.OUTLET;
            } else {
                outlet.map(Outlet::name).filter(o -> !passed.contains(o)).ifPresent(passed::add);
                end = party(a, names);
                boolean body = end.filter(p ->
                                p.kind() == Source.Kind.ORGANIZATION && p.key().startsWith("body:"))
                        .isPresent();
                boolean neverNamed =
                        (a.source().kind() == Source.Kind.PERSON || a.source().kind() == Source.Kind.ORGANIZATION)
                                && end.filter(p -> p.kind() == Source.Kind.UNNAMED
                                                && p.side().isEmpty())
                                        .isPresent();
                endKind = body && a.source().kind() == Source.Kind.UNNAMED
                        ? Source.Kind.ORGANIZATION
                        : isFaceless(a) || neverNamed
                                ? Source.Kind.UNNAMED
                                : a.source().kind();
            }
        }
        if (endKind == Source.Kind.UNNAMED && passed.isEmpty()) {
            at.flatMap(this::stillCited).ifPresent(passed::add);
        }
        return new Chain(words, passed, end, endKind, hearsay, stance, at, when);
    }

    /** The author's own view of what his source says is no link to it. */
    private boolean isAside(String id) {
        return reading.attribution(id).filter(Attribution::isAside).isPresent();
    }

    /** "You saw that it indicates …", he said: he says so. */
    private boolean isNobody(Attribution a, Names names) {
        return reading.sourceWords(a).matches("(?i)you|we|us|one|i|it|they")
                && a.source()
                        .entity()
                        .flatMap(e -> names.party(reading, e))
                        .filter(p -> p.name().chars().anyMatch(Character::isUpperCase))
                        .isEmpty();
    }

    /** "The document said": that of the state whose body is cited for it elsewhere in the report. */
    private Optional<Party> party(Attribution a, Names names) {
        Optional<Party> own = a.source().entity().flatMap(e -> names.party(reading, e));
        String words = reading.sourceWords(a);
        if (a.source().kind() != Source.Kind.DOCUMENT
                || own.flatMap(Party::side).isPresent()) {
            return own;
        }
        Optional<Party> ofState = names.ofState(words);
        if (ofState.isPresent() || !DOCUMENT.matcher(words).find()) {
            return ofState.or(() -> own);
        }
        int at = a.cue().getFirst().start();
        return reading.attributions().stream()
                .filter(b -> b.source().kind() == Source.Kind.ORGANIZATION
                        && b.cue().getFirst().start() < at)
                .filter(b -> AUTHOR.matcher(reading.sourceWords(b)).find()
                        || b.inside()
                                .flatMap(reading::attribution)
                                .filter(o -> o.source().kind() == Source.Kind.DOCUMENT)
                                .isPresent())
                .reduce((first, second) -> second)
                .flatMap(b -> b.source().entity())
                .flatMap(e -> names.party(reading, e))
                .or(() -> own);
    }

    /** "The Lantern reported on Monday that": a paper of that name about itself. */
    private boolean isOwnName(Attribution a) {
        String name = Names.folded(reading.sourceWords(a));
        return !name.isEmpty() && own.stream().map(Names::folded).anyMatch(name::equals);
    }

    /** Where only an outlet stands behind words, but quotes somebody in the same sentence, he is the one who gave them. */
    List<String> toTheSpeaker(List<String> said, Span words) {
        if (said.isEmpty()) {
            return said;
        }
        Attribution last = reading.attribution(said.getLast()).orElseThrow();
        if (last.source().kind() != Source.Kind.OUTLET) {
            return said;
        }
        return reading.attributions().stream()
                .filter(x -> x.inside().equals(Optional.of(last.id())))
                .filter(x -> sentences.at(x.cue().getFirst().start()) == sentences.at(words.start()))
                .findFirst()
                .map(this::around)
                .orElse(said);
    }

    /** The attribution and those around it, outermost first. */
    List<String> around(Attribution a) {
        List<String> said = new ArrayList<>(List.of(a.id()));
        Optional<String> outer = a.inside();
        while (outer.isPresent() && said.size() <= reading.attributions().size()) {
            said.addFirst(outer.get());
            outer = reading.attribution(outer.get()).flatMap(Attribution::inside);
        }
        return said;
    }

    /** "Sources said that he asked for it and said that he …": the second "said" stands inside the first. */
    private List<String> withCoordinated(List<String> said) {
        if (said.isEmpty()) {
            return said;
        }
        Attribution first = reading.attribution(said.getFirst()).orElseThrow();
        if (first.inside().isPresent() || first.source().spans().isEmpty()) {
            return said;
        }
        Span source = first.source().spans().getFirst();
        return reading.attributions().stream()
                .filter(b -> !b.equals(first) && b.says(source) && b.inside().isEmpty())
                .filter(b ->
                        b.source().kind() == Source.Kind.OUTLET || b.source().kind() == Source.Kind.UNNAMED)
                .filter(b -> b.content().stream()
                        .anyMatch(c -> c.end() <= first.cue().getFirst().start()
                                && text().substring(
                                                c.end(), first.cue().getFirst().start())
                                        .matches("(?s),?\\s*(?:and\\s*)?")))
                .findFirst()
                .map(b -> Stream.of(innermost(b), said).flatMap(List::stream).toList())
                .orElse(said);
    }

    /** The chain that ends where the content of an attribution is told last: "the Post ← its sources". */
    private List<String> innermost(Attribution a) {
        List<String> said = new ArrayList<>(List.of(a.id()));
        Optional<Attribution> inner = Optional.of(a);
        while (inner.isPresent() && said.size() <= reading.attributions().size()) {
            String id = inner.get().id();
            inner = reading.attributions().stream()
                    .filter(x ->
                            x.inside().equals(Optional.of(id)) && x.content().equals(a.content()))
                    .findFirst();
            inner.ifPresent(x -> said.add(x.id()));
        }
        return said;
    }

    /**
     * "The Post reported the call. Several sources said …": whose sources these are, where the report does not say that they
     * are its own. Counting them with the outlet just cited errs on the side of fewer roots.
     */
    private Optional<String> stillCited(Span source) {
        int sentence = sentences.at(source.start());
        if (TOLD_US.matcher(sentences.all().get(sentence).of(text())).find()) {
            return Optional.empty();
        }
        return reading.attributions().stream()
                .filter(a -> a.cue().getFirst().start() < source.start()
                        && sentence - sentences.at(a.cue().getFirst().start()) <= STILL_CITED)
                .filter(a -> a.source().kind() == Source.Kind.OUTLET && !isHearer(a))
                .map(this::outletOf)
                .flatMap(Optional::stream)
                .map(Outlet::name)
                .filter(o -> !own.contains(o))
                .reduce((first, second) -> second);
    }

    /** Whether it says only to whom somebody spoke ("told Reuters"), as the frame of what he said. */
    boolean isHearer(Attribution a) {
        return a.source().kind() == Source.Kind.OUTLET
                && reading.attributions().stream()
                        .anyMatch(x -> x.inside().equals(Optional.of(a.id()))
                                && x.content().equals(a.content()));
    }

    /** The attribution in whose content this one stands, unless that only says who was told. */
    Optional<Attribution> speakerAround(Attribution a) {
        Optional<Attribution> outer = a.inside().flatMap(reading::attribution);
        for (int depth = 0; outer.isPresent() && isHearer(outer.get()) && depth < 10; depth++) {
            outer = outer.get().inside().flatMap(reading::attribution);
        }
        return outer.filter(o -> !isHearer(o));
    }

    private boolean isFaceless(Attribution a) {
        return a.source().kind() == Source.Kind.UNNAMED
                || a.source().kind() == Source.Kind.OUTLET
                        && FACELESS.matcher(reading.sourceWords(a)).find();
    }

    /** The outlet that a source is, or that its words name ("the Post's unnamed sources", "a Reuters report"). */
    private Optional<Outlet> outletOf(Attribution a) {
        return a.source().spans().stream()
                .flatMap(s -> outlets.stream().filter(o -> s.overlaps(o.span())))
                .map(OutletMention::outlet)
                .findFirst()
                .or(() -> byTrade(a))
                .or(() -> byRelative(a))
                .or(() -> a.source().kind() == Source.Kind.OUTLET
                        ? a.source().entity().flatMap(reading::entity).flatMap(e -> known.find(e.name()))
                        : Optional.empty());
    }

    /** "The Post report, which said": the outlet whose report it is. */
    private Optional<Outlet> byRelative(Attribution a) {
        if (!reading.sourceWords(a).matches("(?i)which|that|who")) {
            return Optional.empty();
        }
        int at = a.source().spans().getFirst().start();
        return outlets.stream()
                .filter(o -> o.span().end() <= at)
                .filter(o -> text().substring(o.span().end(), at).matches("(?s)(?:['’]s)?(?: \\p{Ll}+){0,2},? "))
                .map(OutletMention::outlet)
                .findFirst();
    }

    /** "The newspaper": the last outlet of that kind named before. */
    private Optional<Outlet> byTrade(Attribution a) {
        String words = reading.sourceWords(a);
        boolean of = a.source().kind() == Source.Kind.OUTLET || isFaceless(a);
        return TRADES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(t -> of && t.getValue().matcher(words).find())
                .findFirst()
                .flatMap(t -> outlets.stream()
                        .filter(o ->
                                o.span().end() <= a.source().spans().getFirst().start())
                        .filter(o -> o.outlet().kind() == t.getKey()
                                && !own.contains(o.outlet().name()))
                        .map(OutletMention::outlet)
                        .reduce((first, second) -> second));
    }

    /** Outlets that were told or shown it: "told Reuters", "in an interview with the BBC", "a document seen by AFP". */
    private List<String> carriers(Attribution a) {
        Span sentence = sentences.holding(a.cue().getFirst());
        Set<String> found = new TreeSet<>();
        for (OutletMention o : outlets) {
            boolean near = sentence.covers(o.span().start())
                    && a.source().spans().stream().noneMatch(s -> s.overlaps(o.span()));
            if (near && !own.contains(o.outlet().name())) {
                String before = text().substring(sentence.start(), o.span().start());
                boolean after = o.span().start() > a.cue().getFirst().start();
                if (after && TOLD.matcher(before).matches() && !a.says(o.span())
                        || SEEN.matcher(before).matches() && !a.says(o.span())) {
                    found.add(o.outlet().name());
                }
            }
        }
        return List.copyOf(found);
    }

    private String words(Attribution a, Names names) {
        String printed = Names.withinSentence(reading.sourceWords(a)
                .replaceAll("\\s+", " ")
                .replaceFirst("[\\s,;:]+$", "")
                .strip());
        boolean telling =
                printed.chars().anyMatch(Character::isUpperCase) && !printed.matches("(?i)he|she|they|it|we|i");
        if (telling || a.source().kind() == Source.Kind.UNNAMED && printed.length() > 4) {
            return printed;
        }
        return a.source()
                .entity()
                .flatMap(e -> names.party(reading, e))
                .map(Party::name)
                .or(() -> outletOf(a).map(Outlet::name))
                .orElse(printed.isEmpty() ? "nobody named" : printed);
    }
}
