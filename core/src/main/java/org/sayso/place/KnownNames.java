package org.sayso.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * The names of an analyzed text, mended by what the gazetteer knows: a name of several words that stands in our own list
 * ("Mar-a-Lago", "Strait of Hormuz") is one place however the language engine cut it, and pieces side by side that are one
 * in the gazetteer ("New" "York") are joined. Thread-safe.
 */
final class KnownNames {
    private static final int LONGEST = 7;

    /** Kinds of area that stay outside of the name ("the Donetsk region"). */
    private static final Set<String> AREA = Set.of("region", "province", "district", "governorate", "oblast", "state");

    /** Of names that begin in lower case: "al-Mawasi". */
    private static final Set<String> PARTICLES = Set.of("al", "as", "el", "es");

    private static final Pattern HYPHENATED = Pattern.compile("\\p{L}+(?:-\\p{L}+){2,}");

    private final Gazetteer gazetteer;

    KnownNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** In order, never overlapping. */
    List<Name> in(AnalyzedText analyzed) {
        List<Name> known = new ArrayList<>();
        for (Sentence sentence : analyzed.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Optional<Integer> last = lastOfKnown(analyzed, sentence, i);
                if (last.isPresent()) {
                    known.add(new Name(span(sentence, i, last.get()), Name.Kind.PLACE, sentence.index()));
                    i = last.get();
                }
            }
        }
        List<Name> names = new ArrayList<>(known);
        for (Name name : joined(analyzed)) {
            if (known.stream().noneMatch(k -> k.span().overlaps(name.span()))) {
                names.add(name);
            }
        }
        names.sort(Comparator.comparing(Name::span));
        return names;
    }

    private Optional<Integer> lastOfKnown(AnalyzedText analyzed, Sentence sentence, int first) {
        Token token = sentence.token(first);
        boolean article = token.form().equals("the") || token.form().equals("The") && first == 0;
        if (article || !Character.isUpperCase(token.form().charAt(0)) && !PARTICLES.contains(token.form())) {
            return Optional.empty();
        }
        for (int last = Math.min(sentence.size(), first + LONGEST) - 1; last > first; last--) {
            Span span = span(sentence, first, last);
            if (endsName(sentence.token(last).form()) && isPlace(span.of(analyzed.text())) && isFree(analyzed, span)) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    /** Of our own list, or one name with hyphens ("Port-au-Prince"), of which the language engine makes pieces. */
    private boolean isPlace(String words) {
        return gazetteer.isOwn(words)
                || HYPHENATED.matcher(words).matches()
                        && !gazetteer.named(words).isEmpty();
    }

    private static boolean endsName(String form) {
        return Character.isLetterOrDigit(form.charAt(0)) && !AREA.contains(form);
    }

    /** Not a part of a longer name ("West Bank Authority") and not across the edge of one. */
    private static boolean isFree(AnalyzedText analyzed, Span span) {
        return analyzed.namesIn(span).stream()
                .allMatch(n -> span.covers(n.span())
                        || n.kind() == Name.Kind.PLACE && !n.span().covers(span));
    }

    private static Span span(Sentence sentence, int first, int last) {
        return sentence.token(first).span().union(sentence.token(last).span());
    }

    private List<Name> joined(AnalyzedText analyzed) {
        List<Name> names = new ArrayList<>();
        for (Name name : analyzed.names()) {
            if (!names.isEmpty() && isOne(analyzed.text(), names.getLast(), name)) {
                Name last = names.removeLast();
                names.add(new Name(last.span().union(name.span()), Name.Kind.PLACE, last.sentence()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isOne(String text, Name left, Name right) {
        return right.kind() == Name.Kind.PLACE
                && left.span().end() < right.span().start()
                && text.substring(left.span().end(), right.span().start()).matches("-|\\s+")
                && !gazetteer.named(left.span().union(right.span()).of(text)).isEmpty();
    }
}
