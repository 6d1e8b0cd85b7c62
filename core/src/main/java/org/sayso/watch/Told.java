package org.sayso.watch;

import java.time.Instant;
import java.util.Optional;
import org.sayso.model.Outcome;
import org.sayso.model.Reading;
import org.sayso.store.Added;

/** What a watch tells of its work, as it happens. */
public sealed interface Told {
    /**
     * A feed was read.
     *
     * @param fresh pages that were not known
     * @param changed pages of which it now says something else
     * @param withoutAddress entries that lead nowhere
     * @param cutOff it broke off; what stood before the break was kept
     */
    record Listed(String feed, int entries, int fresh, int changed, int withoutAddress, boolean cutOff)
            implements Told {}

    /**
     * A list of feeds, or an index of site maps, was read.
     *
     * @param feeds how many it lists that are followed
     * @param fresh how many of them were not watched before
     * @param older site maps of an index that are left, for they did not change of late
     */
    record Followed(String list, int feeds, int fresh, int older) implements Told {}

    /** A site map that an index lists has no news. */
    record NoNews(String feed) implements Told {}

    /** A feed has not changed. */
    record Unchanged(String feed) implements Told {}

    /** A feed could not be had. */
    record Failed(String feed, String why, Instant again) implements Told {}

    /** A feed has a new address for good. */
    record Moved(String feed, String to) implements Told {}

    /** A feed is there no more; it is asked no more. */
    record Ended(String feed, String why) implements Told {}

    /**
     * An article was read and put into the record.
     *
     * @param page the address that the feed gives
     */
    record Kept(String page, Added added, Reading reading) implements Told {}

    /** A page was asked, and what it holds is in the record already; it was not read. */
    record Known(String page, String docId) implements Told {}

    /**
     * A page that could not be had or holds no article.
     *
     * @param again when it is asked again; absent where it is not
     */
    record LeftOut(Outcome.LeftOut outcome, Optional<Instant> again) implements Told {}
}
