/**
 * Newspapers, agencies, broadcasters and news sites: which one some words name. Comes in: words of a report, or a web
 * address. Goes out: the {@link org.sayso.outlet.Outlet}. What it does not do: say whether an outlet can be trusted; Sayso
 * rates nobody.
 *
 * <p>The names stand in {@code outlets.tsv}. Traps: "the Post" is the Washington Post, the New York Post or the Jerusalem
 * Post, whichever the report has named in full; "Time", "Dawn" and "Petra" are ordinary words or people unless they stand
 * where a source is expected.
 */
@NullMarked
package org.sayso.outlet;

import org.jspecify.annotations.NullMarked;
