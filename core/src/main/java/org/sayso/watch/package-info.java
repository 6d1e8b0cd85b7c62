/**
 * Keeps up with feeds.
 *
 * <p>Comes in: addresses of feeds. Goes out: the articles that they list, read and put into the record, and to whoever listens
 * ({@link org.sayso.watch.Told}) what became of each. One thread decides what is asked next ({@link org.sayso.watch.Watch}); each
 * request runs in a virtual thread of its own; reading takes a few threads, as many as there are processors. What must survive
 * the run is in the record ({@link org.sayso.store.Watchlist}), so that the next goes on where this one stopped or was killed.
 *
 * <p>When what is asked is decided by pure functions: {@code Freshness} (what the headers say), {@code Pace} (from one poll to
 * the next), {@code PageAddress} (which addresses are one article's), {@code Announced} (whether a page holds what the feed
 * announced). {@code Hosts} knows robots.txt and who is being asked.
 *
 * <p>Traps: a feed's ETag is kept in one transaction with the pages that it lists, or a kill would lose them; that of a feed that
 * broke off is not kept at all. The queue is in the record, not in memory, and a page may be listed anew while it is read.
 */
@NullMarked
package org.sayso.watch;

import org.jspecify.annotations.NullMarked;
