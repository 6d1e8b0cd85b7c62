package org.sayso.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.eval.AttributionScore.Relation;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Factuality;
import org.sayso.model.Span;

/**
 * A text with its chains of attributions and its marked events, as bench/chains/README.md lays them out.
 *
 * @param links outer before inner
 */
record ChainGold(int number, String text, List<Link> links, List<Happening> events) {
    private static final Pattern NUMBERED = Pattern.compile("(.*)#(\\d)");
    private static final String NOTHING = "-";

    /**
     * @param inside place of the link that it stands in
     */
    record Link(Relation relation, Stance stance, Optional<Integer> inside) {}

    /** A word for an event, and whether it is said to have happened. */
    record Happening(Span trigger, Factuality.Status status) {}

    ChainGold {
        links = List.copyOf(links);
        events = List.copyOf(events);
    }

    /** Even numbers are set aside. */
    boolean isTest() {
        return number % 2 == 0;
    }

    /**
     * @throws IOException with file and line where one cannot be understood
     */
    static List<ChainGold> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<ChainGold> all = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            if (!lines.get(n).startsWith("@ ") || n + 1 == lines.size()) {
                continue;
            }
            int number = Integer.parseInt(lines.get(n).substring(2).strip());
            String text = lines.get(++n).replace(" ¶ ", "\n\n");
            List<Link> links = new ArrayList<>();
            List<Happening> events = new ArrayList<>();
            List<Integer> levels = new ArrayList<>();
            while (n + 1 < lines.size() && !lines.get(n + 1).startsWith("@ ")) {
                List<String> row = List.of(lines.get(++n).split(" \\| ", -1));
                try {
                    if (row.getFirst().equals("e")) {
                        events.add(new Happening(one(text, row.get(1)), Factuality.Status.valueOf(upper(row.get(2)))));
                    } else {
                        int level = Integer.parseInt(row.getFirst());
                        links.add(link(text, row, outer(levels, level)));
                        levels.add(level);
                    }
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new IOException(file + ":" + (n + 1) + ": " + e.getMessage(), e);
                }
            }
            all.add(new ChainGold(number, text, links, events));
        }
        return all;
    }

    private static Optional<Integer> outer(List<Integer> levels, int level) {
        int at = levels.lastIndexOf(level - 1);
        if (at < 0 && level > 1) {
            throw new IllegalArgumentException("nothing of level " + (level - 1) + " stands before");
        }
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    private static Link link(String text, List<String> row, Optional<Integer> inside) {
        Stance stance = row.size() > 4 ? Stance.valueOf(upper(row.get(4))) : Stance.ASSERTS;
        return new Link(
                new Relation(spans(text, row.get(1)), spans(text, row.get(2)), spans(text, row.get(3))),
                stance,
                inside);
    }

    private static String upper(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }

    private static List<Span> spans(String text, String words) {
        List<Span> spans = new ArrayList<>();
        if (!words.equals(NOTHING)) {
            for (String piece : words.split(" \\+ ")) {
                spans.add(one(text, piece));
            }
        }
        return spans;
    }

    private static Span one(String text, String piece) {
        String[] ends = piece.strip().split(" … ");
        Matcher numbered = NUMBERED.matcher(ends[0]);
        boolean counted = numbered.matches();
        Span first =
                word(text, counted ? numbered.group(1) : ends[0], counted ? Integer.parseInt(numbered.group(2)) : 1);
        if (ends.length == 1) {
            return first;
        }
        int end = text.indexOf(ends[1], first.end());
        if (end < 0) {
            throw new IllegalArgumentException("no \"" + ends[1] + "\" in: " + text);
        }
        return new Span(first.start(), end + ends[1].length());
    }

    /** The words where they stand as whole words, for the n-th time. */
    private static Span word(String text, String words, int n) {
        String before = Character.isLetterOrDigit(words.charAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        String after = Character.isLetterOrDigit(words.charAt(words.length() - 1)) ? "(?![\\p{L}\\p{N}])" : "";
        Matcher found = Pattern.compile(before + Pattern.quote(words) + after).matcher(text);
        for (int i = 1; found.find(); i++) {
            if (i == n) {
                return new Span(found.start(), found.end());
            }
        }
        throw new IllegalArgumentException("no \"" + words + "\" number " + n + " in: " + text);
    }
}
