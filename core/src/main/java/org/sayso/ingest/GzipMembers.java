package org.sayso.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file (RFC 1952), one after another, each with its place; after a broken one the next that begins as a
 * WARC record does can be looked for. {@link java.util.zip.GZIPInputStream} makes one stream of all members and stops at the
 * first fault. Not thread-safe.
 */
final class GzipMembers {
    /** What grows more than so much, and past {@link #SMALL}, was made to (deflate can reach 1,032; archives of text reach ten). */
    private static final int GROWTH = 200;

    private static final long SMALL = 1L << 30;
    private static final int RESERVED = 0xE0;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final Tape tape;
    private final int kept;
    private long at;
    private Optional<Member> open = Optional.empty();

    /** @param kept how many bytes of a member are held, to look among them for the next one when it is broken */
    GzipMembers(Tape tape, int kept) {
        this.tape = tape;
        this.kept = kept;
    }

    /** Where the member last opened begins. */
    long at() {
        return at;
    }

    /**
     * The next member's content, after what is left of the one before; empty at the end of the file.
     *
     * @throws IOException where no member begins or the one before is broken
     */
    Optional<InputStream> next() throws IOException {
        if (open.isPresent()) {
            open.get().drain();
        }
        return begin();
    }

    /**
     * The next member that begins as a WARC record does, looked for from the second byte of the one last opened, or from
     * here where that lies too far back.
     */
    Optional<InputStream> search() throws IOException {
        tape.rewind();
        close();
        for (int b = tape.read(); b >= 0; b = tape.read()) {
            if (b == 0x1F && tape.peek() == 0x8B) {
                at = tape.at() - 1;
                tape.mark(kept);
                boolean record = isRecord();
                tape.rewind();
                if (record) {
                    return Optional.of(open());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<InputStream> begin() throws IOException {
        close();
        while (tape.peek() == 0) {
            tape.pass(1); // Quirk: tapes and some file systems pad with zeros.
        }
        if (tape.peek() < 0) {
            return Optional.empty();
        }
        at = tape.at();
        int first = tape.read();
        tape.mark(kept);
        if (first != 0x1F) {
            throw new ZipException("no gzip member where one should begin");
        }
        return Optional.of(open());
    }

    private boolean isRecord() throws IOException {
        try (InputStream in = open()) {
            return Arrays.equals(in.readNBytes(WarcRecords.MAGIC.length), WarcRecords.MAGIC);
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    /** Behind the first byte. */
    private Member open() throws IOException {
        if (tape.read() != 0x8B || tape.read() != 8) {
            throw new ZipException("no gzip member where one should begin");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("a gzip header that is not understood");
        }
        for (int i = 0; i < 6; i++) {
            octet();
        }
        if ((flags & EXTRA) != 0) {
            for (int left = octet() | octet() << 8; left > 0; left--) {
                octet();
            }
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && octet() != 0) {
                // passed over
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            octet();
            octet();
        }
        Member member = new Member();
        open = Optional.of(member);
        return member;
    }

    private int octet() throws IOException {
        int b = tape.read();
        if (b < 0) {
            throw new EOFException("the compressed data end too early");
        }
        return b;
    }

    void close() {
        open.ifPresent(Member::close);
        open = Optional.empty();
    }

    /** One member; its checksum is compared when its end is read. */
    private final class Member extends InputStream {
        private final Inflater inflater = new Inflater(true);
        private final CRC32 crc = new CRC32();
        private final byte[] one = new byte[1];
        private boolean ended;

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int off, int len) throws IOException {
            if (ended || len == 0) {
                return ended ? -1 : 0;
            }
            int n = tape.inflate(inflater, to, off, len);
            crc.update(to, off, n);
            if (inflater.getBytesWritten() > SMALL && inflater.getBytesWritten() / GROWTH > inflater.getBytesRead()) {
                throw new ZipException("a few bytes that grow without end");
            }
            if (n == 0) {
                ended = true;
                long sum = word();
                long size = word();
                if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
                    throw new ZipException("the checksum does not agree");
                }
                return -1;
            }
            return n;
        }

        private long word() throws IOException {
            return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
        }

        void drain() throws IOException {
            byte[] rest = new byte[1 << 13];
            while (read(rest, 0, rest.length) >= 0) {
                // passed over
            }
        }

        @Override
        public void close() {
            ended = true;
            inflater.end();
        }
    }
}
