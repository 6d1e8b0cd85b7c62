package org.sayso.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.event.Embedding.Effect;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Certainty;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Reads from the tree whether an event is told as happened, planned, asked for, supposed or denied: first the verb's own
 * auxiliaries, then every word above it, from the inside out. Thread-safe.
 *
 * <p>Follows the implicative signatures of Karttunen (1971) and the climb through embedding predicates of de Marneffe,
 * Manning and Potts (2012); the word lists are {@code embed.tsv} and {@code hedges.tsv}.
 */
public final class FactualityReader {
    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "never", "no", "neither", "nor", "nobody", "none");
    private static final Set<String> FUTURE = Set.of("will", "shall", "'ll", "wo");
    private static final Set<String> MAYBE = Set.of("could", "may", "might", "can", "ca");
    private static final Set<String> COUNTED = WordClasses.load().named("counted");
    private static final Set<String> WOULD = Set.of("would", "'d", "’d");
    private static final Set<String> DUTY = Set.of("should", "must", "ought");
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "provided", "whether", "lest", "supposing", "otherwise");
    private static final double NOT_SO = 0;
    private static final double UNSURE = 1.2;
    private static final double SO = 1;
    private static final double SURE = 2;
    private static final Set<String> REPORTS = Set.of("report", "allegation", "claim", "accusation");
    private static final Set<String> INQUIRY =
            Set.of("investigate", "probe", "examine", "verify", "investigation", "inquiry", "look", "check", "assess");
    private static final Set<String> FAILURES = Set.of("fail", "collapse", "founder");
    private final Embedding embedding;

    private final Opinions opinions;

    private FactualityReader(Embedding embedding, Opinions opinions) {
        this.embedding = embedding;
        this.opinions = opinions;
    }

    public static FactualityReader load() {
        return new FactualityReader(Embedding.load(), Opinions.load());
    }

    /**
     * @param word the verb or noun that names the event, in {@code sentence}
     * @param attributions of the same text; a denial or a doubt whose content covers the word counts, but not the author's of
     *     what his source says: the status is that which the innermost source gives it
     */
    public Factuality read(AnalyzedText text, Sentence sentence, Token word, List<Attribution> attributions) {
        Verdict verdict = new Verdict();
        if (word.isNoun()) {
            noun(sentence, word, verdict);
        } else {
            ownClause(sentence, word, verdict);
        }
        climb(sentence, word, verdict);
        if (text.text().charAt(sentence.span().end() - 1) == '?' && asked(sentence, word)) {
            verdict.apply(Effect.HYPOTHETICAL);
        }
        boolean disowned = false;
        for (Attribution a : attributions) {
            if (a.says(word.span()) && !a.isAside() && !a.cue().stream().anyMatch(c -> c.overlaps(word.span()))) {
                switch (a.stance()) {
                    case DENIES -> {
                        verdict.apply(Effect.DENIED);
                        disowned = true;
                    }
                    case DOUBTS -> verdict.apply(Effect.POSSIBLE);
                    case ASSERTS, DECLINES, PROMISES, REQUESTS -> {}
                }
            }
        }
        Factuality rules = weighed(sentence, word, verdict.factuality());
        return disowned || isQuestion(sentence, word)
                ? rules
                : word.told().map(head -> opinions.weighed(rules, head)).orElse(rules);
    }

    /**
     * The tree's verdict set against the language engine's score of the verb: what reads as plain fact and the engine finds
     * unlikely is left open, what it is unsure of is possible, and what hangs from some word that the tables take for a mere
     * wish while the engine is sure of the fact did happen. Bounds chosen on UDS-IH2 dev, whose halves agree.
     */
    private static Factuality weighed(Sentence sentence, Token word, Factuality read) {
        if (!word.isVerb() || word.factuality().isEmpty()) {
            return read;
        }
        double engine = word.factuality().getAsDouble();
        boolean fact = read.status() == Status.HAPPENED || read.status() == Status.ONGOING;
        boolean open = read.status() == Status.HYPOTHETICAL
                || read.status() == Status.PLANNED && read.certainty() == Certainty.UNKNOWN;
        if (fact && engine < NOT_SO) {
            return new Factuality(Status.HYPOTHETICAL, Polarity.POSITIVE, Certainty.UNKNOWN);
        }
        if (fact && engine < UNSURE) {
            return new Factuality(read.status(), read.polarity(), Certainty.POSSIBLE);
        }
        if (!open || read.polarity() == Polarity.NEGATIVE || engine < SO || hasCondition(sentence, word)) {
            return read;
        }
        // the engine is too fond of purposes: "operations to detain forty" have detained nobody yet, nor "warned
        // against detaining"
        if (infinitive(sentence, word) || hasMark(sentence, word, "against")) {
            return read.status() == Status.HYPOTHETICAL
                    ? new Factuality(read.status(), read.polarity(), Certainty.POSSIBLE)
                    : read;
        }
        return new Factuality(Status.HAPPENED, read.polarity(), engine < SURE ? Certainty.PROBABLE : Certainty.CERTAIN);
    }

    private static boolean infinitive(Sentence sentence, Token verb) {
        return hasMark(sentence, verb, "to");
    }

    private static boolean hasMark(Sentence sentence, Token verb, String mark) {
        return sentence.children(verb, "mark").stream().anyMatch(t -> t.form().equalsIgnoreCase(mark));
    }

    /** Whether a question mark at the end asks whether: clauses inside and quotations stand for themselves. */
    private static boolean asked(Sentence sentence, Token word) {
        List<Token> path = Stream.concat(Stream.of(word), sentence.ancestors(word).stream())
                .toList();
        boolean inside =
                path.stream().anyMatch(t -> t.is("advcl") || t.relation().equals("acl:relcl") || t.is("parataxis"));
        boolean presupposed = path.stream().anyMatch(t -> asksAbout(sentence, t));
        boolean quoted = sentence.tokens().stream()
                .anyMatch(t -> t.index() > word.index()
                        && (t.form().equals("\"") || t.form().equals("”")));
        return !inside && !quoted && !presupposed;
    }

    /** "Why did they attack?" asks for the reason and takes the attack for granted. */
    private static boolean asksAbout(Sentence sentence, Token verb) {
        return sentence.children(verb).stream()
                .anyMatch(t -> t.index() < verb.index() && t.xpos().startsWith("W"));
    }

    /** "How many were hurt", "whether they attacked": who does not say so denies nothing. */
    private static boolean isQuestion(Sentence sentence, Token clause) {
        Token first = clause.is("ccomp") ? sentence.subtree(clause).getFirst() : clause;
        boolean asks = first.xpos().startsWith("W") && !first.lemma().equals("that");
        return clause.is("ccomp")
                && (asks || first.is("mark") && CONDITIONS.contains(first.form().toLowerCase(Locale.ROOT)));
    }

    private void noun(Sentence sentence, Token noun, Verdict verdict) {
        for (Token t : sentence.children(noun, "amod", "det", "compound", "advmod", "nmod:poss")) {
            String lemma = t.lemma().toLowerCase(Locale.ROOT);
            if (t.is("det") && lemma.equals("no")) {
                verdict.negate();
            } else if (t.is("amod") || t.is("compound") || t.is("advmod")) {
                embedding.hedge(lemma).ifPresent(verdict::apply);
            }
        }
    }

    private void ownClause(Sentence sentence, Token verb, Verdict verdict) {
        if (future(sentence, verb) && conditionBeside(sentence, verb)) {
            verdict.conditional();
        }
        for (Token t : sentence.children(verb)) {
            String form = t.form().toLowerCase(Locale.ROOT);
            if (negates(sentence, t, form)) {
                verdict.negate();
            } else if (t.is("aux") || t.is("advmod") || t.is("mark")) {
                beside(sentence, verb, t, verdict);
            }
        }
        if (verb.xpos().equals("VBG")
                && sentence.children(verb, "aux").stream()
                        .anyMatch(t -> t.lemma().equals("be"))) {
            verdict.progressive();
        }
        if (verb.xpos().equals("VB")
                && verb.isRoot()
                && sentence.children(verb, "nsubj", "aux").isEmpty()) {
            verdict.apply(Effect.REQUESTED);
        }
        if (infinitive(sentence, verb) && (verb.is("advcl") || verb.is("acl") && !isCounted(sentence, verb))) {
            verdict.open();
        }
    }

    /** "The fourth politician to be jailed" was jailed. */
    private static boolean isCounted(Sentence sentence, Token verb) {
        return sentence.head(verb).stream()
                .flatMap(noun -> sentence.children(noun, "amod").stream())
                .anyMatch(t -> COUNTED.contains(t.form().toLowerCase(Locale.ROOT)));
    }

    private static boolean future(Sentence sentence, Token verb) {
        return sentence.children(verb, "aux").stream()
                .map(t -> t.form().toLowerCase(Locale.ROOT))
                .anyMatch(f -> FUTURE.contains(f) || WOULD.contains(f));
    }

    /** "did not attack", "without attacking", "no army attacked", "attacked by no army". */
    private static boolean negates(Sentence sentence, Token t, String form) {
        boolean word = NEGATIONS.contains(form) && (t.is("advmod") || t.is("det") || t.is("nsubj") || t.is("cc"));
        boolean argument = (t.is("nsubj") || t.is("obj") || isAgent(sentence, t)) && refusesAll(sentence, t);
        return word || argument || t.is("mark") && form.equals("without");
    }

    private static boolean isAgent(Sentence sentence, Token t) {
        return t.is("obl")
                && sentence.children(t, "case").stream().anyMatch(c -> c.lemma().equals("by"));
    }

    /** An auxiliary, adverb or conjunction beside a verb. */
    private void beside(Sentence sentence, Token verb, Token t, Verdict verdict) {
        String form = t.form().toLowerCase(Locale.ROOT);
        if (t.is("aux")) {
            auxiliary(sentence, verb, form, verdict);
        } else if (t.is("advmod")) {
            embedding.hedge(t.lemma().toLowerCase(Locale.ROOT)).ifPresent(verdict::apply);
        } else if (t.is("mark") && CONDITIONS.contains(form)) {
            verdict.apply(Effect.HYPOTHETICAL);
            if (verb.is("advcl")) {
                verdict.conditional();
            }
        }
    }

    private static boolean refusesAll(Sentence sentence, Token argument) {
        return sentence.children(argument, "det", "advmod").stream()
                .anyMatch(d -> d.form().equalsIgnoreCase("no") || d.form().equalsIgnoreCase("neither"));
    }

    /**
     * Whether an if-clause hangs from the verb, from a verb that it is coordinated with, or, as parsers have it, beside it
     * from the verb of saying.
     */
    private static boolean conditionBeside(Sentence sentence, Token verb) {
        Token at = verb;
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.children(at, "advcl").stream().anyMatch(t -> hasCondition(sentence, t))) {
                return true;
            }
            if (at.isRoot() || !(at.is("conj") || at.is("ccomp") || at.is("parataxis"))) {
                return false;
            }
            Token above = sentence.token(at.head());
            Token here = at;
            if (at.is("ccomp")
                    && sentence.children(above, "ccomp", "advcl").stream()
                            .anyMatch(t -> t.index() < here.index() && hasCondition(sentence, t))) {
                return true;
            }
            if (!at.is("conj")) {
                return false;
            }
            at = above;
        }
        return false;
    }

    private static boolean hasCondition(Sentence sentence, Token clause) {
        return sentence.children(clause, "mark").stream()
                .anyMatch(m -> CONDITIONS.contains(m.form().toLowerCase(Locale.ROOT)));
    }

    private static void auxiliary(Sentence sentence, Token verb, String form, Verdict verdict) {
        if (FUTURE.contains(form)) {
            verdict.apply(Effect.PLANNED);
        } else if (MAYBE.contains(form)) {
            verdict.apply(Effect.HYPOTHETICAL);
            verdict.apply(Effect.POSSIBLE);
        } else if (DUTY.contains(form)) {
            verdict.apply(Effect.REQUESTED);
        } else if (WOULD.contains(form)) {
            verdict.apply(futureInThePast(sentence, verb) ? Effect.PLANNED : Effect.HYPOTHETICAL);
        }
    }

    /** "said it would allow": the would of reported speech is a will; under a condition or alone it is not. */
    private static boolean futureInThePast(Sentence sentence, Token verb) {
        Token at = verb;
        for (int i = 0; i < 4; i++) {
            if (at.is("ccomp") || at.is("parataxis")) {
                Optional<Token> head = sentence.head(at);
                return head.isPresent()
                        && Set.of("VBD", "VBN", "VBZ", "VBP", "VBG")
                                .contains(head.get().xpos());
            }
            if (at.isRoot() || !at.is("conj")) {
                break;
            }
            at = sentence.token(at.head());
        }
        return sentence.children(verb, "ccomp", "parataxis").stream()
                .anyMatch(t -> t.xpos().equals("VBD"));
    }

    /** "Investigate reports that soldiers executed nine": what is to be found out. */
    private static boolean isInquiredInto(Sentence sentence, Token noun) {
        return REPORTS.contains(noun.lemma())
                && (noun.is("obj") || noun.is("obl") || noun.is("nmod"))
                && sentence.head(noun).filter(h -> INQUIRY.contains(h.lemma())).isPresent();
    }

    private void climb(Sentence sentence, Token word, Verdict verdict) {
        Token at = word;
        for (int i = 0; i < sentence.size() && !at.isRoot(); i++) {
            Token head = sentence.token(at.head());
            if (at.is("acl") && isInquiredInto(sentence, head)) {
                verdict.apply(Effect.POSSIBLE); // parsers may take what is reported for a relative clause
            }
            boolean aside = at.is("acl") && at.relation().equals("acl:relcl") || at.is("appos") || at.is("parataxis");
            if (aside || isQuestion(sentence, at)) {
                return;
            }
            if (at.is("conj")) {
                shareWithFirst(sentence, at, head, verdict);
                at = head;
                continue;
            }
            if (at.is("nmod:poss") || (at.is("compound") && head.isNoun() && i > 0)) {
                return;
            }
            List<String> place = Embedding.places(sentence, at, i > 0);
            Optional<Effect> effect = embedding.of(head.lemma().toLowerCase(Locale.ROOT), place);
            boolean passesOn = place.contains("inf") || place.contains("that") || effect.isPresent();
            effect.ifPresent(verdict::apply);
            if (at.is("nsubj") && FAILURES.contains(head.lemma()) && i > 0 && verdict.undecided()) {
                verdict.apply(Effect.DENIED);
            }
            if (at.is("nsubj") && !effect.isPresent() && !isOccurrence(head)) {
                return;
            }
            if (!passesOn && !occurrenceOf(at, head)) {
                if (at.is("advcl") || !word.isNoun() || i > 0) {
                    climbAdverbial(sentence, at, head, verdict);
                    return;
                }
            }
            if (occurrenceOf(at, head) && future(sentence, head) && conditionBeside(sentence, head)) {
                verdict.conditional();
            }
            if (passesOn && head.isVerb() || occurrenceOf(at, head)) {
                above(sentence, head, verdict);
            } else if (head.isNoun()) {
                noun(sentence, head, verdict);
            }
            at = head;
        }
    }

    /** Clauses with "before", "after", "when" stand for themselves. */
    private static void climbAdverbial(Sentence sentence, Token at, Token head, Verdict verdict) {
        if (at.is("advcl")
                && at.xpos().equals("VBG")
                && head.isVerb()
                && sentence.children(at, "mark").isEmpty()) {
            sentence.children(head, "aux")
                    .forEach(a -> auxiliary(sentence, head, a.form().toLowerCase(Locale.ROOT), verdict));
        }
    }

    private static void shareWithFirst(Sentence sentence, Token at, Token head, Verdict verdict) {
        boolean ownAux = !sentence.children(at, "aux").isEmpty();
        if (!ownAux && at.isVerb() && head.isVerb() && at.xpos().equals(head.xpos())) {
            for (Token aux : sentence.children(head, "aux")) {
                auxiliary(sentence, head, aux.form().toLowerCase(Locale.ROOT), verdict);
            }
        }
    }

    /** The auxiliaries, negations and adverbs of a verb above. */
    private void above(Sentence sentence, Token verb, Verdict verdict) {
        boolean negative = false;
        for (Token t : sentence.children(verb)) {
            if (NEGATIONS.contains(t.form().toLowerCase(Locale.ROOT)) && (t.is("advmod") || t.is("det"))) {
                negative = true;
            } else {
                beside(sentence, verb, t, verdict);
            }
        }
        if (negative) {
            verdict.negate();
        }
    }

    /** Whether the clause is about the noun's taking place: "the talks resumed", "there was no call". */
    boolean occurs(Sentence sentence, Token noun) {
        Optional<Token> head = noun.is("nsubj") ? sentence.head(noun) : Optional.empty();
        return existential(sentence, noun)
                || head.filter(h -> isOccurrence(h) && !h.lemma().equals("be")).isPresent();
    }

    /** "there was no call", wherever a parser hangs the call. */
    private static boolean existential(Sentence sentence, Token noun) {
        int first = sentence.subtree(noun).stream()
                .filter(t -> !t.is("expl") && !t.is("cop") && !t.is("aux"))
                .mapToInt(Token::index)
                .min()
                .orElse(noun.index());
        return first > 1
                && sentence.token(first - 1).lemma().equals("be")
                && sentence.token(first - 2).form().equalsIgnoreCase("there");
    }

    private boolean isOccurrence(Token verb) {
        return embedding
                .of(verb.lemma().toLowerCase(Locale.ROOT), List.of("subj"))
                .isPresent();
    }

    private boolean occurrenceOf(Token at, Token head) {
        return (at.is("nsubj") && isOccurrence(head))
                || (at.is("obj") || at.relation().equals("nsubj:pass"))
                        && embedding
                                .of(head.lemma().toLowerCase(Locale.ROOT), List.of("light"))
                                .isPresent();
    }
}
