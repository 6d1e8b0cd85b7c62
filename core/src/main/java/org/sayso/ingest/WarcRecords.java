package org.sayso.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * The records of an uncompressed WARC stream (ISO 28500), one after another. A record whose length or head is wrong is told,
 * and the next is looked for: the next line that begins with {@code WARC/}. Not thread-safe.
 */
final class WarcRecords {
    static final byte[] MAGIC = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEAD = 1 << 16;
    private static final MessageHeaders NO_HEAD = MessageHeaders.of();

    private final Tape tape;
    private final int limit;
    private final Predicate<MessageHeaders> wanted;
    /** Whether the next record's first bytes are read already. */
    private boolean begun;

    private long at;
    private MessageHeaders head = NO_HEAD;

    /** What stands at one place. */
    sealed interface Found {
        /** Bytes before it. */
        long at();
    }

    /** @param block what it holds; empty where it is not wanted or too long */
    record Whole(long at, MessageHeaders head, Optional<byte[]> block) implements Found {}

    /** @param head without a field where it could not be read */
    record Broken(long at, MessageHeaders head, String message) implements Found {}

    /**
     * @param limit the longest block that is held
     * @param wanted of which heads the block is asked for
     */
    WarcRecords(Tape tape, int limit, Predicate<MessageHeaders> wanted) {
        this.tape = tape;
        this.limit = limit;
        this.wanted = wanted;
    }

    /** Where the record last begun stands. */
    long at() {
        return at;
    }

    /** Its head; without a field where it could not be read. */
    MessageHeaders head() {
        return head;
    }

    /**
     * The next record; empty at the end.
     *
     * @throws IOException where the stream itself fails, which ends it
     */
    Optional<Found> next() throws IOException {
        head = NO_HEAD;
        if (!begun) {
            passLines();
            at = tape.at();
            if (tape.peek() < 0) {
                return Optional.empty();
            }
            tape.mark(limit);
            if (!tape.take(MAGIC)) {
                return Optional.of(broken("no WARC record where one should begin"));
            }
        }
        begun = false;
        at = tape.at() - MAGIC.length;
        tape.mark(limit + LONGEST_HEAD);
        return Optional.of(record());
    }

    private Found record() throws IOException {
        Optional<MessageHeaders> parsed = parsedHead();
        if (parsed.isEmpty()) {
            return broken("the record's head is broken");
        }
        head = parsed.get();
        Optional<Long> length =
                head.first("Content-Length").filter(l -> l.matches("\\d{1,18}")).map(Long::parseLong);
        if (length.isEmpty()) {
            return broken("the record does not say how long it is");
        }
        boolean held = length.get() <= limit && wanted.test(head);
        Optional<byte[]> block = held ? Optional.of(tape.upTo(length.get().intValue())) : Optional.empty();
        long there = block.isPresent() ? block.get().length : tape.pass(length.get());
        if (there < length.get()) {
            return broken("cut off: " + there + " of the record's " + length.get() + " bytes are there");
        }
        passLines();
        long end = tape.at();
        begun = tape.take(MAGIC);
        boolean over = tape.peek() < 0;
        begun |= over && tape.at() > end; // The next one is cut off already here.
        return begun || over
                ? new Whole(at, head, block)
                : broken("the record is not as long as it says, " + length.get() + " bytes");
    }

    /** Quirk: two empty lines should follow a record; some writers give one, or none. */
    private void passLines() throws IOException {
        while (tape.peek() == '\r' || tape.peek() == '\n') {
            tape.pass(1);
        }
    }

    /** To the first empty line. */
    private Optional<MessageHeaders> parsedHead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MAGIC);
        boolean empty = false;
        for (int b = tape.read(); b >= 0 && bytes.size() < LONGEST_HEAD; b = tape.read()) {
            bytes.write(b);
            if (b == '\n' && empty) {
                WarcParser parser = new WarcParser();
                parser.setLenient(true);
                parser.parse(ByteBuffer.wrap(bytes.toByteArray()));
                return parser.isFinished() ? Optional.of(parser.headers()) : Optional.empty();
            }
            empty = b == '\n' || b == '\r' && empty;
        }
        return Optional.empty();
    }

    /** Tells what is broken, and goes on to where the next record begins. */
    private Broken broken(String message) throws IOException {
        tape.rewind();
        boolean line = false;
        for (int b = tape.peek(); b >= 0 && !begun; b = tape.peek()) {
            if (line && b == 'W') {
                begun = tape.take(MAGIC);
                line = false;
            } else {
                line = b == '\n';
                tape.pass(1);
            }
        }
        return new Broken(at, head, message);
    }
}
