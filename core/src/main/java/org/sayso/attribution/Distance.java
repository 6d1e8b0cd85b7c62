package org.sayso.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.table.Table;

/**
 * Where whoever reports sets himself apart from what he reports: "falsely claimed", "said without evidence", "the debunked
 * claim that". The source goes on asserting it; the author denies or doubts the same words, beside the source and not inside
 * it, in the voice of whoever says all that. The words are {@code distance.tsv}. Immutable.
 *
 * <p>By rule alone: the language engine's head for the author's view denied none of twelve such sentences (measured 2026-11-30;
 * seven lines taught it).
 */
final class Distance {
    private static final String RULE = "rule:author-";

    /** A sentence that says of the one before: "It offered no evidence." */
    private static final Pattern AFTERWARDS =
            Pattern.compile("(?iu)(?:he|she|it|they|the (?:\\p{L}+ ){1,3}?)(?: \\p{L}+n['’]t| \\p{L}+){0,3}");

    /** How far from the first word of what is said an adjective may stand that is the author's: "repeated its widely debunked". */
    private static final int ARTICLE = 14;

    private record Phrase(Pattern pattern, Stance stance) {}

    private final Map<String, Stance> words = new TreeMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    Distance() {
        for (List<String> row : Table.rows(Distance.class, "distance.tsv", 4)) {
            Stance stance = Stance.valueOf(row.get(2).toUpperCase(Locale.ROOT));
            if (row.getFirst().equals("phrase")) {
                phrases.add(new Phrase(Pattern.compile("(?iu)\\b(?:" + row.get(1) + ")\\b"), stance));
            } else {
                words.put(row.get(1), stance);
            }
        }
    }

    static boolean made(Draft draft) {
        return draft.rule().startsWith(RULE);
    }

    static Stance stance(Draft draft) {
        return Stance.valueOf(draft.rule().substring(RULE.length()).toUpperCase(Locale.ROOT));
    }

    /** The drafts, and one more for each distance taken. */
    List<Draft> mark(AnalyzedText text, List<Draft> drafts) {
        List<Draft> all = new ArrayList<>(drafts);
        for (Sentence s : text.sentences()) {
            phrases.forEach(p -> phrase(text, s, p, all));
            for (Token t : s.tokens()) {
                Optional.ofNullable(words.get(t.form().toLowerCase(Locale.ROOT)))
                        .filter(stance -> !Negation.of(s, t))
                        .ifPresent(stance -> word(text, s, t, stance, all));
            }
        }
        return all;
    }

    /** "Falsely" beside the verb of a cue, "false" beside its noun. */
    private static void word(AnalyzedText text, Sentence s, Token t, Stance stance, List<Draft> all) {
        Optional<Token> head = s.head(t).filter(h -> t.is("amod") || t.is("advmod") || t.is("compound"));
        if (head.isEmpty()) {
            return;
        }
        List<Span> near = List.of(t.span(), head.get().span());
        all.stream()
                .filter(d -> isClaim(d) && d.cueTouches(near) && !d.says(t.span()))
                .min(Comparator.comparing(d -> d.within().isPresent()))
                .ifPresent(d -> all.add(apart(text, d, t.span(), stance, enclosing(text, d, t.span(), all))));
    }

    private static void phrase(AnalyzedText text, Sentence s, Phrase phrase, List<Draft> all) {
        Matcher m = phrase.pattern().matcher(s.span().of(text.text()));
        if (!m.find()) {
            return;
        }
        Span marker = new Span(s.span().start() + m.start(), s.span().start() + m.end());
        boolean afterwards = AFTERWARDS
                .matcher(s.span().of(text.text()).substring(0, m.start()).strip())
                .matches();
        Optional<Draft> meant = all.stream()
                .filter(d ->
                        isClaim(d) && !d.source().isEmpty() && d.cue().stream().noneMatch(marker::overlaps))
                .filter(d -> isSaidWith(text, s, d, marker))
                .min(Comparator.comparing((Draft d) -> d.within().isPresent()))
                .or(() -> afterwards ? before(text, s, all) : Optional.empty());
        if (meant.isPresent()) {
            all.removeIf(d -> d.cue().stream().allMatch(marker::overlaps));
            all.add(apart(text, meant.get(), marker, phrase.stance(), meant.get()));
        }
    }

    private static boolean isClaim(Draft d) {
        return !made(d) && !d.content().isEmpty();
    }

    /** Whether the words hang from the cue, or stand right beside it: in "arrested without evidence, he said" they do not. */
    private static boolean isSaidWith(AnalyzedText text, Sentence s, Draft d, Span marker) {
        Optional<Token> top = s.headOf(marker).flatMap(s::head);
        List<Span> hosts = new ArrayList<>();
        top.ifPresent(t -> hosts.add(t.span()));
        top.flatMap(s::head)
                .filter(h -> top.get().isNoun() || top.get().is("acl"))
                .ifPresent(h -> hosts.add(h.span()));
        boolean beside = d.cue().stream()
                .anyMatch(c -> c.end() <= marker.start()
                        && text.text().substring(c.end(), marker.start()).matches(",? "));
        return beside || d.cueTouches(hosts);
    }

    /** What was said last in the sentence before, in the same paragraph. */
    private static Optional<Draft> before(AnalyzedText text, Sentence s, List<Draft> all) {
        return all.stream()
                .filter(d -> isClaim(d) && !d.source().isEmpty() && d.within().isEmpty())
                .filter(d -> text.sentenceAt(d.cue().getFirst().start())
                        .filter(b -> b.index() == s.index() - 1 && b.paragraph() == s.paragraph())
                        .isPresent())
                .reduce((first, second) -> second);
    }

    /** "Repeated the debunked claim that": the adjective is not his who repeats it. */
    private static Draft enclosing(AnalyzedText text, Draft d, Span marker, List<Draft> all) {
        return all.stream()
                .filter(k -> isClaim(k) && !k.equals(d) && k.content().stream().anyMatch(c -> opens(text, c, marker)))
                .findFirst()
                .orElse(d);
    }

    private static boolean opens(AnalyzedText text, Span content, Span marker) {
        return content.covers(marker)
                && marker.start() - content.start() <= ARTICLE
                && text.text().substring(content.start(), marker.start()).matches("(?iu)(?:(?!that)[\\p{L}'’]+ )*");
    }

    /** The same content, without the words that set it apart. */
    private static Draft apart(AnalyzedText text, Draft d, Span marker, Stance stance, Draft beside) {
        List<Span> content = d.content().stream()
                .flatMap(c -> Pieces.without(text.text(), c, List.of(marker)).stream())
                .toList();
        String rule = RULE + stance.name().toLowerCase(Locale.ROOT);
        return Draft.of(List.of(), List.of(marker), content.isEmpty() ? d.content() : content, rule, 0.7)
                .under(beside.cue().getFirst());
    }
}
