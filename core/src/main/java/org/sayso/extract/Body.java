package org.sayso.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
 * <p>The constants were set on the visible half of the article-extraction-benchmark; the result is flat around them.
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

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");

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

    private Candidate within(Cut cut, Dropped dropped, String title) {
        Outline page = cut.outline();
        List<Block> rest = Blocks.of(page, cut.page().bodyNumber(), dropped::has);
        int article = container(cut.page(), rest);
        article = cut.page().all("article").size() < 2 ? article : titled(page, article, title);
        List<Block> inside = inside(page, article, rest, dropped);
        boolean prose = inside.stream().anyMatch(block -> block.weight() > 0);
        List<Verdict> verdicts =
                prose ? trimmed(page, inside, title) : Collections.nCopies(inside.size(), Verdict.OUTSIDE);
        List<Candidate.Judged> judged = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            judged.add(new Candidate.Judged(inside.get(i), verdicts.get(i)));
        }
        return new Candidate(Witness.CONTAINER, article, dropped, judged);
    }

    /** What an inline element holds may be but a part of a block. */
    private static List<Block> inside(Outline page, int article, List<Block> blocks, Dropped dropped) {
        return page.role(article) == Role.BLOCK
                ? blocks.stream()
                        .filter(block -> page.isWithin(block.number(), article))
                        .toList()
                : Blocks.of(page, article, dropped::has);
    }

    private int container(Markup page, List<Block> blocks) {
        Outline outline = page.outline();
        Sums sums = Sums.of(outline, blocks, Block::weight);
        int best = page.bodyNumber();
        double most = sums.of(best);
        for (int n = best; n < outline.size(); n++) {
            double sum = sums.of(n);
            boolean asked = sum > 0 && Boilerplate.MOST_FAVOURED * sum >= most;
            double favoured = asked ? sum * boilerplate.favour(outline.element(n)) : sum;
            if (sums.has(n) && favoured >= most) {
                best = n;
                most = favoured;
            }
        }
        return narrowed(outline, best, sums);
    }

    /** On a page that holds several whole articles, the one whose heading is the page's title. */
    private static int titled(Outline page, int container, String title) {
        String wanted = letters(title);
        List<Integer> articles = innermost(page, container);
        if (articles.size() < 2 || wanted.isEmpty()) {
            return container;
        }
        List<Integer> whole = articles.stream()
                .filter(n -> !headings(page, n).isEmpty() && prose(Blocks.of(page, n)) >= THIN)
                .toList();
        return whole.stream()
                .filter(n -> whole.size() > 1
                        && headings(page, n).stream()
                                .anyMatch(h -> letters(ShownDay.text(h)).equals(wanted)))
                .findFirst()
                .orElse(container);
    }

    /** The article elements below another that hold none themselves. */
    private static List<Integer> innermost(Outline page, int container) {
        List<Integer> articles = new ArrayList<>();
        for (int n = container + 1; n < page.end(container); n++) {
            if (page.node(n).normalName().equals("article")) {
                if (!articles.isEmpty() && page.isWithin(n, articles.getLast())) {
                    articles.removeLast();
                }
                articles.add(n);
            }
        }
        return articles;
    }

    private static List<Element> headings(Outline page, int article) {
        List<Element> headings = new ArrayList<>();
        for (int n = article + 1; n < page.end(article); n++) {
            if (HEADINGS.contains(page.node(n).normalName())) {
                headings.add(page.element(n));
            }
        }
        return headings;
    }

    /** Steps down as long as one child holds nearly all. */
    private static int narrowed(Outline page, int from, Sums sums) {
        int at = from;
        while (true) {
            double need = SAME * sums.of(at);
            int next = -1;
            for (int child = at + 1; child < page.end(at); child = page.end(child)) {
                next = sums.has(child) && sums.of(child) >= need ? child : next;
            }
            if (next < 0 || need <= 0) {
                return at;
            }
            at = next;
        }
    }

    private List<Verdict> trimmed(Outline page, List<Block> blocks, String title) {
        String wanted = letters(title);
        int from = 0;
        for (int i = 0; i < blocks.size(); i++) {
            boolean heading = blocks.get(i).kind() == Block.Kind.HEADING;
            if (heading && !wanted.isEmpty() && letters(blocks.get(i).text()).equals(wanted)) {
                from = i + 1;
            }
        }
        boolean[] pictured = page.holding(n -> page.role(n) == Role.PICTURE);
        Set<String> seen = new HashSet<>();
        List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(from, Verdict.TITLE));
        for (Block block : blocks.subList(from, blocks.size())) {
            verdicts.add(verdict(page, block, pictured, seen));
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

    private Verdict verdict(Outline page, Block block, boolean[] pictured, Set<String> seen) {
        if (block.kind() == Block.Kind.CAPTION || isBareCaption(page, block, pictured)) {
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
    private static boolean isBareCaption(Outline page, Block block, boolean[] pictured) {
        if (block.text().length() > CAPTION || block.kind() == Block.Kind.HEADING) {
            return false;
        }
        int around = block.number();
        for (int up = 0; up < 2 && around >= 0; up++, around = page.parent(around)) {
            if (page.node(around).childNodeSize() > FEW_NODES) {
                return false;
            }
            if (pictured[around]) {
                return page.element(around).text().length() <= block.text().length() + 2;
            }
        }
        return false;
    }

    /** Letters and digits in lower case: what is left to compare when setting and punctuation differ. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                letters.append(c);
            } else if (c > 'z' || (c >= 'A' && c <= 'Z')) {
                int whole = text.codePointAt(i);
                i += Character.charCount(whole) - 1;
                if (Character.isLetterOrDigit(whole)) {
                    letters.appendCodePoint(Character.toLowerCase(whole));
                }
            }
        }
        return letters.toString();
    }
}
