package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.sayso.model.Extraction.Witness;

/**
 * One witness's account of which text on a page is the article.
 *
 * @param by whose
 * @param within the number of the element that was looked into
 * @param dropped elements in it that were not
 * @param blocks those looked at, in reading order
 * @param kept those of them that are the article
 */
record Candidate(Witness by, int within, Dropped dropped, List<Judged> blocks, List<Block> kept) {
    record Judged(Block block, Verdict verdict) {}

    Candidate(Witness by, int within, Dropped dropped, List<Judged> blocks) {
        this(
                by,
                within,
                dropped,
                List.copyOf(blocks),
                blocks.stream()
                        .filter(judged -> judged.verdict().kept())
                        .map(Judged::block)
                        .toList());
    }

    /** An account that stands in a script, and is kept whole. */
    static Candidate ofScript(Witness by, Outline page, Element script, List<String> paragraphs) {
        int number = page.numberOf(script);
        return new Candidate(
                by,
                number,
                new Dropped(page),
                paragraphs.stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> new Judged(new Block(script, number, text, 0, Block.Kind.PARAGRAPH), Verdict.KEPT))
                        .toList());
    }

    List<String> paragraphs() {
        return kept.stream().map(Block::text).toList();
    }

    String text() {
        return String.join("\n\n", paragraphs());
    }

    int length() {
        return kept.stream().mapToInt(block -> block.text().length()).sum();
    }

    /** The same account after another look at what it kept: one verdict for each paragraph. */
    Candidate again(List<Verdict> verdicts) {
        List<Judged> all = new ArrayList<>();
        int next = 0;
        for (Judged judged : blocks) {
            all.add(judged.verdict().kept() ? new Judged(judged.block(), verdicts.get(next++)) : judged);
        }
        return new Candidate(by, within, dropped, all);
    }
}
