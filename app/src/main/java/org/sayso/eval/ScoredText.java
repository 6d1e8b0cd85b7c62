package org.sayso.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;

/**
 * A text cut into the tokens that the attribution scorer counts: runs of word characters, or single symbols (a code point
 * each). Immutable.
 */
final class ScoredText {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|[^\\s\\p{Z}\\p{L}\\p{N}_]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]");
    /** Words that end the head region of a source, as in the published scorer. */
    private static final Set<String> BREAK = Set.of(
            "of in for at from on with who whom whose which that to by near about after before under and or as including"
                    .split(" "));

    private static final Set<String> FUNCTION = Set.of(
            "the a an his her its their our my your this that these those some many several one's 's s mr ms mrs dr sen rep gov"
                    .split(" "));

    private final List<Span> spans = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final int[] at;
    private final Set<Integer> quoted = new TreeSet<>();

    ScoredText(String text) {
        at = new int[text.length()];
        Arrays.fill(at, -1);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            Arrays.fill(at, token.start(), token.end(), spans.size());
            spans.add(new Span(token.start(), token.end()));
            forms.add(token.group());
        }
        quote(text);
    }

    Set<Integer> tokens(Collection<Span> of) {
        Set<Integer> ids = new TreeSet<>();
        for (Span span : of) {
            for (int k = span.start(); k < Math.min(span.end(), at.length); k++) {
                if (at[k] >= 0) {
                    ids.add(at[k]);
                }
            }
        }
        return ids;
    }

    /** Without tokens of punctuation, unless nothing else is there. */
    Set<Integer> words(Set<Integer> ids) {
        Set<Integer> words = new TreeSet<>(ids);
        words.removeIf(i -> !isWord(i));
        return words.isEmpty() ? ids : words;
    }

    /** The head token of a source: the last content word before a comma, preposition, relative word or gap. */
    int head(Set<Integer> ids) {
        int last = -1;
        int before = -1;
        for (int i : ids) {
            String form = forms.get(i).toLowerCase(Locale.ROOT);
            boolean gap = before >= 0 && i != before + 1;
            if (last >= 0 && (BREAK.contains(form) || ",;:(-—".contains(form) || gap)) {
                break;
            }
            if (isWord(i) && !FUNCTION.contains(form)) {
                last = i;
            }
            before = i;
        }
        return last >= 0 || ids.isEmpty() ? last : ids.iterator().next();
    }

    /** direct where nine tenths of the words stand in quotation marks, mixed where a twentieth does. */
    String kind(Set<Integer> content) {
        List<Integer> words = content.stream().filter(this::isWord).toList();
        if (words.isEmpty()) {
            return "indirect";
        }
        double share = words.stream().filter(quoted::contains).count() / (double) words.size();
        return share >= 0.9 ? "direct" : share > 0.05 ? "mixed" : "indirect";
    }

    /** The runs of words in quotation marks among these tokens; punctuation does not part them. */
    List<Set<Integer>> stretches(Set<Integer> content) {
        List<Set<Integer>> runs = new ArrayList<>();
        int before = -2;
        for (int i : content) {
            if (quoted.contains(i)) {
                if (i != before + 1) {
                    runs.add(new TreeSet<>());
                }
                before = i;
                if (isWord(i)) {
                    runs.getLast().add(i);
                }
            }
        }
        runs.removeIf(Set::isEmpty);
        return runs;
    }

    /** The words from the first token to the last. */
    String words(String text, Set<Integer> ids) {
        List<Integer> sorted = ids.stream().sorted().toList();
        return text.substring(
                spans.get(sorted.getFirst()).start(),
                spans.get(sorted.getLast()).end());
    }

    private boolean isWord(int token) {
        return WORD.matcher(forms.get(token)).lookingAt();
    }

    private void quote(String text) {
        boolean in = false;
        for (int i = 0; i < spans.size(); i++) {
            int start = spans.get(i).start();
            if (i > 0 && text.substring(spans.get(i - 1).end(), start).contains("\n\n")) {
                in = false;
            }
            String form = forms.get(i);
            boolean twin = text.startsWith("''", start);
            if (form.equals("“") || text.startsWith("``", start)) {
                in = true;
            } else if (form.equals("”")) {
                in = false;
            } else if (form.equals("\"") || twin) {
                in = !in;
            } else if (in) {
                quoted.add(i);
            }
        }
    }
}
