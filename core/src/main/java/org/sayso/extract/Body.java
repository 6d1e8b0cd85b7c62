package org.sayso.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.sayso.model.Extraction.Witness;

/**
 * Finds the text of the article on a page.
 *
 * <p>Three steps. What surrounds an article by its class names is marked, except where the element holds most of the page's
 * prose: it is then a wrapper whose name happens to say "form" or "ads", and stays. Of what is left, the element with the
 * greatest sum of block weights is the article; since a sum grows with every paragraph and shrinks with every list of links,
 * it joins siblings that hold one article in parts and stops before the page does. Its blocks in reading order, less those
 * that lead out of it, are the text.
 *
 * <p>A jsoup element equals only itself, which the maps rely on. The constants were set on the visible half of the article-extraction-benchmark; the result is flat around them.
 */
final class Body {
    /** Characters of prose below which a page is looked at again with less prejudice. */
    private static final int THIN = 250;
    /** Share of the sum that lets the search go down into a child. */
    private static final double SAME = 0.94;
    /** A caption without a caption's mark-up is shorter than this. */
    private static final int CAPTION = 160;
    /** A shorter paragraph may stand twice. */
    private static final int REPEATABLE = 60;
    /** An element around a picture and its caption holds no more nodes than this. */
    private static final int FEW_NODES = 12;

    private final Boilerplate boilerplate;
    private final Asides asides;

    Body(Boilerplate boilerplate, Asides asides) {
        this.asides = asides;
        this.boilerplate = boilerplate;
    }

    /** The account of the container, without the article's title; nothing is kept where the page has no prose. */
    Candidate find(Cut cut, String title) {
        Candidate found = within(cut, Surroundings.of(cut), title);
        int length = prose(found);
        if (length < THIN && cut.size() > 2 * length) {
            Candidate other = within(cut, Surroundings.sure(cut), title);
            return prose(other) > 2 * length ? other : found;
        }
        return found;
    }

    private static int prose(Candidate candidate) {
        return prose(candidate.kept());
    }

    private static int prose(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::prose).sum();
    }

    private Candidate within(Cut cut, Map<Element, Verdict> dropped, String title) {
        List<Block> rest = Blocks.of(cut.page().body(), dropped::containsKey);
        Element article = container(cut.outline(), rest);
        article = cut.page().all("article").size() < 2 ? article : titled(article, title);
        List<Block> inside = Blocks.of(article, dropped::containsKey);
        boolean prose = inside.stream().anyMatch(block -> block.weight() > 0);
        List<Verdict> verdicts =
                prose ? trimmed(inside, cut.pictured(), title) : Collections.nCopies(inside.size(), Verdict.OUTSIDE);
        List<Candidate.Judged> judged = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            judged.add(new Candidate.Judged(inside.get(i), verdicts.get(i)));
        }
        return new Candidate(Witness.CONTAINER, article, dropped, judged);
    }

    private Element container(Outline outline, List<Block> blocks) {
        List<Element> elements = outline.elements();
        Sums sums = Sums.of(outline, blocks, Block::weight);
        Element best = elements.getFirst();
        double most = sums.of(best);
        for (Element e : elements) {
            double sum = sums.of(e);
            double favoured = sum > 0 ? sum * boilerplate.favour(e) : sum;
            if (sums.has(e) && favoured >= most) {
                best = e;
                most = favoured;
            }
        }
        return narrowed(best, sums);
    }

    /** On a page that holds several whole articles, the one whose heading is the page's title. */
    private static Element titled(Element container, String title) {
        String wanted = letters(title);
        List<Element> articles = container.select("article").stream()
                .filter(e -> !e.equals(container) && e.selectFirst("article article") == null)
                .toList();
        if (articles.size() < 2 || wanted.isEmpty()) {
            return container;
        }
        List<Element> whole = articles.stream()
                .filter(e -> e.selectFirst("h1, h2, h3") != null && prose(Blocks.of(e, x -> false)) >= THIN)
                .toList();
        return whole.stream()
                .filter(e -> whole.size() > 1
                        && e.select("h1, h2, h3").stream()
                                .anyMatch(h -> letters(ShownDay.text(h)).equals(wanted)))
                .findFirst()
                .orElse(container);
    }

    /** Steps down as long as one child holds nearly all. */
    private static Element narrowed(Element from, Sums sums) {
        Element at = from;
        while (true) {
            double need = SAME * sums.of(at);
            Element next = null;
            for (Element child : at.children()) {
                if (sums.has(child) && sums.of(child) >= need) {
                    next = child;
                }
            }
            if (next == null || need <= 0) {
                return at;
            }
            at = next;
        }
    }

    private List<Verdict> trimmed(List<Block> blocks, Set<Element> pictured, String title) {
        String wanted = letters(title);
        int from = 0;
        for (int i = 0; i < blocks.size(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
            if (heading && !wanted.isEmpty() && letters(blocks.get(i).text()).equals(wanted)) {
                from = i + 1;
            }
        }
        Set<String> seen = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(from, Verdict.TITLE));
        for (Block block : blocks.subList(from, blocks.size())) {
            verdicts.add(verdict(block, pictured, seen));
        }
        for (int i = verdicts.size() - 1; i >= from; i--) {
            if (verdicts.get(i).kept()) {
                if (blocks.get(i).kind() != Block.Kind.HEADING) {
                    break;
                }
                verdicts.set(i, Verdict.LONE_HEADING);
            }
        }
        return verdicts;
    }

    private Verdict verdict(Block block, Set<Element> pictured, Set<String> seen) {
        if (block.kind() == Block.Kind.CAPTION || isBareCaption(block, pictured)) {
            return Verdict.CAPTION;
        }
        if (block.linkShare() > 0.8 && block.kind() != Block.Kind.QUOTE) {
            return Verdict.LINKS;
        }
        if (asides.leadsOut(block.text())) {
            return Verdict.ASIDE;
        }
        boolean again = block.text().length() >= REPEATABLE && !seen.add(letters(block.text()));
        return again ? Verdict.REPEATED : Verdict.KEPT;
    }

    /** Whether a short line stands alone with a picture: a caption that no mark-up calls one. */
    private static boolean isBareCaption(Block block, Set<Element> pictured) {
        if (block.text().length() > CAPTION || block.kind() == Block.Kind.HEADING) {
            return false;
        }
        Element around = block.owner();
        for (int up = 0; up < 2 && around != null; up++, around = around.parent()) {
            if (around.childNodeSize() > FEW_NODES) {
                return false;
            }
            if (pictured.contains(around)) {
                return around.text().length() <= block.text().length() + 2;
            }
        }
        return false;
    }

    /** Letters and digits in lower case: what is left to compare when setting and punctuation differ. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }
}
