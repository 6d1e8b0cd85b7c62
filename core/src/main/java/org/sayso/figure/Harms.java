package org.sayso.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.figure.Lexicon.Kind;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Figure;
import org.sayso.model.Figure.Measure;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** The single persons of one text of whom something became: "Gen. Roca was wounded", "the guard died", "he was kidnapped". */
final class Harms {
    private static final Set<String> PRONOUNS = Set.of("he", "him", "she", "her");
    private static final Set<String> COLLECTIVE = Set.of("police", "crew", "troop", "personnel", "people", "elderly");

    private final Lexicon lexicon;
    private final AnalyzedText text;
    private final List<Figure> figures;

    Harms(Lexicon lexicon, AnalyzedText text, List<Figure> figures) {
        this.lexicon = lexicon;
        this.text = text;
        this.figures = figures;
    }

    /** In order. */
    List<Harm> find() {
        List<Harm> harms = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            Outcomes outcomes = new Outcomes(lexicon, sentence);
            for (Token token : sentence.tokens()) {
                if (!token.isNoun() && token.upos() != Upos.PRON) {
                    continue;
                }
                person(sentence, token)
                        .filter(p -> figures.stream().noneMatch(f -> counts(f, p)))
                        .flatMap(p -> outcomes.of(titled(sentence, token), Optional.of(Kind.PERSON))
                                .filter(Measure::isPersonal)
                                .map(m -> new Harm(
                                        p, token.upos() == Upos.PRON, teller(sentence, outcomes, token, m), m)))
                        .ifPresent(harms::add);
            }
        }
        harms.sort(Comparator.comparing(Harm::person));
        return harms;
    }

    private static boolean counts(Figure figure, Span person) {
        return figure.span().overlaps(person)
                || figure.counted().filter(person::overlaps).isPresent();
    }

    /**
     * The words for a person whose head is this token: a name, or two that stand as one where the engine saw none; a title before a name, or a noun beside it, is not one more.
     */
    private Optional<Span> person(Sentence sentence, Token token) {
        Optional<Name> name = text.namesIn(token.span()).stream().findFirst();
        if (name.isPresent()) {
            return name.filter(n -> n.kind() == Name.Kind.PERSON)
                    .map(Name::span)
                    .filter(s -> sentence.headOf(s).filter(token::equals).isPresent());
        }
        Optional<Token> surname =
                sentence.child(token, "flat").filter(f -> token.xpos().equals("NNP"));
        if (surname.isPresent()) {
            return surname.map(f -> token.span().union(f.span()));
        }
        if (token.upos() == Upos.PRON) {
            return PRONOUNS.contains(token.lemma()) && !token.is("nmod:poss")
                    ? Optional.of(token.span())
                    : Optional.empty();
        }
        boolean single = token.xpos().equals("NN")
                && !token.is("compound")
                && !COLLECTIVE.contains(token.lemma())
                && !isNamed(sentence, token);
        return single ? lexicon.person(token.lemma()).map(p -> token.span()) : Optional.empty();
    }

    /** The title that the tree hangs a name on: "journalist" of "journalist Amina Yusuf". */
    private static Token titled(Sentence sentence, Token name) {
        return name.is("flat")
                ? sentence.head(name)
                        .filter(t -> t.isNoun() && t.index() < name.index())
                        .orElse(name)
                : name;
    }

    private boolean isNamed(Sentence sentence, Token noun) {
        Stream<Token> beside = Stream.concat(
                sentence.children(noun, "appos", "flat").stream(),
                sentence.head(noun).filter(h -> noun.is("appos")).stream());
        return beside.anyMatch(t -> text.namesIn(t.span()).stream().anyMatch(n -> n.kind() == Name.Kind.PERSON));
    }

    /** The nearest word that the lists have for the measure: of the person's own, then up the tree and beside it. */
    private Token teller(Sentence sentence, Outcomes outcomes, Token person, Measure measure) {
        Stream<Token> above = sentence.ancestors(person).stream()
                .flatMap(a -> Stream.concat(
                        Stream.of(a), sentence.children(a, "xcomp", "ccomp", "advmod", "obj", "obl").stream()));
        return Stream.concat(sentence.children(person).stream(), above)
                .filter(t -> tells(t, measure)
                        || outcomes.inState(t).filter(measure::equals).isPresent())
                .findFirst()
                .or(() -> sentence.head(person))
                .orElse(person);
    }

    private boolean tells(Token token, Measure measure) {
        return Stream.of("VERB", "ADJ", "NOUN", "COMPLEMENT")
                .flatMap(k -> lexicon.cues(k, token.lemma()).stream())
                .anyMatch(c -> c.measure() == measure);
    }
}
