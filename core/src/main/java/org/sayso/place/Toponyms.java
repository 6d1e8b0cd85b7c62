package org.sayso.place;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Tells which names of an article are places'. The language engine proposes; the gazetteer adds countries, which it often
 * takes for organizations, and what stands where only a place can stand; whatever speaks and acts ("Kyiv said"), a person's
 * namesake and a bare direction go. Thread-safe.
 */
final class Toponyms {
    /** Below this many inhabitants a name that only the gazetteer takes for a place is not believed. */
    private static final long BELIEVED = 100_000;

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,4}");
    private static final Pattern DIRECTION = Pattern.compile(
            "(?i)(?:the )?(?:north|south|east|west)?-?(?:north|south|east|west|northern|southern|eastern|western|central|upper"
                    + "|lower)");
    private static final Pattern EDGES = Pattern.compile(
            "^(?:the|in|of|at|and|near) +|(?: +(?:and|of|in|the|at|near|or|city of)|['\u2019]s?|[,;:(])$");

    private static final Pattern DATELINE = Pattern.compile("\\p{Lu}[\\p{Lu} .]+, [\\p{L} .]{2,20}(?:, |/| and )");

    private static final Pattern AFTER_DATELINE = Pattern.compile(
            "(?:, [\\p{L} .]{2,20})? ?(?:: \\p{Lu}|\\([\\p{Lu}][\\p{L} /]{1,25}\\)| ?[\u2014\u2013-]{1,2} )");

    private final Gazetteer gazetteer;
    private final KnownNames knownNames;
    private final Cues cues = new Cues();

    Toponyms(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        knownNames = new KnownNames(gazetteer);
    }

    /** In order, never overlapping. */
    List<Span> in(AnalyzedText analyzed) {
        Set<String> persons = persons(analyzed);
        Set<Span> spans = new TreeSet<>(Comparator.naturalOrder());
        for (Name name : knownNames.in(analyzed)) {
            Span span = trimmed(analyzed.text(), name.span());
            if (analyzed.sentenceAt(span.start())
                    .filter(s -> isPlace(analyzed, s, name.kind(), span, persons))
                    .isPresent()) {
                spans.add(span);
            }
        }
        for (Sentence sentence : analyzed.sentences()) {
            missed(analyzed, sentence, persons, spans);
        }
        return List.copyOf(spans);
    }

    private boolean isPlace(AnalyzedText analyzed, Sentence sentence, Name.Kind kind, Span span, Set<String> persons) {
        String words = span.of(analyzed.text());
        if (isNever(words)) {
            return false;
        }
        boolean known = !gazetteer.named(words).isEmpty();
        if (known && opens(analyzed.text(), span)) {
            return true;
        }
        if (isSomebody(sentence, span, words)) {
            return false;
        }
        boolean country = gazetteer.countries().named(words).isPresent();
        boolean placed = cues.saysPlace(sentence, span);
        return switch (kind) {
            case PLACE -> placed || !persons.contains(words);
            case ORGANIZATION, OTHER -> country || known && placed;
            case PERSON ->
                !persons.contains(words)
                        && (known && placed
                                || country
                                || gazetteer.countries().governedFrom(words).isPresent());
            case GROUP -> country;
        };
    }

    /** Directions, peoples, common words and short acronyms that only some small place happens to bear. */
    private boolean isNever(String words) {
        if (DIRECTION.matcher(words).matches() || cues.isCommon(words)) {
            return true;
        }
        if (gazetteer.countries().named(words).isPresent()) {
            return false;
        }
        boolean unknownAcronym = ACRONYM.matcher(words).matches()
                && gazetteer.abbreviated(words).isEmpty()
                && gazetteer.named(words).stream().noneMatch(e -> e.weight() >= BELIEVED);
        return unknownAcronym || !gazetteer.peopled(words).isEmpty();
    }

    /** At the head of a paragraph, in capitals or before what ends a dateline ("Washington: "). */
    private boolean opens(String text, Span span) {
        String words = span.of(text);
        String before = text.substring(text.lastIndexOf('\n', span.start()) + 1, span.start());
        if (before.isBlank()
                && AFTER_DATELINE.matcher(text.substring(span.end())).lookingAt()
                && !cues.isSeat(words)) {
            return true;
        }
        return words.length() >= 4
                && words.equals(words.toUpperCase(Locale.ROOT))
                && (before.length() < 40 && before.equals(before.toUpperCase(Locale.ROOT))
                        || DATELINE.matcher(before).matches());
    }

    /** A government, an institution or a newspaper by the name of where it sits. */
    private boolean isSomebody(Sentence sentence, Span span, String words) {
        if (cues.isPart(sentence, span) || cues.isPersonal(sentence, span)) {
            return true;
        }
        boolean seat = cues.isSeat(words);
        boolean capital = gazetteer.countries().governedFrom(words).isPresent();
        if (!seat && !capital || cues.saysPlace(sentence, span)) {
            return false;
        }
        return seat || cues.saysMind(sentence, span);
    }

    /** Runs of proper nouns outside of all names, longest match first. */
    private void missed(AnalyzedText analyzed, Sentence sentence, Set<String> persons, Set<Span> spans) {
        for (int i = 0; i < sentence.size(); i++) {
            // no place begins within a name: "Lin Jian"
            if (sentence.token(i).is("flat") || !isFree(analyzed, sentence.token(i), spans)) {
                continue;
            }
            int end = i;
            while (end < sentence.size() && end < i + 4 && isFree(analyzed, sentence.token(end), spans)) {
                end++;
            }
            for (int last = end; last > i; last--) {
                Span span =
                        sentence.token(i).span().union(sentence.token(last - 1).span());
                if (isBelieved(analyzed, sentence, span, persons)) {
                    spans.add(span);
                    i = last - 1;
                    break;
                }
            }
        }
    }

    private static boolean isFree(AnalyzedText analyzed, Token token, Set<Span> taken) {
        return token.upos() == Upos.PROPN
                && Character.isUpperCase(token.form().charAt(0))
                && token.form().length() > 1
                && analyzed.namesIn(token.span()).isEmpty()
                && taken.stream().noneMatch(token.span()::overlaps);
    }

    private boolean isBelieved(AnalyzedText analyzed, Sentence sentence, Span span, Set<String> persons) {
        String words = span.of(analyzed.text());
        if (persons.contains(words) || isNever(words) || isSomebody(sentence, span, words)) {
            return false;
        }
        List<Entry> bearers = gazetteer.named(words);
        return !bearers.isEmpty()
                && (gazetteer.countries().named(words).isPresent()
                        || words.length() > 2
                                && (bearers.getFirst().weight() >= BELIEVED || cues.saysPlace(sentence, span)));
    }

    /** Each word of the names of persons of more than one word. */
    private static Set<String> persons(AnalyzedText analyzed) {
        Set<String> persons = new HashSet<>();
        for (Name name : analyzed.names()) {
            String[] words = name.span().of(analyzed.text()).split("\\s+");
            if (name.kind() == Name.Kind.PERSON && words.length > 1) {
                persons.addAll(List.of(words));
            }
        }
        return persons;
    }

    /** Without words at the edges that belong to no name ("Russia and", "Beirut's"). */
    private static Span trimmed(String text, Span span) {
        Span at = span;
        if (span.end() < text.length()
                && text.charAt(span.end()) == '.'
                && span.of(text).matches("\\p{Lu}(?:\\.\\p{Lu})+")) {
            return new Span(span.start(), span.end() + 1);
        }
        for (boolean grew = true; grew; ) {
            Matcher m = EDGES.matcher(at.of(text));
            grew = m.find() && m.end() - m.start() < at.length();
            if (grew) {
                at = m.start() == 0
                        ? new Span(at.start() + m.end(), at.end())
                        : new Span(at.start(), at.start() + m.start());
            }
        }
        return at;
    }
}
