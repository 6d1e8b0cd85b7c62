package org.sayso.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.Span;

/**
 * Reads entities as GUM notes them beside the words: {@code Entity=(2-person-giv:act-cf1-1-ana)} opens and closes a mention of
 * entity 2, {@code (2-person-…} opens one and {@code 2)} closes it.
 */
final class EntityNotes {
    private static final Pattern NOTE = Pattern.compile("(?:^|\\|)Entity=([^|]*)");
    private static final Pattern PIECE = Pattern.compile("\\((\\d+)-([a-z]+)-[^()]*(\\)?)|(\\d+)\\)");

    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

    private EntityNotes() {}

    /**
     * Words that mean somebody or something.
     *
     * @param head the word that the rest hangs on
     * @param definite whether "the", "this" or an owner stands with it
     */
    record Noted(String entity, String type, Span span, Conllu.Row head, int words, boolean definite) {}

    private record Open(String entity, String type, int from) {}

    /** All mentions of a document, in order of their first word. */
    static List<Noted> of(Conllu.Document document) {
        List<Noted> all = new ArrayList<>();
        for (List<Conllu.Row> sentence : document.sentences()) {
            Map<String, Deque<Open>> open = new HashMap<>();
            for (int i = 0; i < sentence.size(); i++) {
                Matcher note = NOTE.matcher(sentence.get(i).notes());
                Matcher piece = PIECE.matcher(note.find() ? note.group(1) : "");
                while (piece.find()) {
                    if (piece.group(1) == null) {
                        Deque<Open> begun = open.getOrDefault(piece.group(4), new ArrayDeque<>());
                        if (!begun.isEmpty()) {
                            all.add(noted(sentence, begun.pop(), i));
                        }
                    } else if (piece.group(3).isEmpty()) {
                        open.computeIfAbsent(piece.group(1), k -> new ArrayDeque<>())
                                .push(new Open(piece.group(1), piece.group(2), i));
                    } else {
                        all.add(noted(sentence, new Open(piece.group(1), piece.group(2), i), i));
                    }
                }
            }
        }
        all.sort((a, b) -> a.span().compareTo(b.span()));
        return all;
    }

    private static Noted noted(List<Conllu.Row> sentence, Open open, int last) {
        int head = last;
        for (int i = open.from(); i <= last; i++) {
            int above = sentence.get(i).head() - 1;
            if (above < open.from() || above > last) {
                head = i;
                break;
            }
        }
        int of = head + 1;
        boolean definite = sentence.stream()
                .anyMatch(r -> r.head() == of
                        && (r.relation().equals("nmod:poss")
                                || r.relation().equals("det")
                                        && DEFINITE.contains(r.form().toLowerCase(Locale.ROOT))));
        Span span = sentence.get(open.from()).span().union(sentence.get(last).span());
        return new Noted(open.entity(), open.type(), span, sentence.get(head), last - open.from() + 1, definite);
    }
}
