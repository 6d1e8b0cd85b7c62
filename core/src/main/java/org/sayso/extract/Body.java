package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

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
    /** An element around a picture and its caption holds no more nodes than this. */
    private static final int FEW_NODES = 12;

    private final Boilerplate boilerplate;
    private final Surroundings surroundings;
    private final Asides asides;

    Body(Boilerplate boilerplate, Asides asides) {
        this.asides = asides;
        this.boilerplate = boilerplate;
        this.surroundings = new Surroundings(boilerplate);
    }

    /**
     * The paragraphs of the article, without its title.
     *
     * @return empty where the page has no prose
     */
    List<Block> find(Document page, String title) {
        Element root = page.body();
        List<Element> elements = root.getAllElements();
        List<Block> all = Blocks.of(root, e -> false);
        List<Block> found = within(elements, surroundings.of(elements, all), title);
        int length = length(found);
        if (length < THIN && all.stream().mapToInt(Block::prose).sum() > 2 * length) {
            List<Block> other = within(elements, surroundings.sure(elements, all), title);
            return length(other) > 2 * length ? other : found;
        }
        return found;
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::prose).sum();
    }

    private List<Block> within(List<Element> elements, Set<Element> dropped, String title) {
        List<Block> rest = Blocks.of(elements.getFirst(), dropped::contains);
        Element article = titled(container(elements, rest), title);
        List<Block> inside = Blocks.of(article, dropped::contains);
        return inside.stream().anyMatch(block -> block.weight() > 0) ? trimmed(inside, title) : List.of();
    }

    private Element container(List<Element> elements, List<Block> blocks) {
        Sums sums = Sums.of(elements, blocks, Block::weight);
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
                .filter(e -> e.selectFirst("h1, h2, h3") != null && length(Blocks.of(e, x -> false)) >= THIN)
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

    private List<Block> trimmed(List<Block> blocks, String title) {
        String wanted = letters(title);
        int from = 0;
        for (int i = 0; i < blocks.size(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
            if (heading && !wanted.isEmpty() && letters(blocks.get(i).text()).equals(wanted)) {
                from = i + 1;
            }
        }
        Set<String> seen = new HashSet<>();
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks.subList(from, blocks.size())) {
            if (belongs(block) && (block.text().length() < 60 || seen.add(letters(block.text())))) {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.getLast().kind() == Block.Kind.HEADING) {
            kept.removeLast();
        }
        return List.copyOf(kept);
    }

    private boolean belongs(Block block) {
        boolean links = block.linkShare() > 0.8 && block.kind() != Block.Kind.QUOTE;
        return block.kind() != Block.Kind.CAPTION && !links && !isBareCaption(block) && !asides.leadsOut(block.text());
    }

    /** Whether a short line stands alone with a picture: a caption that no mark-up calls one. */
    private static boolean isBareCaption(Block block) {
        if (block.text().length() > CAPTION || block.kind() == Block.Kind.HEADING) {
            return false;
        }
        Element around = block.owner();
        for (int up = 0; up < 2 && around != null; up++, around = around.parent()) {
            if (around.childNodeSize() > FEW_NODES) {
                return false;
            }
            if (!around.select("img, picture").isEmpty()) {
                return around.text().length() <= block.text().length() + 2;
            }
        }
        return false;
    }

    /** Letters and digits in lower case: what is left to compare when setting and punctuation differ. */
    static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
