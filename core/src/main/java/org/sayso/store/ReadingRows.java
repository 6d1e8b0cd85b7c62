package org.sayso.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sayso.json.ReadingJson;
import org.sayso.model.Article;
import org.sayso.model.Reading;
import org.sayso.model.Span;

/** The rows of one reading: the JSON whole, the words at every span (the views show them), the search index. */
final class ReadingRows {
    private final Connection connection;

    ReadingRows(Connection connection) {
        this.connection = connection;
    }

    void insert(Reading reading) throws SQLException {
        long id = document(reading);
        try (PreparedStatement words = connection.prepareStatement(
                "INSERT INTO words (document, start, \"end\", words) VALUES (?, ?, ?, ?)")) {
            for (Span span : shown(reading)) {
                words.setLong(1, id);
                words.setInt(2, span.start());
                words.setInt(3, span.end());
                words.setString(4, span.of(reading.article().text()));
                words.addBatch();
            }
            words.executeBatch();
        }
        try (PreparedStatement index =
                connection.prepareStatement("INSERT INTO text_index (rowid, title, text) VALUES (?, ?, ?)")) {
            index.setLong(1, id);
            index.setString(2, reading.article().title().orElse(""));
            index.setString(3, reading.article().text());
            index.executeUpdate();
        }
    }

    private long document(Reading reading) throws SQLException {
        Article article = reading.article();
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO document (article_id, printed_by, doc_id, publisher, title, published, reading)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            row.setString(1, article.id());
            row.setString(2, printedBy(article));
            row.setString(3, article.docId());
            row.setString(4, article.publisher().orElse(null));
            row.setString(5, article.title().orElse(null));
            row.setString(6, article.published().map(Object::toString).orElse(null));
            row.setString(7, ReadingJson.write(reading));
            row.executeUpdate();
            try (var key = row.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /**
     * Whose print of a text it is: the publisher, else the host of its address, else nobody's. Agency copy printed by two
     * papers is two documents of one text.
     */
    static String printedBy(Article article) {
        return article.publisher()
                .map(p -> p.strip().toLowerCase(Locale.ROOT))
                .or(() -> article.url().map(ReadingRows::host))
                .orElse("");
    }

    private static String host(String url) {
        String host = url.toLowerCase(Locale.ROOT).replaceFirst("^[a-z][a-z0-9+.-]*://", "");
        return host.replaceFirst("[/?#:].*$", "").replaceFirst("^www\\.", "");
    }

    private static SortedSet<Span> shown(Reading reading) {
        SortedSet<Span> spans = new TreeSet<>();
        reading.timexes().forEach(t -> spans.add(t.span()));
        reading.figures().forEach(f -> spans.add(f.span()));
        reading.victims().forEach(v -> spans.add(v.span()));
        reading.attributions().forEach(a -> {
            spans.addAll(a.source().spans());
            spans.addAll(a.cue());
            spans.addAll(a.content());
        });
        reading.events().forEach(e -> {
            spans.add(e.trigger());
            spans.add(e.extent());
        });
        return spans;
    }
}
