package org.sayso.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sayso.json.ReadingJson;
import org.sayso.merge.Merger;
import org.sayso.model.Article;
import org.sayso.model.Outcome;
import org.sayso.model.Reading;
import org.sayso.model.Story;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The record in one SQLite file. Each report is one transaction: whoever is killed between two loses nothing that was
 * added and may simply begin again, for a text that is already there is not added twice.
 *
 * <p>Several processes may read while one writes; a second writer waits ten seconds before it gives up as {@link
 * RecordUnavailable.Why#BUSY}. Thread-safe: one call at a time.
 */
public final class RecordStore implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 10_000;
    /** Stands on both sides of what was found; no text has it. */
    private static final String MARK = "\u0001";

    private final Path file;
    private final Connection connection;
    private final InstantSource clock;
    private final StoryCache stories;

    private RecordStore(Path file, Connection connection, InstantSource clock) {
        this.file = file;
        this.connection = connection;
        this.clock = clock;
        this.stories = new StoryCache(connection);
    }

    /**
     * Opens a record; makes one where there is no file.
     *
     * @throws RecordUnavailable where the file is something else, of another version or in use
     */
    public static RecordStore open(Path file) throws IOException {
        return open(file, InstantSource.system());
    }

    /**
     * The same.
     *
     * @param clock tells when an article was found changed
     */
    public static RecordStore open(Path file, InstantSource clock) throws IOException {
        Connection connection = null;
        try {
            connection = connect(file);
            Schema.prepare(connection, file);
            return new RecordStore(file, connection, clock);
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw translated(file, e);
        } catch (IOException e) {
            closeQuietly(connection, e);
            throw e;
        }
    }

    /**
     * Opens a record that must be there.
     *
     * @throws NoSuchFileException where it is not
     */
    public static RecordStore openExisting(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no record");
        }
        return open(file);
    }

    /** Keeps a reading, whole, unless its text is known of the same publisher. */
    public synchronized Added add(Reading reading) throws IOException {
        String docId = reading.article().docId();
        String articleId = reading.article().id();
        String printedBy = ReadingRows.printedBy(reading.article());
        return transaction(() -> {
            Optional<String> known =
                    text("SELECT doc_id FROM document WHERE article_id = ? AND printed_by = ?", articleId, printedBy);
            if (known.isPresent() && !isFormer(docId, articleId, printedBy)) {
                return new Added.AlreadyKnown(docId, known.get());
            }
            Optional<String> former = text("SELECT id FROM document WHERE doc_id = ? AND current = 1", docId);
            update("UPDATE document SET current = 0 WHERE doc_id = ? AND current = 1", docId);
            if (known.isPresent()) {
                update("UPDATE document SET current = 1 WHERE article_id = ? AND printed_by = ?", articleId, printedBy);
            } else {
                new ReadingRows(connection).insert(reading);
            }
            update("DELETE FROM left_out WHERE doc_id = ?", docId);
            if (former.isEmpty()) {
                return new Added.New(docId);
            }
            update(
                    "INSERT OR REPLACE INTO revision SELECT ?, id, ? FROM document WHERE doc_id = ? AND current = 1",
                    former.get(),
                    Long.toString(clock.millis()),
                    docId);
            return new Added.NewVersion(docId);
        });
    }

    /** An article may return to what it said before. */
    private boolean isFormer(String docId, String articleId, String printedBy) throws SQLException {
        return text(
                        "SELECT doc_id FROM document WHERE doc_id = ? AND article_id = ? AND printed_by = ? AND current = 0",
                        docId,
                        articleId,
                        printedBy)
                .isPresent();
    }

    /** The current document that holds a text, of the same publisher. */
    public synchronized Optional<String> current(Article article) throws IOException {
        return query(
                        "SELECT doc_id FROM document WHERE article_id = ? AND printed_by = ? AND current = 1",
                        row -> row.getString(1),
                        article.id(),
                        ReadingRows.printedBy(article))
                .stream()
                .findFirst();
    }

    /** Changes of articles from then on, in the order of time. */
    public synchronized List<Revision> revisions(Instant since) throws IOException {
        return query(
                "SELECT l.doc_id, r.at, f.title, l.title, f.reading ->> '$.article.text', l.reading ->> '$.article.text'"
                        + " FROM revision r JOIN document f ON f.id = r.former JOIN document l ON l.id = r.latter"
                        + " WHERE r.at >= CAST(? AS INTEGER) ORDER BY r.at, l.doc_id",
                row -> new Revision(
                        row.getString(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getString(4)),
                        row.getString(5),
                        row.getString(6)),
                Long.toString(since.toEpochMilli()));
    }

    /** The feeds that are watched, and the pages they list. */
    public Watchlist watchlist() {
        return new Watchlist(this);
    }

    /** Notes what could not be read, and why; the same outcome twice is one. */
    public synchronized void leaveOut(Outcome.LeftOut outcome) throws IOException {
        transaction(() -> update(
                "INSERT OR REPLACE INTO left_out (doc_id, reason, message) VALUES (?, ?, ?)",
                outcome.docId(),
                outcome.reason().name(),
                outcome.message()));
    }

    /** What was left out, by docId. */
    public synchronized List<Outcome.LeftOut> leftOut() throws IOException {
        return query(
                "SELECT doc_id, reason, message FROM left_out ORDER BY doc_id, reason",
                row -> new Outcome.LeftOut(
                        row.getString(1), Outcome.Reason.valueOf(row.getString(2)), row.getString(3)));
    }

    /** How many current readings there are. */
    public synchronized int size() throws IOException {
        return query("SELECT count(*) FROM document WHERE current = 1", row -> row.getInt(1))
                .getFirst();
    }

    /**
     * All current readings by day of publication (undated last), then docId, each loaded when the stream comes to it; an
     * I/O failure on the way is an {@link UncheckedIOException}.
     */
    public synchronized Stream<Reading> readings() throws IOException {
        List<Long> ids = query(
                "SELECT id FROM document WHERE current = 1 ORDER BY published IS NULL, published, doc_id",
                row -> row.getLong(1));
        return ids.stream().map(this::load);
    }

    /** Who printed each report, by docId; absent where it is not known. */
    public synchronized Map<String, String> publishers() throws IOException {
        Map<String, String> publishers = new HashMap<>();
        query(
                "SELECT doc_id, publisher FROM document WHERE current = 1 AND publisher IS NOT NULL",
                row -> publishers.put(row.getString(1), row.getString(2)));
        return publishers;
    }

    /** The current reading of a document. */
    public synchronized Optional<Reading> reading(String docId) throws IOException {
        return query(
                        "SELECT reading FROM document WHERE doc_id = ? AND current = 1",
                        row -> ReadingJson.read(row.getString(1)),
                        docId)
                .stream()
                .findFirst();
    }

    /**
     * Searches texts and claims.
     *
     * @param words all of them must occur; several between double quotes must stand together
     * @param limit at most so many of each kind, the best first, claims before texts
     */
    public synchronized List<Hit> search(String words, int limit) throws IOException {
        String match = Query.match(words);
        if (match.isEmpty() || limit <= 0) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>(query(
                "SELECT story, claim, " + excerpt("claim_index") + " FROM claim_index"
                        + " WHERE claim_index MATCH ? ORDER BY rank, rowid LIMIT " + limit,
                row -> new Hit.InClaim(row.getString(1), row.getString(2), pieces(row.getString(3))),
                match));
        hits.addAll(query(
                "SELECT d.doc_id, coalesce(d.publisher, ''), coalesce(d.title, substr(text_index.text, 1, 200)), "
                        + excerpt("text_index")
                        + " FROM text_index JOIN document d ON d.id = text_index.rowid"
                        + " WHERE text_index MATCH ? AND d.current = 1 ORDER BY rank, d.id LIMIT " + limit,
                row -> new Hit.InText(row.getString(1), row.getString(2), row.getString(3), pieces(row.getString(4))),
                match));
        return List.copyOf(hits);
    }

    private static String excerpt(String index) {
        return "snippet(" + index + ", -1, char(1), char(1), '…', 24)";
    }

    private static List<String> pieces(String excerpt) {
        return List.of(excerpt.split(MARK, -1));
    }

    /** The stories of all current readings: as last merged, or merged anew where the readings have changed since. */
    public synchronized List<Story> stories(Merger merger) throws IOException {
        try {
            String hash = stories.hash();
            Optional<List<Story>> kept = stories.kept(hash);
            if (kept.isPresent()) {
                return kept.get();
            }
            List<Reading> readings = readings().toList();
            List<Story> merged = merger.merge(readings);
            return transaction(() -> {
                stories.keep(hash, merged, readings);
                return merged;
            });
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    private synchronized Reading load(long id) {
        try {
            return query("SELECT reading FROM document WHERE id = " + id, row -> ReadingJson.read(row.getString(1)))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Work<T> {
        T run() throws SQLException, IOException;
    }

    synchronized <T> T transaction(Work<T> work) throws IOException {
        try {
            update("BEGIN IMMEDIATE");
            T result;
            try {
                result = work.run();
                update("COMMIT");
            } catch (SQLException | IOException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
            return result;
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    private void rollBack(Exception why) {
        try {
            update("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    int update(String sql, @Nullable String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private Optional<String> text(String sql, String... values) throws SQLException {
        return Rows.of(connection, sql, row -> row.getString(1), values).stream()
                .findFirst();
    }

    synchronized <T> List<T> query(String sql, Rows.Maker<T> make, String... values) throws IOException {
        try {
            return Rows.of(connection, sql, make, values);
        } catch (SQLException e) {
            throw translated(file, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", Integer.toString(BUSY_TIMEOUT_MS));
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("foreign_keys", "true");
        Connection connection = new JDBC().connect(JDBC.PREFIX + file, settings);
        if (connection == null) {
            throw new SQLException("no SQLite address: " + file);
        }
        return connection;
    }

    private static void closeQuietly(@Nullable Connection connection, Exception why) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static IOException translated(Path file, SQLException e) {
        if (e instanceof SQLiteException known) {
            SQLiteErrorCode code = known.getResultCode();
            if (code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCKED")) {
                return new RecordUnavailable(
                        file, RecordUnavailable.Why.BUSY, "is being written by another process; try again", e);
            }
            if (code == SQLiteErrorCode.SQLITE_NOTADB) {
                return new RecordUnavailable(file, RecordUnavailable.Why.NOT_A_RECORD, "is no Sayso record", e);
            }
        }
        return new IOException(file + ": " + e.getMessage(), e);
    }
}
