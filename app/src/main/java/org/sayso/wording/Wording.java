package org.sayso.wording;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.sayso.model.Claim;
import org.sayso.model.Entity;
import org.sayso.model.Figure;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Victim;

/** Days, numbers and names of kinds for a reader. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Wording() {}

    /** 11 Nov 2024. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** 11 Nov 2024, or 10–12 Nov 2024; nothing where neither is known. */
    public static String days(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return from.or(() -> to).map(Wording::day).orElse("");
        }
        LocalDate first = from.get();
        LocalDate last = to.get();
        if (first.getYear() != last.getYear()) {
            return day(first) + " – " + day(last);
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + day(last)
                : DAY_OF_YEAR.format(first) + " – " + day(last);
    }

    /** 1 report, 2 reports, 2 stories. */
    public static String count(long n, String one) {
        return n + " " + (n == 1 ? one : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
    }

    /** FIGURE_CHANGED as "figure changed". */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The date of a time expression, as far as it is known. */
    public static String date(Timex t) {
        return t.edtf().or(t::value).orElse("date not known");
    }

    /**
     * "about 12 people killed", "145 drones launched", "6 billion USD"; a vague number in the report's own words: "dozens of people
     * injured (at least 12)".
     *
     * @param text of the report that the figure was read in
     */
    public static String figure(Figure f, String text) {
        if (isVague(f)) {
            String words = f.span().of(text).strip().replaceAll("\\s+", " ");
            return vague(words, f.unit(), f.measure()) + " (" + bounds(f.low(), f.high()) + ")";
        }
        return (f.approximate() ? "about " : "") + figure(f.low(), f.high(), f.unit(), f.measure());
    }

    /** "Alexei Navalny: killed"; the words of the report where it is not known who that is. */
    public static String victim(Reading reading, Victim v) {
        String who = v.entity()
                .flatMap(reading::entity)
                .map(Entity::name)
                .orElseGet(() -> v.span().of(reading.article().text()));
        return who + ": " + word(v.measure());
    }

    /** Open to one side, and not even that exactly: "dozens", "several hundred", "more than about 40". */
    private static boolean isVague(Figure f) {
        return f.approximate() && f.low().isPresent() != f.high().isPresent();
    }

    private static String vague(String words, String unit, Figure.Measure measure) {
        String first = Character.isUpperCase(words.charAt(0)) && !words.equals(words.toUpperCase(Locale.ROOT))
                ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
                : words;
        if (measure == Figure.Measure.MONEY || unit.equals("percent")) {
            return first;
        }
        return first + (first.endsWith("s") ? " of " : " ") + plural(unit) + told(measure);
    }

    private static boolean isCode(String unit) {
        return unit.equals(unit.toUpperCase(Locale.ROOT));
    }

    private static String told(Figure.Measure measure) {
        return measure == Figure.Measure.OTHER || measure == Figure.Measure.MONEY ? "" : " " + word(measure);
    }

    public static String figure(Claim.FigureLine f) {
        return figure(f.low(), f.high(), f.unit(), f.measure());
    }

    private static String figure(
            Optional<BigDecimal> low, Optional<BigDecimal> high, String unit, Figure.Measure measure) {
        boolean one = low.equals(high)
                && low.filter(n -> n.compareTo(BigDecimal.ONE) == 0).isPresent();
        return bounds(low, high) + " " + (one || isCode(unit) ? unit : plural(unit)) + told(measure);
    }

    private static String plural(String unit) {
        return unit.equals("person")
                ? "people"
                : unit.equals("percent") ? unit : count(2, unit).substring(2);
    }

    private static String bounds(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        String least = low.map(Wording::number).orElse("");
        String most = high.map(Wording::number).orElse("");
        if (least.equals(most)) {
            return least;
        }
        return least.isEmpty() ? "up to " + most : most.isEmpty() ? "at least " + least : least + "–" + most;
    }

    /** 36, 12,000, 6 billion; no digit is lost. */
    private static String number(BigDecimal n) {
        return scaled(n, BILLION, " billion")
                .or(() -> scaled(n, MILLION, " million"))
                .orElseGet(() -> decimal(n));
    }

    private static Optional<String> scaled(BigDecimal n, BigDecimal unit, String word) {
        BigDecimal many = n.divide(unit).stripTrailingZeros();
        return n.abs().compareTo(unit) >= 0 && many.scale() <= 2 ? Optional.of(decimal(many) + word) : Optional.empty();
    }

    private static String decimal(BigDecimal n) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(n);
    }

    /** Where words stand: docId and offsets, as in an address of the article reader. */
    public static String place(String doc, Span span) {
        return doc + " " + span.start() + "-" + span.end();
    }

    /** One line, cut at a word, with an ellipsis. */
    public static String shorten(String words, int length) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= length) {
            return line;
        }
        int cut = line.lastIndexOf(' ', length - 1);
        return line.substring(0, cut > length / 2 ? cut : length - 1) + "…";
    }
}
