package org.sayso.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** From the bytes of one file or answer to the documents in it. Not thread-safe: archives refer to one another. */
final class Documents {
    private final Format format;
    private final Given given;
    private final int limit;
    private final Captures captures;

    Documents(Format format, Given given, int limit) {
        this.format = format;
        this.given = given;
        this.limit = limit;
        this.captures = new Captures(this, given, limit);
    }

    /**
     * @param in closed when the supply is
     * @param place the file or URL, as the caller wrote it
     * @param charset what the transport declares
     * @param found what the transport knows of the document; the caller's word goes before it
     */
    Supply in(InputStream in, String place, Optional<String> charset, Given found) {
        try {
            Tape tape = new Tape(in, Kind.HEAD);
            byte[] head = head(tape);
            Kind kind = Kind.of(head);
            if (isArchive(kind, head, place)) {
                boolean gzip = kind instanceof Kind.Gzip || place.endsWith(".gz") && !(kind instanceof Kind.Warc);
                return new WarcFile(tape, gzip, place, limit, captures);
            }
            return supply(tape, kind, place, charset, given.or(found));
        } catch (IOException e) {
            Closing.quietly(in);
            return Supply.of(Faults.unreadable(place, e));
        }
    }

    /** The compressed records in a file that is something else besides. */
    Supply records(InputStream in, String place) {
        return new WarcFile(new Tape(in, Kind.HEAD), true, place, limit, captures);
    }

    private Supply supply(BufferedInputStream in, Kind kind, String place, Optional<String> charset, Given about)
            throws IOException {
        if (kind instanceof Kind.Gzip) {
            BufferedInputStream unpacked = new BufferedInputStream(new GZIPInputStream(in, Kind.HEAD), Kind.HEAD);
            Kind within = Kind.of(head(unpacked));
            Kind once = within instanceof Kind.Gzip
                    ? new Kind.Foreign(Outcome.Reason.UNSUPPORTED, "compressed twice")
                    : within;
            return supply(unpacked, once, place, charset, about);
        }
        if (lines(kind, place)) {
            return new JsonLines(in, place, about, limit);
        }
        if (format == Format.AUTO && kind instanceof Kind.Items items) {
            return items(in, items, place, charset, about);
        }
        Incoming incoming = one(in, kind, place, charset, about);
        in.close();
        return Supply.of(incoming);
    }

    private Supply items(InputStream in, Kind.Items kind, String place, Optional<String> charset, Given about)
            throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        in.close();
        if (bytes.length > limit) {
            return Supply.of(tooLarge(place));
        }
        String text = Decoding.text(bytes, charset);
        List<Incoming> items = kind.json() ? Ninjs.items(text, place, about) : NewsMl.items(text, place, about);
        return Supply.of(items.stream().map(Supply.Step.Ready::new).iterator());
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

    /** A name may say WARC of a file that begins with something broken. */
    private boolean isArchive(Kind kind, byte[] head, String place) {
        boolean named = place.matches("(?i).*\\.warc(\\.gz)?") && head.length > 0;
        boolean archive = kind instanceof Kind.Warc || kind instanceof Kind.Gzip && holdsRecords(head);
        return format == Format.WARC || format == Format.AUTO && (named || archive);
    }

    private static boolean holdsRecords(byte[] head) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            return Arrays.equals(in.readNBytes(WarcRecords.MAGIC.length), WarcRecords.MAGIC);
        } catch (IOException e) {
            return false;
        }
    }

    /** A name may say JSON Lines of content that does not look so (a bad first line), but not of markup. */
    private boolean lines(Kind kind, String place) {
        String name = place.endsWith(".gz") ? place.substring(0, place.length() - 3) : place;
        boolean named = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        boolean lines = kind instanceof Kind.Lines || named && kind instanceof Kind.Text;
        boolean text = lines || kind instanceof Kind.Text || kind instanceof Kind.Html || kind instanceof Kind.Items;
        return format == Format.AUTO && lines || format == Format.JSONL && text;
    }

    private Incoming one(InputStream in, Kind kind, String place, Optional<String> charset, Given about)
            throws IOException {
        return switch (kind) {
            case Kind.Empty empty -> Incoming.missed(place, Outcome.Reason.EMPTY, "nothing in it");
            case Kind.Gzip twice -> Incoming.missed(place, Outcome.Reason.UNSUPPORTED, "compressed twice");
            case Kind.Warc archive -> Incoming.missed(place, Outcome.Reason.UNSUPPORTED, "a WARC archive");
            case Kind.Foreign foreign -> Incoming.missed(place, foreign.reason(), foreign.what());
            case Kind.Html html -> page(in, place, charset, about, format != Format.TEXT);
            case Kind.Text text -> page(in, place, charset, about, format == Format.HTML);
            case Kind.Lines object -> page(in, place, charset, about, format == Format.HTML);
            case Kind.Items items -> page(in, place, charset, about, format == Format.HTML);
        };
    }

    /** The document that a server sent. */
    Incoming body(Captures.Body body, String docId, Given about) {
        byte[] bytes = body.bytes();
        Kind kind = Kind.of(Arrays.copyOf(bytes, Math.min(bytes.length, Kind.HEAD)));
        return switch (kind) {
            case Kind.Empty empty -> Incoming.missed(docId, Outcome.Reason.EMPTY, "nothing in it");
            case Kind.Foreign foreign -> Incoming.missed(docId, foreign.reason(), foreign.what());
            case Kind.Warc archive -> Incoming.missed(docId, Outcome.Reason.UNSUPPORTED, "a WARC archive");
            case Kind.Gzip twice -> Incoming.missed(docId, Outcome.Reason.UNSUPPORTED, "compressed twice");
            case Kind.Lines object -> Incoming.missed(docId, Outcome.Reason.UNSUPPORTED, "JSON, not a page");
            case Kind.Items items -> Incoming.missed(docId, Outcome.Reason.UNSUPPORTED, "news items, not a page");
            case Kind.Html html -> page(bytes, docId, body.charset(), about, true);
            case Kind.Text text ->
                body.media() == Media.UNKNOWN
                        ? Incoming.missed(
                                docId, Outcome.Reason.UNSUPPORTED, "of no media type, and it does not look like HTML")
                        : page(bytes, docId, body.charset(), about, body.media() == Media.HTML);
        };
    }

    private Incoming page(InputStream in, String place, Optional<String> charset, Given about, boolean markup)
            throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        return bytes.length > limit ? tooLarge(place) : page(bytes, place, charset, about, markup);
    }

    private Incoming tooLarge(String place) {
        return Incoming.missed(place, Outcome.Reason.TOO_LARGE, "more than " + size(limit));
    }

    private static Incoming page(byte[] bytes, String place, Optional<String> charset, Given about, boolean markup) {
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
