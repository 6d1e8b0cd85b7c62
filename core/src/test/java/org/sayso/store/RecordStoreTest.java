package org.sayso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sayso.json.ReadingJson;
import org.sayso.merge.Merger;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Entity;
import org.sayso.model.EventType;
import org.sayso.model.Outcome;
import org.sayso.model.Reading;
import org.sayso.testing.ReadingBuilder;

class RecordStoreTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("record.db");
    }

    private static Reading reading(String doc, String day, String text) {
        return ReadingBuilder.of(doc, text)
                .by("BBC")
                .on(day)
                .entity("e1", Entity.Kind.PERSON, "Ana Costa", "BRA", "Costa")
                .date("t1", "Monday", day)
                .said("a1", Kind.PERSON, "Costa", "said", "the bridge at Vila Nova was shelled", Stance.ASSERTS, "")
                .event("v1", "shelled", EventType.ASSAULT, "", List.of(), List.of("e1"), "t1", true, "a1")
                .build();
    }

    private static Reading one() {
        return reading("one", "2024-05-06", "😀 On Monday Costa said the bridge at Vila Nova was shelled.");
    }

    private static Reading two() {
        return reading("two", "2024-05-05", "Again on Monday, Costa said the bridge at Vila Nova was shelled.");
    }

    @Test
    void givesBackTheReadingByteForByte() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            assertThat(store.add(one())).isEqualTo(new Added.New("one"));
        }
        try (RecordStore store = RecordStore.openExisting(file)) {
            assertThat(store.reading("one").map(ReadingJson::write)).contains(ReadingJson.write(one()));
            assertThat(store.reading("none")).isEmpty();
        }
    }

    @Test
    void addsATextOnce() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            assertThat(store.add(one())).isEqualTo(new Added.AlreadyKnown("one", "one"));
            assertThat(store.size()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheSameCopyOfAnotherOutletAsAnotherDocument() throws IOException {
        Reading copy = ReadingBuilder.of("b-copy", one().article().text())
                .by("The Guardian")
                .on("2024-05-06")
                .build();
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            assertThat(store.add(copy)).isEqualTo(new Added.New("b-copy"));
            assertThat(store.size()).isEqualTo(2);
            assertThat(store.add(copy)).isEqualTo(new Added.AlreadyKnown("b-copy", "b-copy"));
        }
    }

    @Test
    void letsAnArticleReturnToWhatItSaid() throws IOException {
        Reading changed =
                reading("one", "2024-05-06", "Corrected: on Monday Costa said the bridge at Vila Nova was shelled.");
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            store.add(changed);
            assertThat(store.add(one())).isEqualTo(new Added.NewVersion("one"));
            assertThat(store.add(one())).isEqualTo(new Added.AlreadyKnown("one", "one"));
            assertThat(store.readings().map(ReadingJson::write)).containsExactly(ReadingJson.write(one()));
        }
    }

    @Test
    void keepsTheOlderVersionOfAChangedArticleOutOfSight() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            Reading changed = reading(
                    "one", "2024-05-06", "Corrected: on Monday Costa said the bridge at Vila Nova was shelled.");
            assertThat(store.add(changed)).isEqualTo(new Added.NewVersion("one"));
            assertThat(store.readings().map(ReadingJson::write)).containsExactly(ReadingJson.write(changed));
        }
    }

    @Test
    void streamsByDayWhateverTheOrderOfAdding() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            store.add(two());
            assertThat(store.readings().map(r -> r.article().docId())).containsExactly("two", "one");
        }
    }

    @Test
    void losesNothingCommittedWhenItsOwnerDies() throws Exception {
        Process owner = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(owner.waitFor()).isEqualTo(Dying.KILLED);
        try (RecordStore store = RecordStore.open(file)) {
            assertThat(store.readings().map(r -> r.article().docId())).containsExactly("two");
            assertThat(store.add(two())).isInstanceOf(Added.AlreadyKnown.class);
            assertThat(store.add(one())).isInstanceOf(Added.New.class);
            assertThat(store.search("bridge", 10)).hasSize(2);
        }
    }

    /** Adds one reading and dies in the middle of the next. */
    static final class Dying {
        static final int KILLED = 137;

        private Dying() {}

        public static void main(String[] args) throws Exception {
            Path record = Path.of(args[0]);
            try (RecordStore store = RecordStore.open(record)) {
                store.add(two());
            }
            Connection raw = DriverManager.getConnection("jdbc:sqlite:" + record);
            try (Statement s = raw.createStatement()) {
                s.execute("BEGIN IMMEDIATE");
                new ReadingRows(raw).insert(one());
            }
            Runtime.getRuntime().halt(KILLED);
        }
    }

    @Test
    void bringsAnOlderRecordUpToDate() throws Exception {
        RecordStore.open(file).close();
        for (String younger : List.of(
                "TABLE revision", "TABLE feed", "TABLE page", "INDEX document_url", "VIEW revisions", "VIEW victims")) {
            sql("DROP " + younger);
        }
        sql("PRAGMA user_version = 1");
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            store.watchlist().watch(List.of("https://news.example/rss"), Instant.EPOCH);
            assertThat(store.watchlist().feeds()).hasSize(1);
        }
        assertThat(sql("PRAGMA user_version")).containsExactly("3");
    }

    @Test
    void keepsTheFeedsOfARecordThatKnewNoLists() throws Exception {
        String url = "https://news.example/rss";
        try (RecordStore store = RecordStore.open(file)) {
            store.watchlist().watch(List.of(url), Instant.EPOCH);
            WatchedFeed feed = store.watchlist().feeds().getFirst();
            store.watchlist().keep(feed.failed("HTTP 503", Instant.ofEpochSecond(60)));
        }
        sql("ALTER TABLE feed DROP COLUMN listed_by");
        sql("PRAGMA user_version = 2");
        try (RecordStore store = RecordStore.open(file)) {
            store.watchlist().watch(List.of(url), Instant.EPOCH);
            assertThat(store.watchlist().feeds())
                    .singleElement()
                    .satisfies(feed -> assertThat(feed.problem()).contains("HTTP 503"));
        }
    }

    @Test
    void tellsWhatAChangedArticleSaidBefore() throws Exception {
        Instant at = Instant.parse("2024-05-06T12:00:00Z");
        Reading changed =
                reading("one", "2024-05-06", "Corrected: on Monday Costa said the bridge at Vila Nova was shelled.");
        try (RecordStore store = RecordStore.open(file, () -> at)) {
            store.add(one());
            assertThat(store.revisions(Instant.EPOCH)).isEmpty();
            store.add(changed);
            assertThat(store.revisions(at))
                    .containsExactly(new Revision(
                            "one",
                            at,
                            one().article().title(),
                            changed.article().title(),
                            one().article().text(),
                            changed.article().text()));
            assertThat(store.revisions(at.plusMillis(1))).isEmpty();
        }
        assertThat(sql("SELECT doc_id, at, former_text FROM revisions"))
                .containsExactly("one|2024-05-06T12:00:00Z|" + one().article().text());
    }

    @Test
    void refusesARecordOfAnotherVersion() throws Exception {
        RecordStore.open(file).close();
        sql("PRAGMA user_version = 99");
        assertThatExceptionOfType(RecordUnavailable.class)
                .isThrownBy(() -> RecordStore.open(file))
                .satisfies(e -> assertThat(e.why()).isEqualTo(RecordUnavailable.Why.OTHER_VERSION))
                .withMessageContaining("version 99");
    }

    @Test
    void refusesWhatIsNoRecord() throws Exception {
        sql("CREATE TABLE recipes (name TEXT)");
        assertThatExceptionOfType(RecordUnavailable.class)
                .isThrownBy(() -> RecordStore.open(file))
                .satisfies(e -> assertThat(e.why()).isEqualTo(RecordUnavailable.Why.NOT_A_RECORD));
        Path text = Files.writeString(
                folder.resolve("notes.txt"), "no database at all, but long enough to look at ".repeat(40));
        assertThatExceptionOfType(RecordUnavailable.class)
                .isThrownBy(() -> RecordStore.open(text))
                .satisfies(e -> assertThat(e.why()).isEqualTo(RecordUnavailable.Why.NOT_A_RECORD));
    }

    @Test
    void opensWhatIsThereOnly() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> RecordStore.openExisting(file));
    }

    @Test
    void remembersWhatWasLeftOutUntilItIsRead() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            Outcome.LeftOut empty = new Outcome.LeftOut("one", Outcome.Reason.EMPTY, "one: no bytes");
            store.leaveOut(empty);
            store.leaveOut(empty);
            assertThat(store.leftOut()).containsExactly(empty);
            store.add(one());
            assertThat(store.leftOut()).isEmpty();
        }
    }

    @Test
    void searchesTextsAndClaimsWithoutOperators() throws IOException {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            store.stories(Merger.load());
            assertThat(store.search("shelled", 10)).hasSize(2).first().isInstanceOf(Hit.InClaim.class);
            assertThat(store.search("\"Vila Nova\"", 10)).isNotEmpty();
            assertThat(store.search("\"Nova Vila\"", 10)).isEmpty();
            assertThat(store.search("bridge AND (", 10)).isEmpty();
            assertThat(store.search("* ^ \"", 10)).isEmpty();
            assertThat(store.search("brücke", 10)).isEmpty();
        }
    }

    @Test
    void mergesAnewOnlyWhenReadingsHaveChanged() throws Exception {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            assertThat(store.stories(Merger.load())).hasSize(1);
            sql("UPDATE story SET story = replace(story, '\"title\":\"', '\"title\":\"kept: ')");
            assertThat(store.stories(Merger.load()).getFirst().title()).startsWith("kept: ");
            store.add(two());
            assertThat(store.stories(Merger.load()).getFirst().title()).doesNotStartWith("kept: ");
        }
    }

    @Test
    void showsWordsInItsViews() throws Exception {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(one());
            store.stories(Merger.load());
        }
        assertThat(sql("SELECT source, cue, content, stance FROM attributions"))
                .containsExactly("Costa|said|the bridge at Vila Nova was shelled|asserts");
        assertThat(sql("SELECT trigger_words, type, recipients, \"when\" FROM events"))
                .containsExactly("shelled|ASSAULT|Ana Costa|2024-05-06");
        for (String view : List.of("articles", "entities", "timexes", "stories", "claims")) {
            assertThat(sql("SELECT * FROM " + view)).as(view).isNotEmpty();
        }
        for (String view : List.of("figures", "places")) {
            assertThat(sql("SELECT * FROM " + view)).as(view).isEmpty();
        }
    }

    @Test
    void showsVictimsInTheirView() throws Exception {
        try (RecordStore store = RecordStore.open(file)) {
            store.add(ReadingBuilder.of("three", "Ana Costa was hurt, police said.")
                    .entity("e1", Entity.Kind.PERSON, "Ana Costa", "")
                    .said("a1", Kind.ORGANIZATION, "police", "said", "Ana Costa was hurt", Stance.ASSERTS, "")
                    .victim("k1", "Ana Costa", "hurt", "e1", "a1")
                    .build());
        }
        assertThat(sql("SELECT words, measure, entity, status, said FROM victims"))
                .containsExactly("Ana Costa|injured|e1|happened|[\"a1\"]");
    }

    @Test
    void twoMayOpenIt() throws IOException {
        try (RecordStore writer = RecordStore.open(file);
                RecordStore reader = RecordStore.open(file)) {
            writer.add(one());
            assertThat(reader.size()).isEqualTo(1);
            reader.add(two());
            assertThat(writer.size()).isEqualTo(2);
        }
    }

    private List<String> sql(String statement) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = raw.createStatement()) {
            if (s.execute(statement)) {
                try (ResultSet row = s.getResultSet()) {
                    while (row.next()) {
                        List<String> columns = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            columns.add(String.valueOf(row.getString(i)));
                        }
                        rows.add(String.join("|", columns));
                    }
                }
            }
        }
        return rows;
    }
}
