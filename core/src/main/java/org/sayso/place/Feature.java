package org.sayso.place;

import org.sayso.model.Place;

/** What kind of thing a gazetteer entry is; the letter is its code in the data files. */
enum Feature {
    COUNTRY('N', Place.Precision.COUNTRY),
    CAPITAL('c', Place.Precision.TOWN),
    SEAT('s', Place.Precision.TOWN),
    SEAT2('t', Place.Precision.TOWN),
    TOWN('T', Place.Precision.TOWN),
    VILLAGE('V', Place.Precision.TOWN),
    QUARTER('H', Place.Precision.POINT),
    ADMIN1('A', Place.Precision.REGION),
    ADMIN2('D', Place.Precision.DISTRICT),
    REGION('R', Place.Precision.REGION),
    CONTINENT('K', Place.Precision.AREA),
    WATER('W', Place.Precision.AREA),
    ISLAND('I', Place.Precision.REGION),
    MOUNTAIN('M', Place.Precision.REGION),
    LINE('L', Place.Precision.AREA),
    BASE('B', Place.Precision.POINT),
    CAMP('C', Place.Precision.POINT),
    CROSSING('X', Place.Precision.POINT),
    SITE('S', Place.Precision.POINT);

    private final char code;
    private final Place.Precision precision;

    Feature(char code, Place.Precision precision) {
        this.code = code;
        this.precision = precision;
    }

    char code() {
        return code;
    }

    Place.Precision precision() {
        return precision;
    }

    boolean isTown() {
        return switch (this) {
            case CAPITAL, SEAT, SEAT2, TOWN, VILLAGE -> true;
            case COUNTRY,
                    QUARTER,
                    ADMIN1,
                    ADMIN2,
                    REGION,
                    CONTINENT,
                    WATER,
                    ISLAND,
                    MOUNTAIN,
                    LINE,
                    BASE,
                    CAMP,
                    CROSSING,
                    SITE -> false;
        };
    }

    static Feature of(char code) {
        for (Feature f : values()) {
            if (f.code == code) {
                return f;
            }
        }
        throw new IllegalArgumentException("no gazetteer feature has the code " + code);
    }
}
