package org.sayso.store;

import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a watch has to remember from one run to the next, in the record. Each call is one transaction: with a feed's new
 * validators its new pages are kept, or neither. Thread-safe as the record is.
 */
public final class Watchlist {
    private static final String FEED =
            "SELECT url, address, title, etag, last_modified, ttl, due, failures, problem, ended, listed_by"
                    + " FROM feed WHERE url IN (SELECT url FROM watched)";
    private static final String PAGE = "SELECT key, address, feed, title, published, mark, doc_id, etag, last_modified,"
            + " first_seen, due, tries FROM page WHERE ";
    /** Hosts are handed over between two line feeds each. */
    private static final String ELSEWHERE = " AND instr(?, char(10) || host || char(10)) = 0";

    private final RecordStore store;

    Watchlist(RecordStore store) {
        this.store = store;
    }

    /** From now on these feeds are watched, and those that they list; one that was not known is due now. */
    public void watch(Collection<String> urls, Instant now) throws IOException {
        store.transaction(() -> {
            store.update("CREATE TEMP TABLE IF NOT EXISTS watched (url TEXT PRIMARY KEY)");
            store.update("DELETE FROM watched");
            for (String url : urls) {
                store.update("INSERT OR IGNORE INTO watched VALUES (?)", url);
                store.update(
                        "INSERT INTO feed (url, address, host, due) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (url) DO UPDATE SET listed_by = NULL",
                        url,
                        url,
                        host(url),
                        millis(now));
            }
            store.update(
                    "INSERT OR IGNORE INTO watched SELECT url FROM feed WHERE listed_by IN (SELECT url FROM watched)");
            return urls.size();
        });
    }

    /**
     * Keeps what became of a list of feeds. What it lists is watched as long as it lists it; a feed that is watched already, because
     * its reader or another list names it, stays theirs.
     *
     * @param whole whether these are all that it lists; else what it listed before stays
     * @param due when those are to be asked that were never asked before
     * @return how many of those feeds were not watched before
     */
    public int keep(WatchedFeed list, Collection<String> feeds, boolean whole, Instant due) throws IOException {
        return store.transaction(() -> {
            put(list);
            Set<String> before = Set.copyOf(
                    store.query("SELECT url FROM feed WHERE listed_by = ?", row -> row.getString(1), list.url()));
            for (String gone : before) {
                if (whole && !feeds.contains(gone)) {
                    store.update("DELETE FROM watched WHERE url = ?", gone);
                    store.update("UPDATE feed SET listed_by = NULL WHERE url = ?", gone);
                }
            }
            int fresh = 0;
            for (String url : feeds) {
                if (!isWatched(url)) {
                    store.update(
                            "INSERT INTO feed (url, address, host, due, listed_by) VALUES (?, ?, ?, ?, ?)"
                                    + " ON CONFLICT (url) DO UPDATE SET listed_by = excluded.listed_by",
                            url,
                            url,
                            host(url),
                            millis(due),
                            list.url());
                    store.update("INSERT INTO watched VALUES (?)", url);
                    fresh++;
                }
            }
            return fresh;
        });
    }

    private boolean isWatched(String feed) throws IOException {
        return !store.query("SELECT 1 FROM watched WHERE url = ?", row -> row.getInt(1), feed)
                .isEmpty();
    }

    /** The feeds that are watched, by their url. */
    public List<WatchedFeed> feeds() throws IOException {
        return store.query(FEED + " ORDER BY url", Watchlist::feed);
    }

    /** The feed that has been due longest, on none of these hosts. */
    public Optional<WatchedFeed> dueFeed(Instant asOf, Set<String> except) throws IOException {
        return store
                .query(
                        FEED + " AND ended IS NULL AND due <= CAST(? AS INTEGER)" + ELSEWHERE
                                + " ORDER BY due, failures, url LIMIT 1",
                        Watchlist::feed,
                        millis(asOf),
                        list(except))
                .stream()
                .findFirst();
    }

    /** The page that has been due longest, on none of these hosts. */
    public Optional<WatchedPage> duePage(Instant asOf, Set<String> except) throws IOException {
        return store
                .query(
                        PAGE + "due <= CAST(? AS INTEGER) AND feed IN (SELECT url FROM watched)" + ELSEWHERE
                                + " ORDER BY due, tries, first_seen, key LIMIT 1",
                        Watchlist::page,
                        millis(asOf),
                        list(except))
                .stream()
                .findFirst();
    }

    /** When the next feed or page is due that is on none of these hosts. */
    public Optional<Instant> nextDue(Set<String> except) throws IOException {
        return store.query(
                        "SELECT min(due) FROM (SELECT due, host FROM feed WHERE ended IS NULL"
                                + " AND url IN (SELECT url FROM watched) UNION ALL SELECT due, host FROM page"
                                + " WHERE due IS NOT NULL AND feed IN (SELECT url FROM watched)) WHERE true"
                                + ELSEWHERE,
                        row -> optionalLong(row, 1).map(Instant::ofEpochMilli),
                        list(except))
                .getFirst();
    }

    public Optional<WatchedPage> page(String key) throws IOException {
        return store.query(PAGE + "key = ?", Watchlist::page, key).stream().findFirst();
    }

    /** The current document that is named by an address or was published there. */
    public Optional<String> documentAt(String address) throws IOException {
        return store
                .query(
                        "SELECT doc_id FROM document WHERE current = 1 AND doc_id = ? UNION ALL"
                                + " SELECT doc_id FROM document WHERE current = 1 AND reading ->> '$.article.url' = ?",
                        row -> row.getString(1),
                        address,
                        address)
                .stream()
                .findFirst();
    }

