package org.sayso.model;

import java.util.Optional;

/**
 * A toponym in the text and the gazetteer entry it was resolved to.
 *
 * @param id unique in the reading: p1, p2, …
 * @param name the gazetteer's name
 * @param country ISO 3166-1 alpha-3; absent for seas and the like
 * @param geonames GeoNames id, where the entry has one
 */
public record Place(
        String id,
        Span span,
        String name,
        Optional<String> country,
        Optional<String> admin1,
        double lat,
        double lon,
        Optional<Long> geonames,
        Precision precision) {
    public Place {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("place " + name + " at " + span + " lies at " + lat + "," + lon);
        }
    }

    /** How exact the coordinates are. */
    public enum Precision {
        POINT,
        TOWN,
        DISTRICT,
        REGION,
        COUNTRY,
        AREA
    }
}
