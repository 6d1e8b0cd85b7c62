package org.sayso.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * How a source stands to the content: from the cue's own stance, its negation, and what a report is called.
 *
 * <p>Silence ("no comment", "not aware of", "neither confirmed nor denied", "did not say") DECLINES: it is neither denial
 * nor confirmation. "Did not rule out", "did not deny" DOUBTS: the source holds it possible. "Called the report fiction",
 * "said the claim was false", "refused to sign" DENIES; "said that there was no call" ASSERTS, for the negation stands in the content.
 */
final class Stances {
    private static final Set<String> FALSE = Set.of(
            "false",
            "untrue",
            "fiction",
            "fake",
            "lie",
            "fabrication",
            "fabricated",
            "baseless",
            "groundless",
            "unfounded",
            "nonsense",
            "hoax",
            "disinformation",
            "wrong",
            "incorrect",
            "absurd",
            "rubbish",
            "invented",
            "invention",
            "concocted",
            "made-up");
    static final Set<String> REPORTS = Set.of(
            "report", "claim", "allegation", "story", "rumor", "rumour", "accusation", "suggestion", "information");
    private static final Set<String> SAYING = Set.of(
            "say",
            "confirm",
            "comment",
            "tell",
            "disclose",
            "reveal",
            "specify",
            "mention",
            "acknowledge",
            "explain",
            "address");

    /** Whoever cites a denial does not deny. */
    private static final Set<String> CITING = Set.of("cite", "quote", "report");

    private static final Set<String> AGAINST = Set.of("warn", "advise", "caution", "counsel");

