package org.sayso.extract;

/** Why a block of a page is, or is no, part of the article. */
public enum Verdict {
    KEPT("part of the article"),
    OUTSIDE("outside of the element that holds the article"),
    SPARSE("too short or too full of links, beside its neighbours"),
    SURROUNDING("in an element whose tag or name says: menu, related stories, share bar"),
    FURNITURE("in an element whose tag or name says: footer, comments, cookie notice"),
    HIDDEN("not shown to a reader"),
    TEASER("one of several teasers of one shape"),
    BYLINE("names the authors"),
    CAPTION("goes with a picture or a table"),
    TITLE("the headline, or above it"),
    REPEATED("says again what stood above"),
    LINKS("hardly anything but links"),
    ASIDE("leads out of the article"),
    LONE_HEADING("a heading with nothing below it"),
    AFTER_END("after the article's end"),
    CREDIT("says whose copy it is"),
    CLOSING("a closing line: an address, a notice of rights");

    private final String says;

    Verdict(String says) {
        this.says = says;
    }

    /** For a reader. */
    public String says() {
        return says;
    }

    public boolean kept() {
        return this == KEPT;
    }
}
