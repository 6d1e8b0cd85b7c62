/**
 * What feeds list.
 *
 * <p>Comes in: the decoded text of an answer ({@link org.sayso.feed.FeedParser}) or of a list of feeds ({@link
 * org.sayso.feed.Opml}). Goes out: entries with address, headline and times ({@link org.sayso.feed.Feed}), or what was there
 * instead of a feed. RSS 0.9 to 2.0, RDF, Atom, JSON Feed and news site maps. It fetches nothing and reads no clock.
 *
 * <p>Feeds are read with a lenient parser, for those that no strict one takes are many: control characters, text before the
 * prolog, a file that breaks off (the entries before the break are kept, the one that broke is not), HTML named entities,
 * undeclared prefixes. A document type declaration is dropped with all its entities, so that none is expanded or fetched.
 *
 * <p>Trap: an entry's address is as the feed writes it, made absolute; that two addresses mean one article is for {@code
 * org.sayso.watch} to know.
 */
@NullMarked
package org.sayso.feed;

import org.jspecify.annotations.NullMarked;