    /** How many pages a feed lists that were not known, and how many of which it now says something else. */
    public record Listed(int fresh, int changed) {}

    /**
     * Keeps what became of a feed, with the pages that it lists.
     *
     * @param pages as they are to be kept where they are not known; of one that is known, a new mark makes it due if it comes from
     *     the feed that listed it first, or that is watched no more: feeds of one outlet date the same article differently
     * @param again when one is asked whose article is in the record already, from elsewhere
     */
    public Listed keep(WatchedFeed feed, List<WatchedPage> pages, Optional<Instant> again) throws IOException {
        return store.transaction(() -> {
            put(feed);
            int fresh = 0;
            int changed = 0;
            for (WatchedPage page : pages) {
                Optional<WatchedPage> known = page(page.key());
                if (known.isEmpty()) {
                    Optional<String> there = documentAt(page.address());
                    put(there.map(doc -> page.kept(doc, Optional.empty(), Optional.empty(), again))
                            .orElse(page));
                    fresh += there.isEmpty() ? 1 : 0;
                } else if (speaksFor(feed, known.get())) {
                    boolean other = !known.get().mark().equals(page.mark());
                    put(other ? known.get().marked(page) : known.get().of(feed.url()));
                    changed += other ? 1 : 0;
                }
            }
            return new Listed(fresh, changed);
        });
    }

    private boolean speaksFor(WatchedFeed feed, WatchedPage page) throws IOException {
        return feed.url().equals(page.feed()) || !isWatched(page.feed());
    }

    /** Keeps what became of a feed that listed nothing anew. */
    public void keep(WatchedFeed feed) throws IOException {
        keep(feed, List.of(), Optional.empty());
    }

    /** Nothing on a host is due before then. */
    public void hold(String host, Instant until) throws IOException {
        store.transaction(() -> {
            String at = millis(until);
            store.update(
                    "UPDATE feed SET due = CAST(? AS INTEGER) WHERE host = ? AND due < CAST(? AS INTEGER)",
                    at,
                    host,
                    at);
            return store.update(
                    "UPDATE page SET due = CAST(? AS INTEGER) WHERE host = ? AND due < CAST(? AS INTEGER)",
                    at,
                    host,
                    at);
        });
    }

    /**
     * Keeps what became of a page that was asked. What a feed said of it in the meantime is not lost: then it stays due.
     *
     * @param aliases other addresses of the article; one that is known already is left as it is
     */
    public void keep(WatchedPage page, List<WatchedPage> aliases) throws IOException {
        store.transaction(() -> {
            Optional<WatchedPage> now = page(page.key()).filter(p -> !p.mark().equals(page.mark()));
            put(now.map(page::marked).orElse(page));
            for (WatchedPage alias : aliases) {
                if (page(alias.key()).isEmpty()) {
                    put(alias);
                }
            }
            return aliases.size();
        });
    }

    private void put(WatchedFeed feed) throws SQLException {
        store.update(
                "INSERT OR REPLACE INTO feed (url, address, host, title, etag, last_modified, ttl, due, failures, problem,"
                        + " ended, listed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                feed.url(),
                feed.address(),
                host(feed.address()),
                feed.title().orElse(null),
                feed.etag().orElse(null),
                feed.lastModified().orElse(null),
                feed.ttl().map(t -> Long.toString(t.toSeconds())).orElse(null),
                millis(feed.due()),
                Integer.toString(feed.failures()),
                feed.problem().orElse(null),
                feed.ended().orElse(null),
                feed.listedBy().orElse(null));
    }

    private void put(WatchedPage page) throws SQLException {
        store.update(
                "INSERT OR REPLACE INTO page (key, address, host, feed, title, published, mark, doc_id, etag, last_modified,"
                        + " first_seen, due, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                page.key(),
                page.address(),
                host(page.address()),
                page.feed(),
                page.title().orElse(null),
                page.published().map(LocalDate::toString).orElse(null),
                page.mark(),
                page.docId().orElse(null),
                page.etag().orElse(null),
                page.lastModified().orElse(null),
                millis(page.firstSeen()),
                page.due().map(Watchlist::millis).orElse(null),
                Integer.toString(page.tries()));
    }

    /** Host and port of an address, lower case; "" where it has none. */
    public static String host(String address) {
        try {
            String authority = new URI(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (java.net.URISyntaxException e) {
            return address.replaceFirst("^[a-zA-Z]+://", "")
                    .replaceFirst("[/?#].*$", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static WatchedFeed feed(ResultSet row) throws SQLException {
        return new WatchedFeed(
                row.getString(1),
                row.getString(2),
                optional(row, 3),
                optional(row, 4),
                optional(row, 5),
                optionalLong(row, 6).map(Duration::ofSeconds),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getInt(8),
                optional(row, 9),
                optional(row, 10),
                optional(row, 11));
    }

    private static WatchedPage page(ResultSet row) throws SQLException {
        return new WatchedPage(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                optional(row, 4),
                optional(row, 5).map(LocalDate::parse),
                row.getString(6),
                optional(row, 7),
                optional(row, 8),
                optional(row, 9),
                Instant.ofEpochMilli(row.getLong(10)),
                optionalLong(row, 11).map(Instant::ofEpochMilli),
                row.getInt(12));
    }

    private static Optional<String> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Long> optionalLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    private static String list(Set<String> hosts) {
        return "\n" + String.join("\n", hosts) + "\n";
    }
}
