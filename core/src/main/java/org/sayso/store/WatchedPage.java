package org.sayso.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A page that a feed lists.
 *
 * @param key what is the same of all addresses of one article
 * @param address where it is asked
 * @param feed the {@link WatchedFeed#url} that listed it first, of those that are watched
 * @param title as the feed gives it
 * @param published as the feed gives it
 * @param mark what the feed last said of it: another mark means that the article may have changed
 * @param docId the document that the record holds of it
 * @param etag what to ask with whether it has changed
 * @param due when it is to be asked; absent where it is not
 * @param tries failures in a row
 */
public record WatchedPage(
        String key,
        String address,
        String feed,
        Optional<String> title,
        Optional<LocalDate> published,
        String mark,
        Optional<String> docId,
        Optional<String> etag,
        Optional<String> lastModified,
        Instant firstSeen,
        Optional<Instant> due,
        int tries) {
    public WatchedPage due(Optional<Instant> next) {
        return new WatchedPage(
                key, address, feed, title, published, mark, docId, etag, lastModified, firstSeen, next, tries);
    }

    public WatchedPage failed(Optional<Instant> again) {
        return new WatchedPage(
                key, address, feed, title, published, mark, docId, etag, lastModified, firstSeen, again, tries + 1);
    }

    /** The same, listed by another feed. */
    WatchedPage of(String other) {
        return new WatchedPage(
                key, address, other, title, published, mark, docId, etag, lastModified, firstSeen, due, tries);
    }

    /** Asked, and in the record. */
    public WatchedPage kept(
            String docId, Optional<String> etag, Optional<String> lastModified, Optional<Instant> again) {
        return new WatchedPage(
                key,
                address,
                feed,
                title,
                published,
                mark,
                Optional.of(docId),
                etag,
                lastModified,
                firstSeen,
                again,
                0);
    }

    /** This, of which a feed now says something else. */
    public WatchedPage marked(WatchedPage said) {
        return new WatchedPage(
                key,
                address,
                said.feed,
                said.title,
                published,
                said.mark,
                docId,
                etag,
                lastModified,
                firstSeen,
                said.due,
                0);
    }

    /** The same article under another address, which is not asked itself. */
    public WatchedPage alias(String key, String address) {
        return new WatchedPage(
                key,
                address,
                feed,
                title,
                published,
                mark,
                docId,
                Optional.empty(),
                Optional.empty(),
                firstSeen,
                Optional.empty(),
                0);
    }
}
