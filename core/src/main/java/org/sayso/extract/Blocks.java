package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jsoup.nodes.TextNode;

/**
 * Walks an element and cuts its text into {@link Block}s in reading order. Paragraphs made of bare text between two
 * {@code <br>} count as blocks too.
 */
final class Blocks {
    private final Outline page;
    private final IntPredicate dropped;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int linked;
    private int inLink;
    private boolean space;

    private Blocks(Outline page, IntPredicate dropped) {
        this.page = page;
        this.dropped = dropped;
    }

    /** All blocks of an element. */
    static List<Block> of(Outline page, int root) {
        return of(page, root, n -> false);
    }

    /** The blocks of an element, leaving out every element inside it for whose number {@code dropped} holds. */
    static List<Block> of(Outline page, int root, IntPredicate dropped) {
        Blocks walk = new Blocks(page, dropped);
        Block.Kind kind = kindOf(page, root);
        if (page.role(root).isSilent()) {
            walk.below(root, root, kind);
        } else {
            walk.walk(root, root, kind);
        }
        walk.flush(root, kind);
        return List.copyOf(walk.blocks);
    }

    /**
     * @param owner the innermost block element around the node
     * @param kind of the blocks that stand in it
     */
    private void walk(int n, int owner, Block.Kind kind) {
        switch (page.role(n)) {
            case TEXT -> append(((TextNode) page.node(n)).getWholeText());
            case BREAK -> lineBreak(owner, kind);
            case LINK -> {
                inLink++;
                below(n, owner, kind);
                inLink--;
            }
            case INLINE, PICTURE -> below(n, owner, kind);
            case BLOCK -> {
                flush(owner, kind);
                Block.Kind own = kindOf(page.node(n).normalName(), kind);
                below(n, n, own);
                flush(n, own);
            }
            case SILENT -> {}
            case SILENT_BLOCK -> flush(owner, kind);
        }
    }

    private void below(int n, int owner, Block.Kind kind) {
        for (int child = n + 1; child < page.end(n); child = page.end(child)) {
            if (!dropped.test(child)) {
                walk(child, owner, kind);
            } else if (page.role(child).partsLines()) {
                flush(owner, kind);
            }
        }
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else if (!isNothing(c)) {
                int end = i + 1;
                while (isPart(text, end) || (isPart(text, end + 1) && text.charAt(end) == ' ')) {
                    end++;
                }
                boolean parted = space && !run.isEmpty() && run.charAt(run.length() - 1) != '\n';
                run.append(parted ? " " : "").append(text, i, end);
                linked += inLink > 0 ? end - i + (parted ? 1 : 0) : 0;
                space = false;
                i = end - 1;
            }
        }
    }

    private static boolean isPart(String text, int index) {
        char c = index < text.length() ? text.charAt(index) : ' ';
        return (c > ' ' && c < '\u00a0') || !(isSpace(c) || isNothing(c));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
    }

    private static boolean isNothing(char c) {
        return c == '\u200b' || c == '\ufeff' || c == '\u00ad' || c == '\u2060' || c == 0;
    }

    private void lineBreak(int owner, Block.Kind kind) {
        if (run.isEmpty()) {
            return;
        }
        if (run.charAt(run.length() - 1) == '\n') {
            flush(owner, kind);
        } else {
            run.append('\n');
            space = false;
        }
    }

    private void flush(int owner, Block.Kind kind) {
        int end = run.length();
        while (end > 0 && run.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0) {
            blocks.add(new Block(page.element(owner), owner, run.substring(0, end), Math.min(linked, end), kind));
        }
        run.setLength(0);
        linked = 0;
        space = false;
    }

    private static Block.Kind kindOf(Outline page, int n) {
        return n < 0 ? Block.Kind.PARAGRAPH : kindOf(page.node(n).normalName(), kindOf(page, page.parent(n)));
    }

    private static Block.Kind kindOf(String tag, Block.Kind around) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "figcaption", "caption" -> Block.Kind.CAPTION;
            case "li", "dd", "dt" -> Block.Kind.ITEM;
            case "blockquote" -> Block.Kind.QUOTE;
            case "td", "th" -> Block.Kind.CELL;
            case "article", "section", "main", "body" -> Block.Kind.PARAGRAPH;
            default -> around;
        };
    }
}
