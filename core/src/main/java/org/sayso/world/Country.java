package org.sayso.world;

import java.util.List;

/**
 * A country or territory.
 *
 * @param alpha3 ISO 3166-1; XKX for Kosovo
 * @param geonames GeoNames id
 * @param name the usual English name
 * @param aliases other names
 * @param demonyms adjectives and nouns for its people, in the singular
 * @param capitals names of the capital, which also stand for the government
 * @param regions world regions it belongs to ("Middle East")
 */
public record Country(
        String alpha3,
        String alpha2,
        long geonames,
        double lat,
        double lon,
        String name,
        List<String> aliases,
        List<String> demonyms,
        List<String> capitals,
        List<String> regions) {
    public Country {
        aliases = List.copyOf(aliases);
        demonyms = List.copyOf(demonyms);
        capitals = List.copyOf(capitals);
        regions = List.copyOf(regions);
    }
}
