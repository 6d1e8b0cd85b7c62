package org.sayso.time;

/** How fine a date is. */
enum Grain {
    DAY,
    WEEKEND,
    WEEK,
    MONTH,
    QUARTER,
    SEASON,
    HALF,
    YEAR,
    DECADE,
    CENTURY
}
