package org.sayso.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a WARC file of any size out of the project's own reports, to see what memory {@code sayso add} holds over it. It reads each
 * report once and knows it again after that, so that the run ends the same day.
 *
 * <pre>{@code
 * java -cp "bench/target/classes:core/target/classes:app/target/lib/*" org.sayso.bench.LargeArchive big.warc 1000
 * /usr/bin/time -v ./sayso add --db big.db big.warc
 * }</pre>
 */
public final class LargeArchive {
    /** One record in so many is a picture, and one is an error. */
    private static final int OTHERS = 10;

    private LargeArchive() {}

    /** @param args FILE and MEGABYTES */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long bytes = Long.parseLong(args[1]) * 1_000_000;
        List<String> pages = Documents.markup();
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; written < bytes; i++) {
                String page = pages.get(i % pages.size()).replace("A report", "Report " + i);
                byte[] record = switch (i % OTHERS) {
                    case 0 -> record(i, "200 OK", "image/png", "\0".repeat(60_000));
                    case 1 -> record(i, "404 Not Found", "text/html", page);
                    default -> record(i, "200 OK", "text/html; charset=utf-8", page);
                };
                out.write(record);
                written += record.length;
            }
        }
    }

    private static byte[] record(int number, String status, String type, String body) {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
        return ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:sayso:" + number
                        + ">\r\nWARC-Date: 2024-11-12T10:00:00Z\r\nWARC-Target-URI: https://example.org/" + number
                        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                        + answer.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + answer + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
