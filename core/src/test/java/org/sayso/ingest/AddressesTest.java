package org.sayso.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.table.Table;

/** Networks outside the public Internet, each by the example in its row. */
final class AddressesTest {
    private final Addresses addresses = Addresses.load();

    static Stream<List<String>> rows() {
        return Table.rows(Intake.class, "addresses.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsEachNetworkByItsExample(List<String> row) throws UnknownHostException {
        assertThat(addresses.special(InetAddress.getByName(row.get(2)))).contains(row.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "169.253.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8"
            })
    void leavesPublicAddresses(String address) throws UnknownHostException {
        assertThat(addresses.special(InetAddress.getByName(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::ffff:127.0.0.1", "64:ff9b::169.254.169.254", "2002:7f00:1::", "::127.0.0.1", "2002:a01:203::"
            })
    void looksAtTheAddressWithin(String address) throws UnknownHostException {
        assertThat(addresses.special(InetAddress.getByName(address))).isPresent();
    }
}
