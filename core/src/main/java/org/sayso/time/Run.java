package org.sayso.time;

import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The run of dates around a month or day whose year history leaves out.
 *
 * @param earlier the last month or day spoken of before
 * @param ahead the next month or day that names its year
 * @param named a bare year said since the last month or day ("by 1976")
 */
record Run(Optional<Point> earlier, Optional<Point> ahead, Optional<Named> named) {
    /** @param weight how much a month in another year costs, in years */
    record Named(int year, double weight) {}

    static final Run NONE = new Run(Optional.empty(), Optional.empty(), Optional.empty());

    /** For a step back, and for every year of it. Weights in years, measured on WikiWars. */
    private static final double BACK = 0.15;

    private static final double SLOPE = 0.8;

    /** For a year that begins without being named. */
    private static final double TURN = 0.3;

    /** Months after which a step is no longer than another. */
    private static final int FAR = 36;

    /**
     * History goes forward, by small steps: the year that lies best after the month spoken of before, best before the next
     * one that names its year, and agrees with a bare year said since.
     *
     * @param reference the year spoken of
     */
    int year(MonthDay first, int reference) {
        IntStream near = IntStream.concat(
                Stream.concat(earlier.stream(), ahead.stream()).mapToInt(Point::year),
                named.stream().mapToInt(Named::year));
        return IntStream.concat(IntStream.of(reference, reference + 1), near)
                .distinct()
                .boxed()
                .min(Comparator.comparingDouble(y -> cost(y, first.getMonthValue())))
                .orElseThrow();
    }

    private double cost(int year, int month) {
        int at = 12 * year + month;
        double cost = 0;
        boolean isNamed = named.filter(n -> n.year() == year).isPresent();
        if (earlier.isPresent()) {
            cost += step(at - months(earlier.get()));
            cost += year > earlier.get().year() && !isNamed ? TURN : 0;
        }
        if (ahead.isPresent()) {
            cost += step(months(ahead.get()) - at);
        }
        return cost + (isNamed ? 0 : named.map(Named::weight).orElse(0.0));
    }

    private static int months(Point point) {
        return 12 * point.year() + point.start().getMonthValue();
    }

    /** Of one date after another, in months: forward is what is expected, backward is an aside. */
    private static double step(int months) {
        return months >= 0 ? Math.min(months, FAR) / 12.0 : BACK + SLOPE * Math.min(-months, FAR) / 12.0;
    }
}
