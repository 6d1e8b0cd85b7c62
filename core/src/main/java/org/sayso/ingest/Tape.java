package org.sayso.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A stream that knows how far it is and can be wound back to its mark, as long as no more than the mark's limit was read
 * since: what an archive with a broken part needs to find where the next one begins. Not thread-safe.
 */
final class Tape extends BufferedInputStream {
    private static final byte[] NOTHING = {};

    private final Counting counting;

    /** @param buffer bytes read at once */
    Tape(InputStream in, int buffer) {
        this(new Counting(in), buffer);
    }

    private Tape(Counting counting, int buffer) {
        super(counting, buffer);
        this.counting = counting;
    }

    /** Bytes of the stream before the next one to be read. */
    long at() {
        return counting.count() - (count - pos);
    }

    /** The next byte, not taken; -1 at the end. */
    int peek() throws IOException {
        int b = read();
        if (b >= 0) {
            pos--;
        }
        return b;
    }

    /** Whether these bytes come next; they are then taken, else all that agreed. */
    boolean take(byte[] expected) throws IOException {
        for (byte b : expected) {
            if (peek() != (b & 0xFF)) {
                return false;
            }
            pos++;
        }
        return true;
    }

    /** Whether it could be wound back to the mark. */
    boolean rewind() {
        if (markpos < 0) {
            return false;
        }
        pos = markpos;
        return true;
    }

    /**
     * Passes over so many bytes.
     *
     * @return how many there were
     */
    long pass(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && peek() >= 0) {
            left -= skip(left);
        }
        return bytes - left;
    }

    /**
     * Inflates what comes next, taking no byte behind the end of the compressed data.
     *
     * @throws EOFException where the stream ends before them
     * @throws ZipException where they are broken
     */
    int inflate(Inflater inflater, byte[] to, int off, int len) throws IOException {
        try {
            while (true) {
                if (inflater.needsInput()) {
                    if (peek() < 0) {
                        throw new EOFException("the compressed data end too early");
                    }
                    inflater.setInput(buf, pos, count - pos);
                }
                long before = inflater.getBytesRead();
                int n = inflater.inflate(to, off, len);
                pos += (int) (inflater.getBytesRead() - before);
                if (n > 0 || inflater.finished()) {
                    inflater.setInput(NOTHING);
                    return n;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("a dictionary is asked for");
                }
            }
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage() == null ? "not deflated" : e.getMessage());
        }
    }

    /** Takes what comes next, as far as so many bytes; fewer at the end. */
    byte[] upTo(int bytes) throws IOException {
        byte[] read = new byte[Math.min(bytes, 1 << 16)];
        int length = 0;
        while (length < bytes) {
            if (length == read.length) {
                read = Arrays.copyOf(read, (int) Math.min(bytes, 2L * read.length));
            }
            int n = read(read, length, read.length - length);
            if (n < 0) {
                break;
            }
            length += n;
        }
        return length == read.length ? read : Arrays.copyOf(read, length);
    }
}
