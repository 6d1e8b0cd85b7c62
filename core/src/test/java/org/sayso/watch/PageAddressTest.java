package org.sayso.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.table.Table;

/** Which addresses are one article's. */
final class PageAddressTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example/a, https://news.example/a",
        "https://news.example:443/a, https://news.example/a",
        "http://news.example:80/a, http://news.example/a",
        "https://news.example:8443/a, https://news.example:8443/a",
        "https://news.example, https://news.example/",
        "https://news.example./a, https://news.example/a",
        "https://news.example/a#top, https://news.example/a",
        "https://news.example/a?, https://news.example/a",
        "https://news.example/a/../b/./c, https://news.example/b/c",
        "https://news.example/../a, https://news.example/a",
        "https://news.example/%7Euser/caf%c3%a9, https://news.example/~user/caf%C3%A9",
        "https://news.example/a?utm_source=rss&id=7&utm_medium=x, https://news.example/a?id=7",
        "https://news.example/a?id=7&&b=, https://news.example/a?id=7&b=",
        "https://news.example/a?b=2&a=1, https://news.example/a?b=2&a=1",
        "https://news.example/A, https://news.example/A",
        "https://münchen.example/a b|c, https://xn--mnchen-3ya.example/a%20b%7Cc",
        "https://news.example/a/, https://news.example/a/",
    })
    void writesAddressesOneWay(String written, String address) {
        assertThat(PageAddress.of(written).map(PageAddress::address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example/a?id=7",
                "https://news.example/a?id=7",
                "https://www.news.example/a?id=7#c",
                "https://news.example:443/a?id=7&fbclid=x",
                "https://news.example/a?at_medium=RSS&id=7"
            })
    void theSameArticleHasTheSameKey(String written) {
        assertThat(PageAddress.of(written).map(PageAddress::key)).contains("news.example/a?id=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "/a",
                "ftp://news.example/a",
                "file:///a",
                "mailto:a@b.example",
                "https:///a",
                "https://a b/"
            })
    void whatIsNoAddressOfTheWebIsNone(String written) {
        assertThat(PageAddress.of(written)).isEmpty();
    }

    @Test
    void everyTrackingParameterHasAnExample() {
        for (List<String> row : Table.rows(PageAddress.class, "tracking.tsv", 2)) {
            assertThat(PageAddress.of(row.get(1)).map(PageAddress::address))
                    .as(row.get(0))
                    .contains("https://news.example/a");
        }
    }

    @Test
    void doneTwiceIsDoneOnce() {
        String once = PageAddress.of("https://News.example/%7Ea/../b?utm_x=1&c=%2f")
                .orElseThrow()
                .address();
        assertThat(PageAddress.of(once).orElseThrow().address()).isEqualTo(once);
    }
}
