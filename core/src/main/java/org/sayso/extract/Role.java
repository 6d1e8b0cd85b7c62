package org.sayso.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What a node of a page is for the cutting of its text into blocks. */
enum Role {
    TEXT,
    /** A paragraph, or something around paragraphs. */
    BLOCK,
    BREAK,
    LINK,
    /** Part of a line. */
    INLINE,
    PICTURE,
    /** Holds nothing to read: a script, a drawing, a field of a form. */
    SILENT,
    /** The same, and it parts the lines before and after it. */
    SILENT_BLOCK;

    private static final List<String> NOT_READ = List.of(
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
    private static final List<String> ALSO_BLOCK = List.of("td", "th", "tr", "tbody", "dd", "dt", "summary", "option");

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

    private static final Map<String, Role> BY_TAG = new HashMap<>();

    static {
        NOT_READ.forEach(tag -> BY_TAG.put(tag, SILENT));
        ALSO_BLOCK.forEach(tag -> BY_TAG.put(tag, BLOCK));
        BY_TAG.put("br", BREAK);
        BY_TAG.put("a", LINK);
        BY_TAG.put("img", PICTURE);
        BY_TAG.put("picture", PICTURE);
    }

    static Role of(Element element) {
        Role role = BY_TAG.get(element.normalName());
        if (role == null) {
            return element.isBlock() || standsAlone(element) ? BLOCK : INLINE;
        }
        return role == SILENT && element.isBlock() ? SILENT_BLOCK : role;
    }

    /** Whether an element of the site's own making parts lines. */
    private static boolean standsAlone(Element element) {
        Element around = element.parent();
        return element.normalName().indexOf('-') > 0 && (around == null || !HOLDS_TEXT.contains(around.normalName()));
    }

    boolean isSilent() {
        return this == SILENT || this == SILENT_BLOCK;
    }

    boolean partsLines() {
        return this == BLOCK || this == SILENT_BLOCK;
    }
}
