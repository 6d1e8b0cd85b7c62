package org.sayso.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sayso.json.StoryJson;
import org.sayso.merge.Merger;
import org.sayso.model.Claim;
import org.sayso.model.Reading;
import org.sayso.model.Story;

/** Stories as last merged, good as long as the readings and the merging stay the same. */
final class StoryCache {
    private final Connection connection;

    StoryCache(Connection connection) {
        this.connection = connection;
    }

    /** Of the current readings and the version of the merging. */
    String hash() throws SQLException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(Merger.VERSION.getBytes(StandardCharsets.UTF_8));
        Rows.of(
                        connection,
                        "SELECT doc_id || ' ' || article_id || ' ' || printed_by FROM document WHERE current = 1"
                                + " ORDER BY article_id, printed_by",
                        row -> row.getString(1) + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    Optional<List<Story>> kept(String hash) throws SQLException {
        List<String> of = Rows.of(connection, "SELECT readings_hash FROM merged", row -> row.getString(1));
        if (!of.contains(hash)) {
            return Optional.empty();
        }
        return Optional.of(Rows.of(
                connection, "SELECT story FROM story ORDER BY position", row -> StoryJson.read(row.getString(1))));
    }

    /** To be called inside a transaction. */
    void keep(String hash, List<Story> merged, List<Reading> readings) throws SQLException {
        Map<String, String> texts = readings.stream()
                .collect(Collectors.toMap(
                        r -> r.article().docId(), r -> r.article().text()));
        try (Statement clear = connection.createStatement()) {
            clear.execute("DELETE FROM merged");
            clear.execute("DELETE FROM story");
            clear.execute("DELETE FROM claim_index");
        }
        try (PreparedStatement one = connection.prepareStatement("INSERT INTO merged VALUES (1, ?)")) {
            one.setString(1, hash);
            one.executeUpdate();
        }
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO story VALUES (?, ?, ?)");
                PreparedStatement index = connection.prepareStatement("INSERT INTO claim_index VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < merged.size(); i++) {
                Story story = merged.get(i);
                row.setInt(1, i);
                row.setString(2, story.id());
                row.setString(3, StoryJson.write(story));
                row.executeUpdate();
                for (Claim claim : story.claims()) {
                    index.setString(1, story.id());
                    index.setString(2, claim.id());
                    index.setString(3, claim.summary());
                    index.setString(4, evidence(claim, doc -> texts.getOrDefault(doc, "")));
                    index.executeUpdate();
                }
            }
        }
    }

    private static String evidence(Claim claim, Function<String, String> text) {
        return claim.reports().stream()
                .map(r -> r.span().of(text.apply(r.doc())))
                .distinct()
                .collect(Collectors.joining(" … "));
    }
}
