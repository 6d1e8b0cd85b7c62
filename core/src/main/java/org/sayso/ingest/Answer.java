package org.sayso.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Outcome;

/** What became of a request. */
public sealed interface Answer {
    /**
     * An answer, of whatever status, after redirects.
     *
     * @param at what was asked last
     * @param hops the redirects on the way, in order
     * @param body decompressed; empty unless the status is 200
     * @param whole false where the body was cut at the limit
     * @param broken why the body ended before it was whole, where it did
     */
    record Arrived(
            URI at,
            List<Hop> hops,
            int status,
            HttpHeaders headers,
            byte[] body,
            boolean whole,
            Optional<String> broken)
            implements Answer {
        /** Bytes; site maps may have 50 MB, of which the beginning is read. */
        private static final int LARGEST_UNPACKED = 16 << 20;

        public Arrived {
            hops = List.copyOf(hops);
        }

        /**
         * The body as text: valid UTF-8 is UTF-8 whatever is declared; a character cut off at the end is left out. A packed
         * file, as site maps are ({@code news.xml.gz}), is unpacked.
         */
        public String text() {
            return Decoding.text(unpacked(), charset());
        }

        private byte[] unpacked() {
            try {
                return Coding.isGzip(body) ? Coding.decoded(body, List.of("gzip"), LARGEST_UNPACKED) : body;
            } catch (IOException broken) {
                return body;
            }
        }

        /**
         * The page that it holds, or why it holds none.
         *
         * @param docId the name of the document
         * @param limits those that it was asked under
         */
        public Incoming page(String docId, Limits limits) {
            return Fetcher.page(docId, limits, this);
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name).map(String::strip).filter(v -> !v.isEmpty());
        }

        Optional<String> charset() {
            return header("content-type").flatMap(Decoding::parameter);
        }
    }

    /** A redirect. */
    record Hop(int status, URI to) {
        /** Whether the old address is to be forgotten (RFC 9110, 15.4). */
        public boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    /** Nothing came, or nothing was asked. */
    record None(Outcome.Reason reason, String message) implements Answer {}

    /** The gate said: not now. */
    record Later(Instant until) implements Answer {}
}
