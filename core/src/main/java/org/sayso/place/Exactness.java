package org.sayso.place;

import java.util.regex.Pattern;
import org.sayso.model.Place;
import org.sayso.model.Span;

/** How exact a place is as the article names it: "eastern Ukraine" is no country, "Aleppo airport" no town. */
final class Exactness {
    private static final Pattern DIRECTION = Pattern.compile("(?i).*\\b(?:north|south|east|west|central|upper|lower"
            + "|(?:north|south)(?:-?(?:east|west))?ern|(?:east|west)ern|(?:north|south)-?(?:east|west))[ -]");
    private static final Pattern BUILDING =
            Pattern.compile("(?i).* (?:airport|air ?base|port|university|college|school|hospital"
                    + "|church|prison|stadium|station|refugee camp|camp|zoo|museum|hotel)");

    private Exactness() {}

    /** @param own whether the words as they stand are a name ("North Korea") */
    static Place.Precision of(String text, Span span, Entry entry, boolean own) {
        String words = span.of(text).replaceAll("\\s+", " ");
        Place.Precision usual = entry.feature().precision();
        return switch (usual) {
            case COUNTRY -> isPart(text, span, words, own) ? Place.Precision.REGION : usual;
            case TOWN -> BUILDING.matcher(words).matches() ? Place.Precision.POINT : usual;
            case POINT, DISTRICT, REGION, AREA -> usual;
        };
    }

    private static boolean isPart(String text, Span span, String words, boolean own) {
        String before = text.substring(Math.max(0, span.start() - 15), span.start());
        return !own && DIRECTION.matcher(words).lookingAt()
                || DIRECTION.matcher(before.replace('\n', ' ')).matches();
    }
}
