package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Sentence;

/**
 * Finds events in PLOVER terms. Thread-safe; deterministic; loaded once.
 *
 * <p>A word is looked up with its frame in {@code verbs.tsv} or {@code nouns.tsv}, its participants and factuality are
 * read off the tree, and the coding rules of the ontology are applied to what was found.
 */
public final class EventFinder {
    /** Below this an event is a guess; measured on PLV train and the negatives of IndiaPoliceEvents. */
    private static final double THRESHOLD = 0.5;

    private final Lexicon lexicon;
    private final FactualityReader factuality;
    private final MentionMaker maker;

    private EventFinder(Lexicon lexicon, FactualityReader factuality, MentionMaker maker) {
        this.lexicon = lexicon;
        this.factuality = factuality;
        this.maker = maker;
    }

    public static EventFinder load() {
        FactualityReader factuality = FactualityReader.load();
        return new EventFinder(Lexicon.load(), factuality, MentionMaker.load(factuality));
    }

    /** How the finder judges whether a word's event is said to have happened. */
    public FactualityReader factuality() {
        return factuality;
    }

    /**
     * The events told, in order of their triggers.
     *
     * @param attributions of the same text; their stance decides what is denied or doubted
     */
    public List<EventMention> find(AnalyzedText text, List<Attribution> attributions) {
        return candidates(text, attributions).stream()
                .filter(m -> m.confidence() >= THRESHOLD)
                .toList();
    }

    /** Those and the guesses that {@link #find} leaves out; for evaluation and for people who tune. */
    public List<EventMention> candidates(AnalyzedText text, List<Attribution> attributions) {
        List<Found> all = new ArrayList<>();
        Confidence confidence = new Confidence(text, lexicon.classes(), factuality);
        for (Sentence sentence : text.sentences()) {
            SenseReader reader = new SenseReader(lexicon, text, sentence);
            List<Found> found = maker.make(text, sentence, reader, attributions, confidence);
            all.addAll(Anaphora.resolve(sentence, SameHappening.merge(sentence, found), all, factuality));
        }
        return CodingRules.overall(all).stream()
                .map(Found::mention)
                .sorted((a, b) -> a.trigger().compareTo(b.trigger()))
                .toList();
    }
}
