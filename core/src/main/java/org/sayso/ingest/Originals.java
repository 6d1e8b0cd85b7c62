package org.sayso.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Which captures were read in this run, for the later captures that only say "unchanged since". Holds some fifty bytes for
 * each name of a capture that was read, no texts. Not thread-safe.
 */
final class Originals {
    private final Set<Long> read = new HashSet<>();

    void add(MessageHeaders head) {
        names(head, "WARC-Record-ID", "WARC-Target-URI", "WARC-Date").forEach(read::add);
    }

    /** Whether what a revisit record refers to was read. */
    boolean has(MessageHeaders head) {
        return names(head, "WARC-Refers-To", "WARC-Refers-To-Target-URI", "WARC-Refers-To-Date")
                .anyMatch(read::contains);
    }

    private static Stream<Long> names(MessageHeaders head, String id, String target, String date) {
        Optional<String> place =
                head.first(target).flatMap(t -> head.first(date).map(d -> t + ' ' + d));
        return Stream.of(head.first("WARC-Payload-Digest"), head.first(id), place)
                .flatMap(Optional::stream)
                .map(Originals::hash);
    }

    /** Names are digests and identifiers that differ in many places: 64 bits keep a billion of them apart. */
    private static long hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue() << 32 | name.hashCode() & 0xFFFFFFFFL;
    }
}
