package org.sayso.place;

import java.util.Optional;

/**
 * A gazetteer entry.
 *
 * @param key what tells it from all others
 * @param country ISO 3166-1 alpha-3
 * @param admin1 name of the state, province or region it lies in
 * @param admin2 name of the county or district it lies in
 * @param weight inhabitants, or a number that makes it weigh as much as a town of that many
 */
record Entry(
        int key,
        String name,
        Feature feature,
        Optional<String> country,
        Optional<String> admin1,
        Optional<String> admin2,
        double lat,
        double lon,
        long weight,
        Optional<Long> geonames) {

    /** Great-circle distance in kilometres. */
    double km(Entry other) {
        double a = Math.toRadians(lat);
        double b = Math.toRadians(other.lat);
        double dLat = Math.sin((b - a) / 2);
        double dLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = dLat * dLat + Math.cos(a) * Math.cos(b) * dLon * dLon;
        return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
