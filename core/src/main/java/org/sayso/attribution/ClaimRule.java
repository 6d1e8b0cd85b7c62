package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Who takes up what a sentence has just told: "Y, X said, a claim that Z denies", "Y, a charge rejected by Z". The words are
 * read in their order, for trees hang them anywhere. The content is "a claim", as that of "Z denies the claim" is "the claim";
 * {@link #apart} takes it, and the answer, out of the mouth of whoever made the claim.
 */
final class ClaimRule implements Rule {
    static final String RULE = "rule:taken-up";

    private static final Set<String> THAT = Set.of("that", "which");
    private static final Set<String> CONFIRMING = Set.of("confirm", "corroborate", "acknowledge", "admit", "concede");
    private static final int LONGEST_SOURCE = 10;
    private static final int LONGEST_CLAIM = 4;

    private final Cues cues;

    ClaimRule(Cues cues) {
        this.cues = cues;
    }

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (int comma = 1; comma + 3 < s.size(); comma++) {
            if (s.token(comma).form().equals(",")) {
                int noun = claim(text, s, comma + 1);
                Optional<Draft> draft = noun < 0 ? Optional.empty() : answer(s, comma, noun);
                draft.ifPresent(found::add);
            }
        }
        return found;
    }

    /** The place of the noun in "a claim", "a long-standing claim", "something"; -1 where there is none. */
    private static int claim(AnalyzedText text, Sentence s, int from) {
        Span first = s.token(from).span();
        for (int at = from; at < Math.min(s.size(), from + LONGEST_CLAIM); at++) {
            if (Attribution.isClaim(first.union(s.token(at).span()).of(text.text()))) {
                return at;
            }
        }
        return -1;
    }

    private Optional<Draft> answer(Sentence s, int comma, int noun) {
        int from = noun + 1;
        if (from < s.size() && THAT.contains(s.token(from).form())) {
            from++;
        }
        int end = from;
        while (end < s.size() && end - from <= LONGEST_SOURCE && !answers(s, s.token(end))) {
            if (s.token(end).upos() == Upos.PUNCT || s.token(end).xpos().startsWith("W")) {
                return Optional.empty();
            }
            end++;
        }
        if (end == s.size() || end - from > LONGEST_SOURCE) {
            return Optional.empty();
        }
        boolean passive = end + 1 < s.size() && s.token(end + 1).form().equals("by");
        Token verb = s.token(end);
        List<Token> source = passive ? agent(s, end + 2) : beforeVerb(s, from, end);
        if (source.stream().noneMatch(t -> t.isNoun() || t.upos() == Upos.PRON)) {
            return Optional.empty();
        }
        Token first = passive || source.getLast().index() + 1 == end
                ? verb
                : s.token(source.getLast().index() + 1);
        List<Span> claim = Pieces.of(s, s.tokens().subList(comma + 1, noun + 1));
        return Optional.of(Draft.of(Pieces.of(s, source), List.of(first.span().union(verb.span())), claim, RULE, 0.6));
    }

    private boolean answers(Sentence s, Token t) {
        return t.isVerb()
                && (CONFIRMING.contains(Cues.lemma(t))
                        || cues.at(s, t)
                                .filter(c ->
                                        c.takes("np") && (c.stance() == Stance.DENIES || c.stance() == Stance.DOUBTS))
                                .isPresent());
    }

    /** Without the auxiliaries and adverbs that belong to the verb. */
    private static List<Token> beforeVerb(Sentence s, int from, int end) {
        int to = end;
        while (to > from
                && (s.token(to - 1).upos() == Upos.AUX
                        || s.token(to - 1).upos() == Upos.ADV
                        || s.token(to - 1).upos() == Upos.PART)) {
            to--;
        }
        return s.tokens().subList(from, to);
    }

    /** The noun phrase behind "by": up to a mark, or to "as" of "dismissed by the navy as slander". */
    private static List<Token> agent(Sentence s, int from) {
        int to = from;
        while (to < s.size()
                && s.token(to).upos() != Upos.PUNCT
                && !s.token(to).form().equals("as")) {
            to++;
        }
        return s.tokens().subList(Math.min(from, to), to);
    }

    /** The drafts, where no claim holds the answer to itself. */
    static List<Draft> apart(AnalyzedText text, List<Draft> drafts) {
        List<Draft> all = new ArrayList<>(drafts);
        for (Draft answer : drafts) {
            if (answer.rule().endsWith(RULE) && !answer.content().isEmpty()) {
                int from = answer.content().getFirst().start();
                int to = text.sentenceAt(from).map(s -> s.span().end()).orElseThrow();
                all.replaceAll(d -> d.equals(answer) ? d : before(text, d, new Span(from, to)));
            }
        }
        return all;
    }

    private static Draft before(AnalyzedText text, Draft d, Span answer) {
        boolean earlier = d.cue().stream().allMatch(c -> c.end() <= answer.start());
        return earlier && d.content().stream().anyMatch(answer::overlaps)
                ? d.withContent(d.content().stream()
                        .flatMap(c -> Pieces.without(text.text(), c, List.of(answer)).stream())
                        .toList())
                : d;
    }
}
