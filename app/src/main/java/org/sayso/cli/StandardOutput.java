package org.sayso.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where results go, in UTF-8 whatever the locale. A {@link PrintWriter} would swallow that nobody reads any more
 * ({@code sayso … | head}) or that the disk is full; this one ends the run.
 */
final class StandardOutput extends Writer {
    private final Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);

    private StandardOutput() {}

    static PrintWriter open() {
        return new PrintWriter(new StandardOutput(), false);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        attempt(() -> out.write(characters, from, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void attempt(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    /** Nothing more can be written. */
    static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritable(IOException cause) {
            super(cause);
        }

        /** The reader has what it wanted and left. */
        boolean nobodyReads() {
            return String.valueOf(getCause()).contains("Broken pipe");
        }
    }
}