    private static final Pattern SILENT = Pattern.compile(
            "(?i)(?:\\b(?:not|never|neither|nor)|n['’]t)\\s+(?:\\w+\\s+){0,2}(?:comment|confirm|respond|reply|elaborate)"
                    + "|\\b(?:declin|refus)\\w+ to (?:comment|confirm|say|respond|elaborate|discuss|answer|speak)"
                    + "|\\bno (?:immediate )?comment\\b");
    private static final Pattern SAID_FALSE = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|as|being|it)\\s+(?:[\"“'‘]?[\\w-]+,?\\s+){0,3}[\"“'‘]?(?:false|untrue|fiction|fake|lies?|fabricat\\w+|baseless|groundless"
                    + "|unfounded|nonsense|hoax|disinformation|absurd|rubbish|invented|invention|concocted)\\b");

    private final Cues cues;
    private final Verdicts verdicts = new Verdicts();

    Stances(Cues cues) {
        this.cues = cues;
    }

    Stance of(AnalyzedText text, Draft draft) {
        if (draft.rule().contains("rule:silence")) {
            return Stance.DECLINES;
        }
        if (Hearers.made(draft)) {
            return Stance.ASSERTS;
        }
        if (Distance.made(draft)) {
            return Distance.stance(draft);
        }
        if (keepsSilent(text, draft)) {
            return Stance.DECLINES;
        }
        for (Span span : draft.cue()) {
            Optional<Sentence> sentence = text.sentenceAt(span.start());
            if (sentence.isPresent()) {
                Optional<Stance> found = ofWords(text, sentence.get(), span, draft);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return Stance.ASSERTS;
    }

    /** "Had not commented on", "would neither confirm nor deny", whatever the tree says. */
    private static boolean keepsSilent(AnalyzedText text, Draft draft) {
        String cue = String.join(
                " ", draft.cue().stream().map(c -> c.of(text.text())).toList());
        return SILENT.matcher(cue).find();
    }

    /** "No group has claimed responsibility": silence, not doubt. */
    private static boolean isResponsibility(AnalyzedText text, Sentence s, Token claim, List<Span> content) {
        return s.child(claim, "obj")
                        .filter(o -> o.lemma().equals("responsibility"))
                        .isPresent()
                || content.stream().anyMatch(c -> c.of(text.text()).startsWith("responsibility"));
    }

    private Optional<Stance> ofWords(AnalyzedText text, Sentence s, Span span, Draft draft) {
        List<Span> content = draft.content();
        Optional<Stance> weak = Optional.empty();
        List<Token> words = s.tokensIn(span);
        for (Token t : words) {
            Optional<Cue> cue = cues.at(s, t);
            String lemma = Cues.lemma(t);
            boolean negated = Negation.of(s, t);
            if (t.isVerb()
                    && negated
                    && (SilenceRule.VERBS.contains(Cues.lemma(t)) || SAYING.contains(Cues.lemma(t)))) {
                return Optional.of(Stance.DECLINES);
            }
            if (cue.isEmpty()) {
                continue;
            }
            Stance own = cue.get().stance();
            if (negated && lemma.equals("claim") && isResponsibility(text, s, t, content)) {
                return Optional.of(Stance.DECLINES);
            }
            if (own == Stance.DENIES && negated || own == Stance.ASSERTS && negated && !content.isEmpty()) {
                return Optional.of(Stance.DOUBTS);
            }
            if (lemma.equals("ask")
                            && words.size() > 1
                            && !s.child(t, "nsubj").isPresent()
                            && t.xpos().equals("VBN")
                    || draft.cue().size() > 1
                            && lemma.equals("ask")
                            && s.child(t, "nsubj").isEmpty()) {
                continue;
            }
            if (own == Stance.ASSERTS && toDo(s, t, lemma)) {
                return Optional.of(Stance.REQUESTS);
            }
            if (own == Stance.ASSERTS && callsFalse(text, s, t, content)) {
                return Optional.of(Stance.DENIES);
            }
            if (own == Stance.DECLINES && !SilenceRule.speaks(s, t)) {
                return Optional.of(Stance.DENIES);
            }
            if (own != Stance.ASSERTS) {
                return Optional.of(question(text, lemma, content) ? Stance.DOUBTS : asked(s, t, own));
            }
            if (isAsked(text, s, t)) {
                return Optional.of(Stance.DOUBTS);
            }
            Optional<Stance> verdict =
                    content.size() == 1 ? verdicts.of(content.getFirst().of(text.text())) : Optional.empty();
            if (verdict.isPresent()) {
                return verdict;
            }
            weak = Optional.of(own);
        }
        return weak;
    }

    /** "Was the dam mined?" he asked. */
    private static boolean question(AnalyzedText text, String lemma, List<Span> content) {
        return lemma.equals("ask")
                && !content.isEmpty()
                && content.getLast().of(text.text()).matches("(?s).*\\?[\"”’']?$");
    }

    /** "Did the president say that …?": nobody says that he said it. */
    private static boolean isAsked(AnalyzedText text, Sentence s, Token verb) {
        Optional<Token> subject = s.child(verb, "nsubj");
        boolean turned = subject.isPresent()
                && s.children(verb, "aux").stream()
                        .anyMatch(a -> a.index() < subject.get().index());
        return turned && s.span().of(text.text()).endsWith("?");
    }

    /** "Asked whether" is a question; "asked him to" a request. "Told him to stop" is a request, too. */
    private static Stance asked(Sentence s, Token verb, Stance own) {
        boolean question = Cues.lemma(verb).equals("ask")
                && s.children(verb, "ccomp", "advcl", "obj", "obl").stream()
                        .flatMap(c -> s.subtree(c).stream()
                                .filter(t -> !t.is("punct"))
                                .limit(1))
                        .anyMatch(t -> t.xpos().startsWith("W")
                                || Set.of("if", "whether").contains(Cues.lemma(t)));
        return question ? Stance.DOUBTS : own;
    }

    /** "Told him to stop", "warned him against escalating". */
    private static boolean toDo(Sentence s, Token verb, String lemma) {
        boolean told = lemma.equals("tell")
                && s.child(verb, "ccomp").isEmpty()
                && s.children(verb, "xcomp", "advcl").stream()
                        .anyMatch(x -> x.xpos().equals("VB"));
        boolean against = AGAINST.contains(lemma)
                && s.children(verb, "obl", "advcl").stream().anyMatch(o -> Clauses.hasCase(s, o, "against"));
        return told || against;
    }

    /** "called the report fiction", "said the claims were untrue". */
    private static boolean callsFalse(AnalyzedText text, Sentence s, Token verb, List<Span> content) {
        if (content.isEmpty() || !verb.isVerb() || CITING.contains(Cues.lemma(verb)) || Negation.of(s, verb)) {
            return false;
        }
        boolean report = false;
        boolean isFalse = false;
        for (Span piece : content) {
            for (Sentence in : text.sentencesIn(piece)) {
                for (Token t : in.tokensIn(piece)) {
                    String lemma = t.form().toLowerCase(Locale.ROOT);
                    report |= REPORTS.contains(Cues.lemma(t)) || REPORTS.contains(lemma.replaceFirst("s$", ""));
                    isFalse |= FALSE.contains(lemma) && predicate(in, t);
                }
            }
        }
        String words = content.getFirst().of(text.text());
        boolean brief = content.getFirst().length() < 60;
        boolean pronoun = words.matches("(?i)(?:that )?(?:this|that|it|they) .*");
        return (isFalse || report && SAID_FALSE.matcher(words).find()) && (report || brief || pronoun);
    }

    private static boolean predicate(Sentence s, Token t) {
        return !Negation.of(s, t)
                && (t.isRoot()
                        || s.child(t, "cop").isPresent()
                        || t.index() > 0 && s.token(t.index() - 1).isNoun()
                        || t.is("xcomp")
                        || t.is("obl")
                        || t.is("obj"));
    }
}
