/**
 * The record. Comes in: readings. Goes out: the same readings, what was merged from them, and what a search finds, from one
 * SQLite file that any SQLite tool opens. What it does not do: read articles, or change a reading.
 *
 * <p>A reading is kept whole, as JSON; the views (docs/formats/record.md) look into it. Traps: offsets count UTF-16 units but
 * SQLite counts code points, so the words at a span are kept beside it; the stories in the file are those of the last merge
 * and are merged anew on the next call after an add.
 */
@NullMarked
package org.sayso.store;

import org.jspecify.annotations.NullMarked;
