package org.sayso.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/** The content codings of HTTP, undone. */
final class Coding {
    private Coding() {}

    /**
     * A body without its codings.
     *
     * @param codings as declared, in the order in which they were applied
     * @param limit the most bytes that are given; where there are more, one more than that
     * @throws IOException where they are broken, cut off or unknown
     */
    static byte[] decoded(byte[] body, List<String> codings, int limit) throws IOException {
        byte[] decoded = body;
        for (String coding : codings.reversed()) {
            try (InputStream in = decoder(decoded, coding.strip().toLowerCase(Locale.ROOT))) {
                decoded = in.readNBytes(limit + 1);
            } catch (RuntimeException e) {
                // Quirk: the Brotli decoder reports some broken data by unchecked exceptions.
                throw new ZipException("not " + coding);
            }
        }
        return decoded;
    }

    private static InputStream decoder(byte[] body, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
            // Quirk: archiving proxies keep the header of a body that they have decoded.
            case "gzip", "x-gzip" -> isGzip(body) ? new GZIPInputStream(in) : in;
            // Quirk: some servers leave out the zlib wrapper that the standard asks for.
            case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(body)));
            case "br" -> new BrotliInputStream(in);
            case "identity", "none", "", "utf-8" -> in;
            default -> throw new UnknownCoding(coding);
        };
    }

    private static boolean isZlib(byte[] body) {
        return body.length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
    }

    static boolean isGzip(byte[] body) {
        return body.length >= 2 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /** One that nobody here undoes. */
    static final class UnknownCoding extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownCoding(String coding) {
            super("content encoding " + coding);
        }
    }
}
