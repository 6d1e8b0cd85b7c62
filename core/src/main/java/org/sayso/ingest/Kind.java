package org.sayso.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.sayso.model.Outcome;
import org.sayso.table.Table;

/** What the first bytes of a document say that it is. */
sealed interface Kind {
    /** Nothing, or white space only. */
    record Empty() implements Kind {}

    record Gzip() implements Kind {}

    /** A web archive. */
    record Warc() implements Kind {}

    record Html() implements Kind {}

    record Text() implements Kind {}

    record Lines() implements Kind {}

    /** What agencies send: ninjs, or NewsML-G2. */
    record Items(boolean json) implements Kind {}

    /** @param what for people: "PDF" */
    record Foreign(Outcome.Reason reason, String what) implements Kind {}

    /** How many bytes are looked at. */
    int HEAD = 1 << 16;

    /** A row of {@code magic.tsv}. */
    record Magic(byte[] start, Kind kind) {
        static final List<Magic> ALL =
                Table.rows(Kind.class, "magic.tsv", 3).stream().map(Magic::of).toList();

        private static Magic of(List<String> row) {
            byte[] start = HexFormat.of().parseHex(row.get(0));
            return new Magic(
                    start,
                    switch (row.get(1)) {
                        case "GZIP" -> new Gzip();
                        case "WARC" -> new Warc();
                        default -> new Foreign(Outcome.Reason.valueOf(row.get(1)), row.get(2));
                    });
        }

        boolean begins(byte[] head) {
            for (int i = 0; i < start.length; i++) {
                if (i >= head.length || head[i] != start[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** White space, byte order mark, XML declaration and comments may stand before what tells. */
    Pattern PROLOG = Pattern.compile("\\A(?:[\\s\\uFEFF]++|<\\?xml[^>]*>|<!--.*?-->)*", Pattern.DOTALL);

    Pattern FEED = Pattern.compile("<(?:rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\\s>]");
    Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|body|title|meta|link|script|style|main|article|section|div|form|table|h[1-6]|p|a|b|br|img|span|ul|ol|font|center|noscript|header|nav|iframe)(?=[\\s/>])",
            Pattern.CASE_INSENSITIVE);
    Pattern MARKUP_WITHIN =
            Pattern.compile("<(?:html|body)[\\s>]|</p>\\s*<p|</(?:div|article|body|html)>", Pattern.CASE_INSENSITIVE);
    Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");
    Pattern LIST = Pattern.compile("\\[\\s*\\{");

    /** @param head the first {@value #HEAD} bytes, or all where there are fewer */
    static Kind of(byte[] head) {
        for (Magic magic : Magic.ALL) {
            if (magic.begins(head)) {
                return magic.kind();
            }
        }
        String text = new String(head, charset(head));
        if (head.length < HEAD && text.chars().allMatch(c -> Character.isWhitespace(c) || c == '\uFEFF')) {
            return new Empty();
        }
        if (isBinary(text)) {
            return new Foreign(Outcome.Reason.BINARY, "binary data");
        }
        java.util.regex.Matcher prolog = PROLOG.matcher(text);
        int start = prolog.lookingAt() ? prolog.end() : 0;
        boolean object = OBJECT.matcher(text).region(start, text.length()).lookingAt();
        boolean list = LIST.matcher(text).region(start, text.length()).lookingAt();
        if ((object || list) && Ninjs.opens(text, start)) {
            return new Items(true);
        }
        if (object) {
            return new Lines();
        }
        if (NewsMl.opens(text, start)) {
            return new Items(false);
        }
        if (FEED.matcher(text).region(start, text.length()).lookingAt()) {
            return new Foreign(Outcome.Reason.UNSUPPORTED, "a feed or site map, not an article");
        }
        boolean markup = MARKUP.matcher(text).region(start, text.length()).lookingAt()
                || MARKUP_WITHIN.matcher(text).find();
        return markup ? new Html() : new Text();
    }

    /** Enough to see tags by: UTF-16 by its mark or by the zero beside a first {@code <}, else one byte a character. */
    private static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.ISO_8859_1;
        }
        int first = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    /** A zero anywhere, or more than one control character in a hundred. ESC is used by ISO-2022. */
    private static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B)
                .count();
        return text.indexOf('\0') >= 0 || controls * 100 > text.length();
    }
}
