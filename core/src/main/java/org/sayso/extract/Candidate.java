package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sayso.model.Extraction.Witness;

/**
 * One witness's account of which text on a page is the article.
 *
 * @param by whose
 * @param within the element that was looked into
 * @param dropped elements that were not looked into, and why
 * @param blocks those looked at, in reading order
 */
record Candidate(Witness by, Element within, Map<Element, Verdict> dropped, List<Judged> blocks) {
    record Judged(Block block, Verdict verdict) {}

    Candidate {
        blocks = List.copyOf(blocks);
    }

    /** An account that stands in a script, and is kept whole. */
    static Candidate ofScript(Witness by, Element script, List<String> paragraphs) {
        return new Candidate(
                by,
                script,
                Map.of(),
                paragraphs.stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> new Judged(new Block(script, text, 0, Block.Kind.PARAGRAPH), Verdict.KEPT))
                        .toList());
    }

    List<Block> kept() {
        return blocks.stream()
                .filter(judged -> judged.verdict().kept())
                .map(Judged::block)
                .toList();
    }

    List<String> paragraphs() {
        return kept().stream().map(Block::text).toList();
    }

    String text() {
        return String.join("\n\n", paragraphs());
    }

    int length() {
        return kept().stream().mapToInt(block -> block.text().length()).sum();
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
