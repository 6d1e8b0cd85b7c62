package org.sayso.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sayso.model.Extraction.Partial;
import org.sayso.table.Table;

/**
 * Tells whether a text is only a part of its article: the publisher says that it must be paid for, the text breaks off or a line on the
 * page asks to subscribe and go on, or the page says that the article is much longer. Immutable.
 */
final class Partiality {
    /** A text so long is hardly the beginning that is shown for nothing. */
    private static final int LONG = 1_500;
    /** The share of the words, or characters, that an article is said to have. */
    private static final double MOST = 0.5;
    /** A line that asks to go on reading is no longer than this. */
    private static final int LINE = 200;

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final Set<String> asking = new HashSet<>();
    private final Set<String> leading = new HashSet<>();

    private Partiality() {
        Table.rows(Partiality.class, "walls.tsv", 3)
                .forEach(row -> (row.get(1).equals("pay") ? asking : leading).add(row.getFirst()));
    }

    static Partiality load() {
        return new Partiality();
    }

    /** @param blocks all of the page's, for the line that asks to pay may stand outside of the article */
    Optional<Partial> of(Candidate account, Markup page, StructuredData data, List<Block> blocks) {
        String text = account.text();
        boolean brief = text.length() < LONG;
        if (brief && (data.isPaidFor() || isWalled(page) || asks(blocks))) {
            return Optional.of(Partial.PAID);
        }
        if (brief && (breaksOff(text) || leadsOn(account))) {
            return Optional.of(Partial.CUT_OFF);
        }
        boolean fewWords = data.wordCount()
                .filter(said -> said > 50 && words(text) < MOST * said)
                .isPresent();
        boolean longer = data.body().map(String::length).orElse(0) * MOST > text.length();
        return fewWords || longer ? Optional.of(Partial.SHORTER_THAN_SAID) : Optional.empty();
    }

    private boolean asks(List<Block> blocks) {
        return blocks.stream()
                .map(Block::text)
                .filter(line -> line.length() <= LINE)
                .anyMatch(line -> {
                    String lower = line.toLowerCase(Locale.ROOT).replace('’', '\'');
                    return asking.stream().anyMatch(lower::contains);
                });
    }

    /** Whether the last line, or one below it, is there to open the rest. */
    private boolean leadsOn(Candidate account) {
        for (Candidate.Judged judged : account.blocks().reversed()) {
            String line = judged.block().text().toLowerCase(Locale.ROOT);
            if (leading.contains(EDGES.matcher(line).replaceAll(""))) {
                return true;
            }
            if (judged.verdict().kept()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWalled(Markup page) {
        for (Element e : page.inBody()) {
            String names = e.attributesSize() == 0 ? "" : (e.className() + " " + e.id()).toLowerCase(Locale.ROOT);
            if (names.contains("paywall") || names.contains("regwall")) {
                return true;
            }
        }
        return false;
    }

    private static boolean breaksOff(String text) {
        String end = text.substring(Math.max(0, text.length() - 40)).strip();
        return end.endsWith("...") || end.endsWith("…") || end.endsWith("[…]") || end.endsWith("[...]");
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
