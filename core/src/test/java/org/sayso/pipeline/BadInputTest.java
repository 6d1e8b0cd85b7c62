package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.json.ReadingJson;
import org.sayso.model.Outcome;
import org.sayso.model.Page;

/** Whatever comes in: an outcome in bounded time, no bug of ours, and the same bytes in any company. */
class BadInputTest {
    private static final Pipeline PIPELINE = new Pipeline(Stages.standard());

    private static final String NEWS =
            "The foreign ministry of Ukraine said on Monday that 12 people were killed in Odesa. ";

    record Bad(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> bad() {
        return List.of(
                new Bad(
                        "a sentence of 5,000 words",
                        "the minister of the army said " + "and he said that ".repeat(1250)),
                new Bad("no blanks", NEWS.replace(" ", "").repeat(60)),
                new Bad("emoji only", "😢👨‍👩‍👧🇺🇦".repeat(500)),
                new Bad("right to left", "قال الوزير إن المحادثات فشلت يوم الاثنين. ".repeat(60)),
                new Bad("right to left in English", NEWS + "\u202Eقال الوزير\u202C said the minister. " + NEWS),
                new Bad("NUL", NEWS.replace(" ", "\u0000").repeat(20) + NEWS.replace("killed", "kil\u0000led")),
                new Bad("unpaired surrogates", NEWS.replace(" ", " \uD83D").repeat(20) + "\uDE00" + NEWS + "\uD83D"),
                new Bad("all capitals", NEWS.toUpperCase(java.util.Locale.ROOT).repeat(30)),
                new Bad(
                        "OCR",
                        NEWS.replace("l", "1")
                                        .replace("o", "0")
                                        .replace(" m", "\u00AD m")
                                        .repeat(10)
                                + NEWS.replace("i", "-\n").repeat(10)),
                new Bad("marks only", "\"'“”‘’()[]—–…,.;:".repeat(300)),
                new Bad("numbers only", "1,234.5 2024-11-12 30% $6bn ".repeat(400)),
                new Bad("open quotations", ("“" + NEWS).repeat(60)),
                new Bad("one word a line", NEWS.replace(" ", "\n").repeat(60)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void anOutcomeInBoundedTime(Bad bad) {
        Outcome outcome = assertTimeout(Duration.ofSeconds(120), () -> PIPELINE.read(page("bad", bad.text())));
        switch (outcome) {
            case Outcome.Read read -> {
                assertThat(read.reading().article().text()).isEqualTo(bad.text());
                String json = ReadingJson.write(read.reading());
                assertThat(ReadingJson.write(ReadingJson.read(json))).isEqualTo(json);
            }
            case Outcome.LeftOut left ->
                assertThat(left.reason()).as(left.message()).isNotEqualTo(Outcome.Reason.BUG);
        }
    }

    @Test
    void theSameBytesAloneAndInCompany() throws Exception {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pages.add(page(
                    "news" + i, ("Envoy " + i + " told reporters in Geneva the talks failed. ").repeat(i + 1) + NEWS));
        }
        bad().stream().limit(4).forEach(b -> pages.add(page(b.name(), b.text())));
        List<String> alone = pages.stream().map(BadInputTest::bytes).toList();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> company = IntStream.range(0, 2 * pages.size())
                    .mapToObj(i -> workers.submit(() -> bytes(pages.get(i % pages.size()))))
                    .toList();
            for (int i = 0; i < company.size(); i++) {
                assertThat(company.get(i).get()).isEqualTo(alone.get(i % pages.size()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static String bytes(Page page) {
        return switch (PIPELINE.read(page)) {
            case Outcome.Read read -> ReadingJson.write(read.reading());
            case Outcome.LeftOut left -> left.toString();
        };
    }

    private static Page page(String id, String text) {
        return new Page(
                id,
                Optional.empty(),
                Optional.of("The Harbour Gazette"),
                Optional.of(LocalDate.of(2024, 11, 12)),
                Optional.empty(),
                new Page.Plain(text));
    }
}
