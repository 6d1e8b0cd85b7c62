package org.sayso.time;

/** Which way from the day of reckoning an incomplete date lies, as the grammar of its clause tells. */
enum Direction {
    PAST,
    FUTURE,
    /** Of what was planned and came to nothing: whichever side is nearer. */
    NEAREST,
    UNKNOWN
}
