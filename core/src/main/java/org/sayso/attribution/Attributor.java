package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Attribution.Speech;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.outlet.Outlets;

/** Says who says what in an article. Immutable and thread-safe. */
public final class Attributor {
    private final List<Rule> rules;
    private final SourceKinds kinds;
    private final Stances stances;
    private final Media media;
    private final Distance distance = new Distance();

    public Attributor(Outlets outlets) {
        Cues cues = Cues.load();
        kinds = new SourceKinds(outlets);
        stances = new Stances(cues);
        media = new Media();
        rules = List.of(
                new LabelRule(),
                new TurnRule(),
                new AccordingRule(kinds),
                new SilenceRule(),
                new CountRule(),
                new ClaimRule(cues),
                new VerbRule(cues),
                new NounRule(cues, kinds),
                new HedgeRule(cues),
                new HeadlineRule(kinds));
    }

    public static Attributor load() {
        return new Attributor(Outlets.load());
    }

    /**
     * The attributions of a text.
     *
     * @return ids a1, a2, … in order of the first word of cue or content, outer before inner; the source's entity and the date are left for the pipeline.
     *     {@code inside} names the innermost attribution that says this one.
     */
    public List<Attribution> attribute(AnalyzedText text) {
        List<Draft> found = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            for (Rule rule : rules) {
                for (Draft draft : rule.find(text, sentence)) {
                    if (found.stream().noneMatch(d -> d.cueTouches(draft.cue()))) {
                        found.add(draft);
                    }
                }
            }
        }
        List<Draft> mended = Mending.mend(text, stances, ClaimRule.apart(text, Agreement.of(text, kinds, found)));
        List<Draft> spoken = DirectSpeech.assign(text, mended);
        List<Draft> cited = Citing.link(text, kinds, spoken);
        return finished(text, distance.mark(text, Hearers.link(text, kinds, cited)));
    }

    private List<Attribution> finished(AnalyzedText text, List<Draft> drafts) {
        List<Draft> kept = withoutWeak(Nesting.ordered(drafts.stream()
                .filter(d -> !d.content().isEmpty() || stances.of(text, d) == Stance.DECLINES)
                .toList()));
        List<Optional<Integer>> outer = Nesting.of(kept);
        List<Span> paragraphs = DirectSpeech.paragraphs(text);
        List<Attribution> all = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            all.add(attribution(text, paragraphs, i, kept.get(i), outer.get(i)));
        }
        return all;
    }

    /** What only a weak rule found stays inside the words of somebody, where the head does not look, and goes elsewhere. */
    private static List<Draft> withoutWeak(List<Draft> drafts) {
        List<Optional<Integer>> outer = Nesting.of(drafts);
        return IntStream.range(0, drafts.size())
                .filter(i -> !drafts.get(i).isWeak() || outer.get(i).isPresent())
                .mapToObj(drafts::get)
                .toList();
    }

    private Attribution attribution(AnalyzedText text, List<Span> paragraphs, int i, Draft d, Optional<Integer> outer) {
        Source.Kind kind = Hearers.made(d)
                ? Source.Kind.OUTLET
                : Distance.made(d) ? Source.Kind.AUTHOR : kinds.of(text, d.source());
        return new Attribution(
                "a" + (i + 1),
                new Source(d.source(), kind, Optional.empty()),
                d.cue(),
                d.content(),
                outer.map(o -> "a" + (o + 1)),
                speech(text, paragraphs, d.content()),
                stances.of(text, d),
                media.of(text, d.cue(), d.content()),
                Optional.empty(),
                d.rule(),
                d.confidence());
    }

    /** By the share of the words that stand in quotation marks: nine tenths direct, a twentieth mixed. */
    private static Speech speech(AnalyzedText text, List<Span> paragraphs, List<Span> content) {
        List<Span> quoted = paragraphs.stream()
                .filter(p -> content.stream().anyMatch(p::overlaps))
                .flatMap(p -> Quotation.in(text.text(), p).stream())
                .map(Quotation::span)
                .toList();
        double share = Pieces.share(content, quoted);
        return share >= 0.9 ? Speech.DIRECT : share > 0.05 ? Speech.MIXED : Speech.INDIRECT;
    }
}
