package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Neither denial nor confirmation: "did not respond to a request", "would not comment", "neither confirmed nor denied",
 * "was not aware of", "had no information", "could not be reached", "calls went unanswered". The content, where there is one, is
 * what the silence is about.
 */
final class SilenceRule implements Rule {
    static final Set<String> VERBS = Set.of("comment", "confirm", "respond", "reply", "elaborate", "discuss", "answer");
    private static final Set<String> REFUSING = Set.of("decline", "refuse");
    private static final Set<String> SPEAKING = Set.of(
            "comment",
            "confirm",
            "respond",
            "reply",
            "elaborate",
            "discuss",
            "answer",
            "say",
            "speak",
            "identify",
            "specify",
            "talk",
            "name",
            "disclose",
            "reveal",
            "explain",
            "describe",
            "react",
            "verify",
            "deny");
    private static final Set<String> GIVING = Set.of("give", "provide", "offer", "make");
    private static final Set<String> ADJECTIVES = Set.of("aware", "unaware", "familiar");
    /** What is sent to somebody who may leave it unanswered. */
    private static final Set<String> MESSAGES = Set.of(
            "call",
            "message",
            "email",
            "e-mail",
            "letter",
            "request",
            "question",
            "inquiry",
            "enquiry",
            "query",
            "text");

    private static final Set<String> REACTIONS = Set.of("respond", "reply");
    private static final Set<String> ASKED = Set.of(
            "comment",
            "allegation",
            "accusation",
            "claim",
            "charge",
            "report",
            "reporter",
            "journalist",
            "attempt",
            "effort",
            "criticism",
            "statement",
            "remark",
            "approach",
            "invitation",
            "complaint",
            "post",
            "list",
            "finding",
            "demand",
            "proposal",
            "offer");

    private static final Set<String> TO = Set.of("to", "with", "for", "at");
    private static final Set<String> OBJECTS = Set.of(
            "comment", "information", "knowledge", "confirmation", "detail", "response", "reaction", "reply", "word");

