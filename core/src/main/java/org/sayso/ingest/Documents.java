package org.sayso.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** From the bytes of one file or answer to the documents in it. Immutable. */
final class Documents {
    private final Format format;
    private final Given given;
    private final int limit;

    Documents(Format format, Given given, int limit) {
        this.format = format;
        this.given = given;
        this.limit = limit;
    }

    /**
     * @param in closed when the supply is
     * @param place the file or URL, as the caller wrote it
     * @param charset what the transport declares
     * @param found what the transport knows of the document; the caller's word goes before it
     */
    Supply in(InputStream in, String place, Optional<String> charset, Given found) {
        try {
            return supply(new BufferedInputStream(in, Kind.HEAD), place, charset, given.or(found), 0);
        } catch (IOException e) {
            Closing.quietly(in);
            return Supply.of(Faults.unreadable(place, e));
        }
    }

    private Supply supply(BufferedInputStream in, String place, Optional<String> charset, Given about, int wrapped)
            throws IOException {
        Kind kind = Kind.of(head(in));
        if (kind instanceof Kind.Gzip && wrapped == 0) {
            return supply(
                    new BufferedInputStream(new GZIPInputStream(in, Kind.HEAD), Kind.HEAD), place, charset, about, 1);
        }
        if (lines(kind, place)) {
            return new JsonLines(in, place, about, limit);
        }
        Incoming incoming = one(in, kind, place, charset, about);
        in.close();
        return Supply.of(incoming);
    }

    /** The first bytes, which are read again; a failure after some of them is met again where it belongs. */
    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(Kind.HEAD);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            // Quirk: BufferedInputStream.read(byte[]) drops what it has when a later part of the same read fails.
            for (int b = in.read(); b >= 0; b = head.size() < Kind.HEAD ? in.read() : -1) {
                head.write(b);
            }
        } catch (IOException e) {
            if (head.size() == 0) {
                throw e;
            }
        }
        in.reset();
        return head.toByteArray();
    }

    /** A name may say JSON Lines of content that does not look so (a bad first line), but not of markup. */
    private boolean lines(Kind kind, String place) {
        String name = place.endsWith(".gz") ? place.substring(0, place.length() - 3) : place;
        boolean named = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        boolean lines = kind instanceof Kind.Lines || named && kind instanceof Kind.Text;
        boolean text = lines || kind instanceof Kind.Text || kind instanceof Kind.Html;
        return format == Format.AUTO && lines || format == Format.JSONL && text;
    }

    private Incoming one(InputStream in, Kind kind, String place, Optional<String> charset, Given about)
            throws IOException {
        return switch (kind) {
            case Kind.Empty empty -> Incoming.missed(place, Outcome.Reason.EMPTY, "nothing in it");
            case Kind.Gzip twice -> Incoming.missed(place, Outcome.Reason.UNSUPPORTED, "compressed twice");
            case Kind.Foreign foreign -> Incoming.missed(place, foreign.reason(), foreign.what());
            case Kind.Html html -> page(in, place, charset, about, format != Format.TEXT);
            case Kind.Text text -> page(in, place, charset, about, format == Format.HTML);
            case Kind.Lines object -> page(in, place, charset, about, format == Format.HTML);
        };
    }

    private Incoming page(InputStream in, String place, Optional<String> charset, Given about, boolean markup)
            throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            return Incoming.missed(place, Outcome.Reason.TOO_LARGE, "more than " + size(limit));
        }
        return switch (Decoding.decode(bytes, charset)) {
            case Decoding.CutOff cut ->
                Incoming.missed(
                        place,
                        Outcome.Reason.UNREADABLE,
                        "cut off within a UTF-8 character at byte " + cut.at() + " of " + bytes.length);
            case Decoding.Decoded decoded -> {
                Page.Content content = markup ? new Page.Html(decoded.text()) : new Page.Plain(decoded.text());
                yield new Incoming.Arrived(about.page(place, content));
            }
        };
    }

    static String size(long bytes) {
        return bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }
}
