package org.sayso.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sayso.table.Table;

/**
 * Tells addresses of the public Internet from all others. The networks are in {@code addresses.tsv} (IANA's registries of
 * special-purpose addresses, and the address of one cloud's metadata service that lies in public space). Addresses that
 * carry an IPv4 address within (6to4, NAT64, IPv4-compatible) are judged by it too.
 */
final class Addresses {
    private final List<Network> networks;

    private Addresses(List<Network> networks) {
        this.networks = networks;
    }

    static Addresses load() {
        return new Addresses(Table.rows(Addresses.class, "addresses.tsv", 3).stream()
                .map(Network::of)
                .toList());
    }

    /** What an address is, where it is not one of the public Internet: "loopback". */
    Optional<String> special(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<String> own = special(bytes);
        return own.isPresent() ? own : within(bytes).flatMap(this::special);
    }

    private Optional<String> special(byte[] address) {
        return networks.stream()
                .filter(n -> n.holds(address))
                .map(Network::what)
                .findFirst();
    }

    /** The IPv4 address within an IPv6 address of 64:ff9b::/96 or 2002::/16. */
    private static Optional<byte[]> within(byte[] a) {
        if (a.length != 16) {
            return Optional.empty();
        }
        if (a[0] == 0x20 && a[1] == 0x02) {
            return Optional.of(Arrays.copyOfRange(a, 2, 6));
        }
        boolean translated = a[0] == 0 && a[1] == 0x64 && (a[2] & 0xFF) == 0xFF && (a[3] & 0xFF) == 0x9B;
        return translated ? Optional.of(Arrays.copyOfRange(a, 12, 16)) : Optional.empty();
    }

    private record Network(byte[] start, int bits, String what) {
        static Network of(List<String> row) {
            String[] parts = row.get(0).split("/", -1);
            try {
                return new Network(
                        InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]), row.get(1));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("addresses.tsv: no network: " + row.get(0), e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
