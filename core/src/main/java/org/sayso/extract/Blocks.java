package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Walks an element and cuts its text into {@link Block}s in reading order. Paragraphs made of bare text between two
 * {@code <br>} count as blocks too. Goes through the tree without recursion, so depth is no danger.
 */
final class Blocks implements NodeFilter {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "select",
            "button",
            "input",
            "textarea",
            "map",
            "head",
            "title",
            "datalist",
            "dialog",
            "frameset");
    private static final Set<String> ALSO_BLOCK = Set.of("td", "th", "tr", "tbody", "dd", "dt", "summary", "option");

    /** Within these, an element of the site's own making is part of the line. */
    private static final Set<String> HOLDS_TEXT = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "span",
            "a",
            "b",
            "i",
            "em",
            "strong",
            "small",
            "sup",
            "sub",
            "td",
            "figcaption");

    private final Predicate<Element> dropped;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Element> open = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int linked;
    private int inLink;
    private boolean space;

    private Blocks(Predicate<Element> dropped) {
        this.dropped = dropped;
    }

    /** The blocks of an element, leaving out every element inside it for which {@code dropped} holds. */
    static List<Block> of(Element root, Predicate<Element> dropped) {
        Blocks walk = new Blocks(dropped);
        walk.open.add(root);
        root.filter(walk);
        walk.flush();
        return List.copyOf(walk.blocks);
    }

    static boolean isBlock(Element element) {
        String name = element.normalName();
        return element.isBlock() || ALSO_BLOCK.contains(name) || (name.indexOf('-') > 0 && standsAlone(element));
    }

    private static boolean standsAlone(Element element) {
        Element around = element.parent();
        return around == null || !HOLDS_TEXT.contains(around.normalName());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (depth > 0 && (SILENT.contains(element.normalName()) || dropped.test(element))) {
                if (isBlock(element)) {
                    flush();
                }
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("br")) {
                lineBreak();
            } else if (isBlock(element)) {
                flush();
                open.add(element);
            } else if (element.normalName().equals("a")) {
                inLink++;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (isBlock(element)) {
                flush();
                if (open.size() > 1) {
                    open.removeLast();
                }
            } else if (element.normalName().equals("a")) {
                inLink--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else if (!isNothing(c)) {
                int end = i + 1;
                while (end < text.length() && !isSpace(text.charAt(end)) && !isNothing(text.charAt(end))) {
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

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
    }

    private static boolean isNothing(char c) {
        return c == '\u200b' || c == '\ufeff' || c == '\u00ad' || c == '\u2060' || c == 0;
    }

    private void lineBreak() {
        if (run.isEmpty()) {
            return;
        }
        if (run.charAt(run.length() - 1) == '\n') {
            flush();
        } else {
            run.append('\n');
            space = false;
        }
    }

    private void flush() {
        int end = run.length();
        while (end > 0 && run.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0) {
            Element owner = open.getLast();
            blocks.add(new Block(owner, run.substring(0, end), Math.min(linked, end), kindOf(owner)));
        }
        run.setLength(0);
        linked = 0;
        space = false;
    }

    private static Block.Kind kindOf(Element owner) {
        for (Element e = owner; e != null; e = e.parent()) {
            switch (e.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    return Block.Kind.HEADING;
                }
                case "figcaption", "caption" -> {
                    return Block.Kind.CAPTION;
                }
                case "li", "dd", "dt" -> {
                    return Block.Kind.ITEM;
                }
                case "blockquote" -> {
                    return Block.Kind.QUOTE;
                }
                case "td", "th" -> {
                    return Block.Kind.CELL;
                }
                case "article", "section", "main", "body" -> {
                    return Block.Kind.PARAGRAPH;
                }
                default -> {}
            }
        }
        return Block.Kind.PARAGRAPH;
    }
}
