package org.sayso.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Reads what stands beside a person's name: "Kremlin spokesman Dmitry Peskov", "Peskov, the Kremlin spokesman,". Thread-safe.
 */
final class Titles {
    private static final int LONGEST = 10;
    private static final Set<String> JOINING = Set.of("of", "for", "and");
    private static final Set<String> HIS = Set.of("mr", "mr.", "sir", "lord");
    private static final Set<String> HERS = Set.of("mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "madame");
    private static final Set<String> EITHERS = Set.of("dr", "dr.", "prof.", "hon.");

    private final Lexicon lexicon;

    Titles(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Words for an office beside a name.
     *
     * @param first index of the first token
     * @param noun the noun that carries it
     */
    record Title(int first, int last, Token head, Lexicon.Noun noun) {
        /** As printed, without an article. */
        String words(Sentence s, String text) {
            Span span = s.token(first).span().union(s.token(last).span());
            return span.of(text).replaceAll("\\s+", " ");
        }
    }

    static boolean isHonorific(String form) {
        String f = form.toLowerCase(Locale.ROOT);
        return HIS.contains(f) || HERS.contains(f) || EITHERS.contains(f);
    }

    /** What "Mr." or "Mrs." before a name tells. */
    Gender honorific(Sentence s, Named name) {
        if (name.first() == 0) {
            return Gender.UNKNOWN;
        }
        String before = s.token(name.first() - 1).form().toLowerCase(Locale.ROOT);
        if (HIS.contains(before)) {
            return Gender.MALE;
        }
        return HERS.contains(before) ? Gender.FEMALE : Gender.UNKNOWN;
    }

    /** The title that ends right before a name. */
    Optional<Title> before(Sentence s, Named name, List<Named> names) {
        int last = name.first() - 1;
        while (last >= 0 && isHonorific(s.token(last).form())) {
            last--;
        }
        int first = last + 1;
        while (first > 0 && last - first < LONGEST && belongs(s.token(first - 1), names)) {
            first--;
        }
        first = cut(s, first, last);
        while (first < last && !Character.isLetterOrDigit(s.token(first).form().charAt(0))) {
            first++;
        }
        for (int i = last; i >= first; i--) {
            Optional<Lexicon.Noun> noun = person(s, s.token(i));
            if (noun.isPresent() && (i == last || of(s, i + 1, last))) {
                return Optional.of(new Title(first, last, s.token(i), noun.get()));
            }
        }
        return Optional.empty();
    }

    /** "of", "for" and "and" stay only inside of an office: "minister of trade and industry", not "death of President". */
    private int cut(Sentence s, int first, int last) {
        boolean office = last >= 0 && last >= first && person(s, s.token(last)).isPresent();
        int start = first;
        for (int i = last; i >= first; i--) {
            if (JOINING.contains(s.token(i).form().toLowerCase(Locale.ROOT))) {
                int end = i;
                boolean carried = java.util.stream.IntStream.range(first, end)
                        .anyMatch(k -> person(s, s.token(k)).isPresent());
                if (office || !carried) {
                    start = i + 1;
                    break;
                }
            }
        }
        return start;
    }

    private static boolean of(Sentence s, int from, int to) {
        return from <= to && Set.of("of", "for").contains(s.token(from).form().toLowerCase(Locale.ROOT));
    }

    private static boolean belongs(Token t, List<Named> names) {
        if (names.stream().anyMatch(n -> n.sort() == Named.Sort.PERSON && n.covers(t.index()) && n.size() > 1)) {
            return false;
        }
        boolean name = names.stream().anyMatch(n -> n.sort() != Named.Sort.PERSON && n.covers(t.index()));
        return name
                || t.upos() == Upos.NOUN
                || t.upos() == Upos.PROPN
                || t.upos() == Upos.ADJ
                || t.xpos().startsWith("NNP")
                || t.xpos().equals("POS")
                || t.xpos().equals("HYPH")
                || t.form().equals("-")
                || (t.upos() == Upos.VERB && t.xpos().equals("VBG") && t.form().equals("acting"))
                || JOINING.contains(t.form().toLowerCase(Locale.ROOT));
    }

    private Optional<Lexicon.Noun> person(Sentence s, Token t) {
        return lexicon.noun(s, t).filter(n -> n.kind() == Lexicon.Sense.PERSON);
    }

    /** "A spokesman for the rebels, Ali Hasan, said": the name in commas is that of the office, whatever the tree hangs it on. */
    Optional<Title> beyondComma(Sentence s, Named name, List<Named> names) {
        int comma = name.first() - 1;
        boolean enclosed = comma > 0
                && s.token(comma).form().equals(",")
                && name.last() + 1 < s.size()
                && (s.token(name.last() + 1).form().equals(",")
                        || s.token(name.last() + 1).isVerb());
        if (!enclosed) {
            return Optional.empty();
        }
        int first = comma;
        while (first > 0
                && comma - first < LONGEST
                && (belongs(s.token(first - 1), names) || s.token(first - 1).upos() == Upos.DET)) {
            first--;
            Token t = s.token(first);
            Optional<Lexicon.Noun> noun = person(s, t);
            if (noun.isPresent() && t.index() < comma - 1 && of(s, first + 1, comma - 1)) {
                int start = first;
                while (start > 0 && belongs(s.token(start - 1), names)) {
                    start--;
                }
                return Grammar.isPlural(t) ? Optional.empty() : Optional.of(new Title(start, comma - 1, t, noun.get()));
            }
        }
        return Optional.empty();
    }

    /** The apposition that follows a name. */
    Optional<Title> after(Sentence s, Named name) {
        for (Token appos : s.tokens()) {
            boolean hangs = appos.is("appos") && appos.index() > name.last() && name.covers(appos.head());
            if (hangs && person(s, appos).isPresent()) {
                // "a volunteer last seen on Friday"
                int end = s.children(appos, "acl").stream()
                        .filter(t -> t.xpos().equals("VBN"))
                        .mapToInt(t -> s.subtree(t).getFirst().index())
                        .min()
                        .orElse(s.size());
                List<Token> words = s.subtree(appos).stream()
                        .filter(t -> t.index() > name.last() && t.index() < end)
                        .dropWhile(t -> t.upos() == Upos.PUNCT)
                        .takeWhile(t -> !t.form().equals(",")
                                && !t.xpos().equals("WP")
                                && !t.xpos().equals("WDT"))
                        .toList();
                int first = words.stream()
                        .filter(t -> t.upos() != Upos.DET && t.upos() != Upos.PUNCT)
                        .mapToInt(Token::index)
                        .findFirst()
                        .orElse(appos.index());
                int last = words.isEmpty() ? appos.index() : words.getLast().index();
                return Optional.of(new Title(
                        Math.min(first, appos.index()),
                        Math.max(last, appos.index()),
                        appos,
                        person(s, appos).get()));
            }
        }
        return Optional.empty();
    }
}