    @Override
    public List<Draft> find(AnalyzedText text, Sentence s) {
        List<Draft> found = new ArrayList<>();
        for (Token t : s.tokens()) {
            String lemma = Cues.lemma(t);
            boolean silent = t.isVerb() && VERBS.contains(lemma) && Negation.of(s, t) && !isReaction(s, t)
                    || ADJECTIVES.contains(lemma) && (lemma.equals("unaware") || Negation.of(s, t))
                    || t.isVerb() && lemma.equals("have") && hasNo(s, t);
            if (silent || staysSilent(s, t)) {
                draft(s, t, t).ifPresent(found::add);
            } else if (t.isVerb() && Negation.of(s, t) && lemma.equals("reach")) {
                unreached(s, t).ifPresent(found::add);
            } else if (t.isVerb() && unanswered(s, t)) {
                unanswered(s, t, lemma).ifPresent(found::add);
            } else if (t.isNoun() && OBJECTS.contains(lemma) && Negation.of(s, t)) {
                nothingFrom(s, t).ifPresent(found::add);
            } else if (t.isVerb() && speaking(s, t) && (yetTo(s, t) || without(s, t))) {
                draft(s, t, t).ifPresent(found::add);
            } else if (t.isVerb() && REFUSING.contains(lemma)) {
                s.children(t, "xcomp").stream()
                        .filter(x -> speaking(s, x))
                        .findFirst()
                        .flatMap(x -> draft(s, t, x))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** "Will not respond to provocation": no answer is owed to that. */
    private static boolean isReaction(Sentence s, Token verb) {
        return REACTIONS.contains(Cues.lemma(verb))
                && s.children(verb, "obl").stream()
                        .filter(o -> Clauses.hasCase(s, o, "to"))
                        .anyMatch(o -> !MESSAGES.contains(Cues.lemma(o))
                                && !ASKED.contains(Cues.lemma(o))
                                && o.upos() == Upos.NOUN);
    }

    /** "Was not available for comment", "remained silent on it", "would not be drawn". */
    private static boolean staysSilent(Sentence s, Token t) {
        boolean away = t.lemma().equals("available")
                && Negation.of(s, t)
                && s.children(t, "obl", "nmod").stream()
                        .anyMatch(o -> Set.of("comment", "interview").contains(Cues.lemma(o)));
        boolean mute = Set.of("silent", "mum", "tight-lipped").contains(t.form().toLowerCase(Locale.ROOT))
                && s.head(t)
                        .filter(h -> Set.of("remain", "stay", "keep").contains(Cues.lemma(h)))
                        .isPresent();
        boolean drawn = t.form().equals("drawn")
                && t.index() > 0
                && s.token(t.index() - 1).form().equals("be")
                && Negation.of(s, t);
        return away || mute || drawn;
    }

    /** "Could not be reached for comment." */
    private static Optional<Draft> unreached(Sentence s, Token verb) {
        return s.child(verb, "nsubj:pass").flatMap(n -> silent(s, n, verb, end(s, verb, "comment")));
    }

    /** "Calls went unanswered", "messages were not returned", "did not return calls". */
    private static boolean unanswered(Sentence s, Token verb) {
        String lemma = Cues.lemma(verb);
        boolean went = lemma.equals("go")
                && verb.index() + 1 < s.size()
                && s.token(verb.index() + 1).form().equals("unanswered");
        return went || Set.of("return", "answer").contains(lemma) && Negation.of(s, verb);
    }

    private static Optional<Draft> unanswered(Sentence s, Token verb, String lemma) {
        boolean active = s.child(verb, "obj")
                .filter(o -> MESSAGES.contains(Cues.lemma(o)))
                .isPresent();
        if (active) {
            Token last = s.child(verb, "obj").orElseThrow();
            return Clauses.subject(s, verb).flatMap(n -> silent(s, n, verb, end(s, last, "comment")));
        }
        Token last = lemma.equals("go") ? s.token(verb.index() + 1) : verb;
        return s.child(verb, "nsubj:pass", "nsubj")
                .filter(n -> MESSAGES.contains(Cues.lemma(n)))
                .flatMap(n -> s.subtree(n).stream()
                        .filter(t -> t.is("nmod") || t.is("obl"))
                        .filter(t -> TO.stream().anyMatch(p -> Clauses.hasCase(s, t, p))
                                && !Cues.lemma(t).equals("comment"))
                        .findFirst())
                .flatMap(to -> silent(s, to, verb, last));
    }

    /** The word "comment" where it stands close behind, else the word itself. */
    private static Token end(Sentence s, Token from, String word) {
        return s.tokens().subList(from.index(), Math.min(s.size(), from.index() + 4)).stream()
                .filter(t -> t.form().equals(word))
                .findFirst()
                .orElse(from);
    }

    private static Optional<Draft> silent(Sentence s, Token who, Token verb, Token last) {
        List<Span> source = Clauses.nounPhrase(s, who, verb);
        Span cue = Clauses.cue(s, verb, 1).union(last.span());
        for (Token t : s.children(verb, "aux", "aux:pass")) {
            cue = t.index() < verb.index() ? cue.union(t.span()) : cue;
        }
        return source.isEmpty() || source.getFirst().overlaps(cue)
                ? Optional.empty()
                : Optional.of(Draft.of(source.subList(0, 1), List.of(cue), List.of(), "rule:silence", 0.7));
    }

    /** Whether what is declined or refused is to speak: "refused to say", not "refused to sign". */
    static boolean speaks(Sentence s, Token refusing) {
        List<Token> declined = s.children(refusing, "xcomp");
        return declined.isEmpty() || declined.stream().anyMatch(x -> speaking(s, x));
    }

    private static boolean speaking(Sentence s, Token verb) {
        return SPEAKING.contains(Cues.lemma(verb))
                || GIVING.contains(Cues.lemma(verb))
                        && s.child(verb, "obj")
                                .filter(o -> OBJECTS.contains(Cues.lemma(o)))
                                .isPresent();
    }

    private static boolean hasNo(Sentence s, Token verb) {
        return s.child(verb, "obj")
                .filter(o -> OBJECTS.contains(Cues.lemma(o)) && Negation.of(s, o))
                .isPresent();
    }

    /** "Has yet to respond". */
    private static boolean yetTo(Sentence s, Token verb) {
        int at = verb.index();
        return at >= 3
                && s.token(at - 1).form().equals("to")
                && s.token(at - 2).form().equals("yet")
                && Set.of("have", "be").contains(Cues.lemma(s.token(at - 3)));
    }

    /** "Warned, without saying how". */
    private static boolean without(Sentence s, Token verb) {
        return verb.xpos().equals("VBG")
                && verb.index() > 0
                && s.token(verb.index() - 1).form().equals("without");
    }

    /** "There was no comment from Kyiv". */
    private static Optional<Draft> nothingFrom(Sentence s, Token noun) {
        Optional<Token> from = s.tokens().subList(noun.index() + 1, Math.min(s.size(), noun.index() + 4)).stream()
                .filter(t -> t.form().equals("from") && !t.isRoot())
                .map(t -> s.token(t.head()))
                .filter(t -> t.isNoun() && t.index() > noun.index())
                .findFirst();
        List<Span> source = from.map(t -> Clauses.nounPhrase(s, t, noun)).orElse(List.of());
        int first = s.children(noun).stream()
                .filter(t -> t.is("det") || t.is("amod"))
                .mapToInt(Token::index)
                .min()
                .orElse(noun.index());
        Span cue = s.token(first).span().union(noun.span());
        return source.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.of(source, List.of(cue), List.of(), "rule:silence", 0.7));
    }

    /**
     * @param word what the silent one is the subject of
     * @param speaking the verb of speaking, "comment" in "declined to comment"; often the same
     */
    private static Optional<Draft> draft(Sentence s, Token word, Token speaking) {
        Optional<Token> subject = s.children(word, "nsubj").stream()
                .filter(n -> !n.is("nsubj:pass"))
                .findFirst()
                .or(() -> Clauses.subject(s, word))
                .or(() -> s.head(word).filter(h -> yetTo(s, word)).flatMap(h -> Clauses.subject(s, h)));
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        Token frame = Cues.lemma(word).equals("have") ? s.child(word, "obj").orElseThrow() : speaking;
        Span cue = Clauses.cue(s, word, 1).union(frame.span());
        for (Token t : s.children(word, "cop", "aux")) {
            cue = cue.union(t.span());
        }
        if (yetTo(s, word)) {
            cue = cue.union(s.token(word.index() - 3).span());
        }
        for (Token t : s.children(word, "conj")) {
            boolean nor = s.children(t, "cc").stream().anyMatch(c -> c.form().equals("nor"));
            cue = nor && t.isVerb() ? cue.union(t.span()) : cue;
        }
        List<Token> content = s.children(frame, "ccomp", "obj", "obl", "nmod", "acl", "xcomp").stream()
                .filter(t -> t.index() > frame.index() && !t.is("obl:tmod") && !t.is("obl:unmarked"))
                .filter(t -> t.is("ccomp") || t.is("obj") || about(s, t))
                .toList();
        List<Span> pieces = content.isEmpty() ? List.of() : topic(s, content.getFirst());
        List<Span> source = Clauses.nounPhrase(s, subject.get(), word);
        return source.isEmpty()
                ? Optional.empty()
                : Optional.of(Draft.of(source, List.of(cue), pieces, "rule:silence", 0.7));
    }

    private static boolean about(Sentence s, Token t) {
        return s.children(t, "case", "mark").stream()
                .anyMatch(c -> Set.of("on", "to", "of", "about", "whether", "regarding")
                        .contains(Cues.lemma(c)));
    }

    private static List<Span> topic(Sentence s, Token t) {
        return Pieces.subtree(s, t, t.is("ccomp") ? List.of() : prepositions(s, t));
    }

    private static List<Token> prepositions(Sentence s, Token noun) {
        return s.children(noun, "case").stream()
                .filter(c -> c.index() < noun.index())
                .toList();
    }
}
