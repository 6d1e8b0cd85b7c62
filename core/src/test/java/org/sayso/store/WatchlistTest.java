package org.sayso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch remembers. */
final class WatchlistTest {
    private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final String FEED = "https://news.example/rss";

    @TempDir
    Path folder;

    private RecordStore record;
    private Watchlist list;

    @BeforeEach
    void open() throws IOException {
        record = RecordStore.open(folder.resolve("record.db"));
        list = record.watchlist();
        list.watch(List.of(FEED), NOW);
    }

    @AfterEach
    void close() throws IOException {
        record.close();
    }

    private static WatchedPage page(String mark, Instant due) {
        return new WatchedPage(
                "news.example/a",
                "https://news.example/a",
                FEED,
                Optional.of("Talks"),
                Optional.empty(),
                mark,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.of(due),
                0);
    }

    private void list(WatchedPage page) throws IOException {
        list.keep(WatchedFeed.named(FEED, LATER), List.of(page), Optional.empty());
    }

    @Test
    void remembersFromOneRunToTheNext() throws IOException {
        list(page("one", NOW));
        record.close();
        open();
        assertThat(list.page("news.example/a")).contains(page("one", NOW));
        assertThat(list.feeds()).containsExactly(WatchedFeed.named(FEED, LATER));
    }

    @Test
    void tellsWhatIsDueOnHostsThatAreFree() throws IOException {
        assertThat(list.dueFeed(NOW, Set.of())).contains(WatchedFeed.named(FEED, NOW));
        assertThat(list.dueFeed(NOW, Set.of("other.example", "news.example"))).isEmpty();
        assertThat(list.dueFeed(NOW.minusMillis(1), Set.of())).isEmpty();
        list(page("one", NOW));
        assertThat(list.duePage(NOW, Set.of("example"))).contains(page("one", NOW));
        assertThat(list.duePage(NOW, Set.of("news.example"))).isEmpty();
        assertThat(list.nextDue(Set.of())).contains(NOW);
        assertThat(list.nextDue(Set.of("news.example"))).isEmpty();
        list.hold("news.example", LATER.plusSeconds(1));
        assertThat(list.nextDue(Set.of())).contains(LATER.plusSeconds(1));
    }

    @Test
    void aPageThatIsSaidToHaveChangedWhileItIsReadStaysDue() throws IOException {
        list(page("one", NOW));
        WatchedPage asked = list.duePage(NOW, Set.of()).orElseThrow();
        list(page("two", NOW.plusSeconds(1)));
        list.keep(asked.kept("a", Optional.of("tag"), Optional.empty(), Optional.of(LATER)), List.of());
        WatchedPage now = list.page("news.example/a").orElseThrow();
        assertThat(now.due()).contains(NOW.plusSeconds(1));
        assertThat(now.mark()).isEqualTo("two");
        assertThat(now.docId()).contains("a");
    }

    @Test
    void aPageBelongsToTheFeedThatListedItFirstOfThoseThatAreWatched() throws IOException {
        String other = "https://news.example/top";
        list.watch(List.of(FEED, other), NOW);
        list(page("one", LATER));
        list.keep(WatchedFeed.named(other, LATER), List.of(page("two", NOW).of(other)), Optional.empty());
        assertThat(list.page("news.example/a")).contains(page("one", LATER));
        list.watch(List.of(other), NOW);
        list.keep(WatchedFeed.named(other, LATER), List.of(page("one", NOW).of(other)), Optional.empty());
        assertThat(list.page("news.example/a")).contains(page("one", LATER).of(other));
        list.keep(WatchedFeed.named(other, LATER), List.of(page("two", NOW).of(other)), Optional.empty());
        assertThat(list.page("news.example/a")).contains(page("two", NOW).of(other));
    }

    @Test
    void hostsAreWrittenOneWay() {
        assertThat(Watchlist.host("https://News.Example:8443/a")).isEqualTo("news.example:8443");
        assertThat(Watchlist.host("https://news.example/a b")).isEqualTo("news.example");
        assertThat(Watchlist.host("rss")).isEmpty();
    }
}
