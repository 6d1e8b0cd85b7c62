package org.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.sayso.store.RecordStore;
import org.sayso.testing.Run;

/** A run over an archive that is killed in the middle, and run again. */
final class KilledRunTest {
    private static final int PAGES = 40;

    @TempDir
    Path folder;

    @Test
    void whatWasKeptStaysAndTheNextRunAddsOnlyTheRest() throws IOException, InterruptedException {
        Path archive = archive();
        Path db = folder.resolve("record.db");
        Process first = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "add",
                        "--db",
                        db.toString(),
                        archive.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("first.log").toFile())
                .start();
        while (first.isAlive() && kept(db) < 3) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        first.destroyForcibly().waitFor();
        int kept = kept(db);
        assertThat(kept).as(Files.readString(folder.resolve("first.log"))).isBetween(3, PAGES - 1);

        Run again = Run.of("add", "--db", db.toString(), archive.toString());
        JsonNode summary = new ObjectMapper().readTree(again.out());
        assertThat(summary.get("alreadyKnown").asInt()).isEqualTo(kept);
        assertThat(summary.get("new").asInt()).isEqualTo(PAGES - kept);
        assertThat(summary.get("leftOut").get("unsupported").asInt()).isEqualTo(1);
        assertThat(kept(db)).isEqualTo(PAGES);
        try (RecordStore store = RecordStore.openExisting(db)) {
            assertThat(store.leftOut())
                    .singleElement()
                    .satisfies(l -> assertThat(l.docId()).matches(".*news\\.warc\\.gz:\\d+"))
                    .satisfies(l -> assertThat(l.message()).isEqualTo("image/png: https://example.org/picture.png"));
        }
    }

    private static int kept(Path db) throws IOException {
        if (!Files.exists(db) || Files.size(db) == 0) {
            return 0;
        }
        try (RecordStore store = RecordStore.openExisting(db)) {
            return store.size();
        }
    }

    private Path archive() throws IOException {
        Path file = folder.resolve("news.warc.gz");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
            write(writer, "https://example.org/picture.png", "image/png", "no picture");
            for (int i = 0; i < PAGES; i++) {
                String page = "<!doctype html><html><head><title>Port " + i
                        + "</title></head><body><article><p>KYIV - Russian "
                        + "forces shelled port number " + i + " on Monday, killing at least " + (10 + i)
                        + " people, the regional governor said.</p><p>The Kremlin denied that its forces had struck the port. "
                        + "\"This is not true,\" its spokesman told reporters.</p></article></body></html>";
                write(writer, "https://example.org/" + i, "text/html; charset=utf-8", page);
            }
        }
        return file;
    }

    private static void write(WarcWriter writer, String url, String type, String body) throws IOException {
        HttpResponse answer = new HttpResponse.Builder(200, "OK")
                .body(MediaType.parse(type), body.getBytes(StandardCharsets.UTF_8))
                .build();
        writer.write(new WarcResponse.Builder(url)
                .date(Instant.parse("2024-11-12T10:00:00Z"))
                .body(answer)
                .build());
    }
}
