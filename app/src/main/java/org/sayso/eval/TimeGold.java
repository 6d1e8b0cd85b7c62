package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sayso.model.Span;

/** Texts with TIMEX3 gold: AQUAINT, WikiWars, MEANTIME. */
public final class TimeGold {
    private static final List<String> FILES = List.of("aquaint.jsonl", "wikiwars.jsonl", "meantime.jsonl");

    private static final String FIRST_LINES_ONLY = "meantime.jsonl";
    private static final int ANNOTATED_LINES = 6;

    private TimeGold() {}

    /** @param value TIMEX3 value; empty where there is none */
    public record Expression(Span span, String value) {}

    /**
     * @param annotated where the annotated part of the text ends
     * @param expressions in the order of the file, without the date line
     * @param given spans of the date line, which the collection gives
     */
    public record Document(
            String id,
            Optional<LocalDate> published,
            String text,
            int annotated,
            List<Expression> expressions,
            List<Span> given) {
        public Document {
            expressions = List.copyOf(expressions);
            given = List.copyOf(given);
        }

        /** What counts of what was found: not the date line, nothing after the annotated part. */
        List<Expression> counted(List<Expression> found) {
            return found.stream()
                    .filter(e -> e.span().start() < annotated && !given.contains(e.span()))
                    .toList();
        }
    }

    /** The files of a folder that hold such texts, or the one file that is named. */
    public static List<Path> files(Path gold) {
        return Files.isDirectory(gold)
                ? FILES.stream().map(gold::resolve).filter(Files::exists).toList()
                : List.of(gold);
    }

    /** The name of a corpus: that of its file. */
    public static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replace(".jsonl", "");
    }

    /** @throws IOException with file and line where one is not JSON */
    public static List<Document> read(Path file) throws IOException {
        boolean partly = file.endsWith(FIRST_LINES_ONLY);
        List<Document> documents = new ArrayList<>();
        for (JsonNode line : Gold.lines(file)) {
            String text = line.path("text").asText();
            List<Expression> expressions = new ArrayList<>();
            List<Span> given = new ArrayList<>();
            for (JsonNode t : line.path("timexes")) {
                Span span =
                        Gold.span(text, t.path("start").asInt(), t.path("end").asInt());
                if (t.path("is_dct").asBoolean()) {
                    given.add(span);
                } else {
                    expressions.add(new Expression(span, t.path("value").asText("")));
                }
            }
            documents.add(new Document(
                    line.path("doc").asText(),
                    published(line.path("dct").asText()),
                    text,
                    partly ? endOfLine(text, ANNOTATED_LINES) : text.length(),
                    expressions,
                    given));
        }
        return documents;
    }

    private static int endOfLine(String text, int line) {
        int end = -1;
        for (int i = 0; i < line && end < text.length(); i++) {
            int next = text.indexOf('\n', end + 1);
            end = next < 0 ? text.length() : next;
        }
        return end;
    }

    /** The day of "2000-01-05T09:42" and of "03-02-2009". */
    static Optional<LocalDate> published(String dct) {
        if (dct.matches("\\d{2}-\\d{2}-\\d{4}")) {
            return Optional.of(
                    LocalDate.parse(dct.substring(6) + "-" + dct.substring(3, 5) + "-" + dct.substring(0, 2)));
        }
        return dct.matches("\\d{4}-\\d{2}-\\d{2}.*")
                ? Optional.of(LocalDate.parse(dct.substring(0, 10)))
                : Optional.empty();
    }
}
