/**
 * Pages in.
 *
 * <p>Comes in: what a caller names ({@link org.sayso.ingest.Intake}): files, folders, globs, standard input, http and https
 * URLs; HTML, plain text, JSON Lines, items of ninjs and NewsML-G2, and web archives, gzip or not; and what the caller says
 * about them ({@link org.sayso.ingest.Given}). Goes out: decoded {@link org.sayso.model.Page}s one after another ({@link
 * org.sayso.ingest.Arrivals}), and for each document that could not be had a reason with its place.
 *
 * <p>What a document is, its content tells before its name does ({@code magic.tsv} and a look for tags). Bytes that are valid
 * UTF-8 are UTF-8 whatever they are declared to be; after that the declaration counts, Latin-1 meaning windows-1252. UTF-8
 * with a fault here and there stays UTF-8, with U+FFFD at the fault for the extractor to report; a document that ends within a
 * character was cut off, and is not read.
 *
 * <p>Of a web archive ({@link org.sayso.ingest.WarcFile}) one record is held at a time. A broken one is told, and the next one
 * looked for.
 *
 * <p>What is on the web is asked as Sayso, within limits of time, size and redirects, and only at public addresses ({@code
 * addresses.tsv}) unless the caller allows others. What this does not do: run scripts, keep cookies, log in, look into
 * robots.txt (a person who names one page is its reader), or read feeds.
 *
 * <pre>{@code
 * Intake intake = new Intake(Format.AUTO, Given.NOTHING, Limits.STANDARD, System.in);
 * try (Arrivals arrivals = intake.open(List.of("pages/", "news.jsonl", "https://example.org/a"))) {
 *     arrivals.forEachRemaining(incoming -> switch (incoming) {
 *         case Incoming.Arrived arrived -> read(arrived.page());
 *         case Incoming.Missed missed -> count(missed.why());
 *     });
 * }
 * }</pre>
 */
@NullMarked
package org.sayso.ingest;

import org.jspecify.annotations.NullMarked;
