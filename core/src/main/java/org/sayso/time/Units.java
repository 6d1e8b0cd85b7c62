package org.sayso.time;

import java.math.BigDecimal;
import java.util.Optional;

/** Units of time: their grain on the calendar and their letters in TIMEX3. */
final class Units {
    private Units() {}

    /** Grain of a unit in the singular; empty for parts of a day. */
    static Optional<Grain> grain(String unit) {
        return switch (unit) {
            case "day" -> Optional.of(Grain.DAY);
            case "week", "fortnight" -> Optional.of(Grain.WEEK);
            case "weekend" -> Optional.of(Grain.WEEKEND);
            case "month" -> Optional.of(Grain.MONTH);
            case "quarter" -> Optional.of(Grain.QUARTER);
            case "year" -> Optional.of(Grain.YEAR);
            case "decade" -> Optional.of(Grain.DECADE);
            case "century" -> Optional.of(Grain.CENTURY);
            case "spring", "summer", "autumn", "winter" -> Optional.of(Grain.SEASON);
            default -> Optional.empty();
        };
    }

    static Optional<String> part(String unit, Lexicon lexicon) {
        String code = lexicon.value("PART", unit);
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    /**
     * A TIMEX3 duration.
     *
     * @param unit the unit's letter, with {@code T} before it for hours and less, or a factor ("10Y" for decades)
     * @param count how many; empty where the report leaves it open
     */
    static String duration(String unit, Optional<BigDecimal> count) {
        String letter = unit.replaceAll("[0-9]", "");
        String factor = unit.replaceAll("[^0-9]", "");
        if (letter.equals("WE")) {
            return "P" + count.map(Units::plain).orElse("X") + "WE";
        }
        boolean clock = letter.startsWith("T");
        String prefix = clock ? "PT" : "P";
        String sign = clock ? letter.substring(1) : letter;
        if (count.isEmpty()) {
            return prefix + "X" + sign;
        }
        BigDecimal number = factor.isEmpty() ? count.get() : count.get().multiply(new BigDecimal(factor));
        boolean halfHours = sign.equals("H") && number.stripTrailingZeros().scale() > 0;
        if (halfHours) {
            BigDecimal hours = number.setScale(0, java.math.RoundingMode.DOWN);
            BigDecimal minutes = number.subtract(hours).multiply(BigDecimal.valueOf(60));
            String left = hours.signum() == 0 ? "" : plain(hours) + "H";
            return "PT" + left + minutes.setScale(0, java.math.RoundingMode.HALF_UP) + "M";
        }
        return prefix + plain(number) + sign;
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
