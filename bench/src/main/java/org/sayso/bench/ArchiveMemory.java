package org.sayso.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sayso.extract.Extracted;
import org.sayso.extract.Extractor;
import org.sayso.ingest.Arrivals;
import org.sayso.ingest.Format;
import org.sayso.ingest.Given;
import org.sayso.ingest.Incoming;
import org.sayso.ingest.Intake;
import org.sayso.ingest.Limits;

/**
 * Writes a large WARC file of the project's own reports, or reads one as {@code sayso add} does as far as the article, without
 * the analysis, and prints what became of the records and how much memory was held at most.
 *
 * <pre>{@code
 * java -cp bench/target/benchmarks.jar org.sayso.bench.ArchiveMemory write big.warc 1000
 * java -cp bench/target/benchmarks.jar org.sayso.bench.ArchiveMemory read big.warc
 * }</pre>
 */
public final class ArchiveMemory {
    /** One record in so many is a picture, and one is an error. */
    private static final int OTHERS = 10;

    private ArchiveMemory() {}

    /** @param args {@code write FILE MEGABYTES} or {@code read FILE} */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "write" -> write(Path.of(args[1]), Long.parseLong(args[2]) * 1_000_000);
            case "read" -> read(args[1]);
            default -> throw new IllegalArgumentException("write FILE MEGABYTES or read FILE, not " + args[0]);
        }
    }

    private static void write(Path file, long bytes) throws IOException {
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

    private static void read(String file) throws IOException {
        Extractor extractor = Extractor.load();
        long start = System.nanoTime();
        long articles = 0;
        long leftOut = 0;
        Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, InputStream.nullInputStream());
        try (Arrivals arrivals = intake.open(List.of(file))) {
            while (arrivals.hasNext()) {
                boolean article = arrivals.next() instanceof Incoming.Arrived arrived
                        && extractor.extract(arrived.page()) instanceof Extracted.Found;
                articles += article ? 1 : 0;
                leftOut += article ? 0 : 1;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f MB: %d articles, %d left out, %.1f s, %s%n",
                Files.size(Path.of(file)) / 1e6,
                articles,
                leftOut,
                (System.nanoTime() - start) / 1e9,
                peak());
    }

    /** As the system counts it; Linux only. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readString(status)
                        .lines()
                        .filter(l -> l.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                : "peak not known";
    }
}
