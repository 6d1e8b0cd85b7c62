package org.sayso.event;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sayso.analysis.Analyzer;
import org.sayso.model.Span;

/**
 * Scores a finder on {@code sentences.tsv}: sentences of our own, each with the one event that it tells, or none.
 *
 * <p>A type counts where any mention has it; actors, recipients and factuality are those of the best mention of that
 * type. A participant counts where its words and ours begin alike, articles left out.
 */
final class PlainSentences {
    record Row(String half, String text, String type, List<String> actors, List<String> recipients, String status) {}

    /** Counts over one half. {@code misses} says what went wrong, a line each. */
    record Score(
            int told,
            int types,
            int actors,
            int recipients,
            int statuses,
            int twice,
            int silent,
            int alarms,
            List<String> misses) {}

    private PlainSentences() {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = PlainSentences.class.getResourceAsStream("sentences.tsv")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.split("\n")) {
                if (!line.startsWith("#")) {
                    String[] c = line.split("\t", -1);
                    rows.add(new Row(c[0], c[1], c[2], parts(c[3]), parts(c[4]), c[5]));
                }
            }
        }
        return rows;
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    static Score score(String half, Analyzer analyzer, EventFinder finder) throws IOException {
        int[] n = new int[8];
        List<String> misses = new ArrayList<>();
        for (Row row : rows()) {
            if (!row.half().equals(half)) {
                continue;
            }
            List<EventMention> found = finder.find(analyzer.analyze(row.text()), List.of());
            if (row.type().equals("NONE")) {
                n[6]++;
                n[7] += found.isEmpty() ? 0 : 1;
                found.forEach(m -> misses.add("alarm " + m.type() + ": " + row.text()));
            } else {
                n[0]++;
                told(row, found, n, misses);
            }
        }
        return new Score(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], misses);
    }

    private static void told(Row row, List<EventMention> found, int[] n, List<String> misses) {
        List<EventMention> typed = found.stream()
                .filter(m -> m.type().name().equals(row.type()))
                .sorted(Comparator.comparingInt(m -> -agreements(row, m)))
                .toList();
        if (typed.isEmpty()) {
            misses.add("no " + row.type() + " but "
                    + found.stream().map(EventMention::type).toList() + ": " + row.text());
            return;
        }
        EventMention best = typed.getFirst();
        n[1]++;
        n[2] += count(same(row.actors(), best.actors(), row), "actors " + words(best.actors(), row), row, misses);
        n[3] += count(
                same(row.recipients(), best.recipients(), row),
                "recipients " + words(best.recipients(), row),
                row,
                misses);
        boolean status = best.factuality().status().name().equals(row.status());
        n[4] += count(status, best.factuality().toString(), row, misses);
        if (typed.size() > 1) {
            n[5]++;
            misses.add("twice " + row.type() + ": " + row.text());
        }
    }

    private static int count(boolean right, String what, Row row, List<String> misses) {
        if (!right) {
            misses.add(what + ": " + row.text());
        }
        return right ? 1 : 0;
    }

    private static int agreements(Row row, EventMention m) {
        return (same(row.actors(), m.actors(), row) ? 1 : 0)
                + (same(row.recipients(), m.recipients(), row) ? 1 : 0)
                + (m.factuality().status().name().equals(row.status()) ? 1 : 0);
    }

    private static boolean same(List<String> wanted, List<Span> given, Row row) {
        return wanted.size() == given.size()
                && wanted.stream().allMatch(w -> given.stream().anyMatch(g -> alike(w, g.of(row.text()))));
    }

    private static boolean alike(String wanted, String given) {
        String w = plain(wanted);
        String g = plain(given);
        return w.startsWith(g) || g.startsWith(w);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "").replaceAll("[\"“”]", "");
    }

    private static List<String> words(List<Span> spans, Row row) {
        return spans.stream().map(s -> s.of(row.text())).toList();
    }
}
