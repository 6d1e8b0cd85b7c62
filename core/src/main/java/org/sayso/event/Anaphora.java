package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.EventType;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Finds who took part in "the call", "no such conversation", "that attack": the participants of the latest event of the
 * kind that the article told before. Only where the words say that it took place or did not; a mere reference ("people who
 * know of the call") tells no event.
 */
final class Anaphora {
    private static final Set<String> POINTING =
            Set.of("the", "this", "that", "these", "those", "such", "no", "any", "its", "their");
    private static final double RESOLVED = 0.6;

    /** About two sentences, in characters. */
    private static final int NEAR = 300;

    private Anaphora() {}

    /** The mentions of one sentence with their participants, as far as those before tell them. */
    static List<Found> resolve(Sentence sentence, List<Found> here, List<Found> before, FactualityReader factuality) {
        List<Found> resolved = new ArrayList<>();
        for (Found f : here) {
            Optional<Found> antecedent =
                    points(sentence, f, factuality) ? antecedent(sentence, f, before, resolved) : Optional.empty();
            resolved.add(antecedent.map(a -> withParticipants(f, a)).orElse(f));
        }
        return resolved;
    }

    private static boolean points(Sentence sentence, Found f, FactualityReader factuality) {
        boolean few = f.mention().actors().size() + f.mention().recipients().size()
                < (f.mention().type() == EventType.CONSULT ? 2 : 1);
        boolean told =
                !f.sense().nominal() || factuality.occurs(sentence, f.sense().head());
        return few && told && nouns(f).anyMatch(n -> pointing(sentence, n));
    }

    /** The event's own noun, or the one under its verb: "took part in the call". */
    private static Stream<Token> nouns(Found f) {
        return Stream.concat(Stream.of(f.sense().named()), f.sense().absorbed().stream())
                .filter(Token::isNoun);
    }

    private static boolean pointing(Sentence sentence, Token noun) {
        return sentence.children(noun, "det", "nmod:poss", "amod").stream()
                .anyMatch(d -> POINTING.contains(d.form().toLowerCase(Locale.ROOT)));
    }

    /** Talks are remembered through an article; of attacks there are many, so only the one just told is meant. */
    private static Optional<Found> antecedent(Sentence sentence, Found f, List<Found> before, List<Found> here) {
        List<Found> all = new ArrayList<>(before);
        all.addAll(here);
        int near = sentence.span().start() - NEAR;
        return all.reversed().stream()
                .filter(b -> sameKind(f, b))
                .filter(b -> f.mention().type().quad() < 4
                        || b.mention().trigger().start() > near && b.mention().confidence() >= RESOLVED)
                .findFirst();
    }

    private static boolean sameKind(Found f, Found b) {
        boolean modes = f.mention().mode().isEmpty()
                || b.mention().mode().isEmpty()
                || f.mention().mode().equals(b.mention().mode());
        int people = b.mention().actors().size() + b.mention().recipients().size();
        return f.mention().type() == b.mention().type() && modes && people > 1;
    }

    private static Found withParticipants(Found f, Found antecedent) {
        return f.with(
                f.mention().mode().or(() -> antecedent.mention().mode()),
                antecedent.mention().actors(),
                antecedent.mention().recipients(),
                f.sense().entry().has("guess")
                        ? f.mention().confidence()
                        : Math.max(RESOLVED, f.mention().confidence()));
    }
}
