package org.sayso.outlet;

import java.util.List;

/**
 * One newsroom.
 *
 * @param name canonical, without "The" unless the name is nothing without it ("The Times")
 * @param aliases other names that stand alone
 * @param shortNames names that are good only where the full name stands earlier ("Post")
 * @param domains web domains, without "www."
 * @param country ISO 3166-1 alpha-3 of the newsroom; ZZZ where only a report has told us of it
 */
public record Outlet(
        String name, List<String> aliases, List<String> shortNames, List<String> domains, Kind kind, String country) {
    public Outlet {
        aliases = List.copyOf(aliases);
        shortNames = List.copyOf(shortNames);
        domains = List.copyOf(domains);
        if (name.isBlank() || country.length() != 3) {
            throw new IllegalArgumentException("outlet \"" + name + "\" of country \"" + country + "\"");
        }
    }

    /** An agency's copy is printed by others; a paper, a broadcaster and a site print their own. */
    public enum Kind {
        AGENCY,
        PAPER,
        BROADCASTER,
        SITE
    }
}
