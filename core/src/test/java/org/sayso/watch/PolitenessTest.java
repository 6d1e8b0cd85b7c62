package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Outcome;
import org.sayso.store.WatchedFeed;
import org.sayso.testing.FaultServer;
import org.sayso.testing.NewsSite;

/** Whom a watch asks, and when: over days that pass in a moment, from a server that does what servers do. */
@Timeout(120)
final class PolitenessTest extends WatchFixture {
    @Test
    void failuresAreAskedAgainLaterAndLaterAndNeverGivenUp() throws Exception {
        server.status("/rss", "500 Broken");
        run(Duration.ofDays(12), "/rss");
        List<Duration> waits = of(Told.Failed.class).stream()
                .map(f -> Duration.between(Instant.parse("2026-01-05T06:00:00Z"), f.again()))
                .toList();
        assertThat(waits.subList(0, 3))
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(35));
        assertThat(waits).hasSize(15);
        assertThat(waits.get(14).minus(waits.get(13))).isEqualTo(Duration.ofDays(2));
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        run(Duration.ofDays(2), "/rss");
        assertThat(texts()).containsExactly(text(1, 1));
        assertThat(feed().failures()).isZero();
    }

    @Test
    void retryAfterLeavesTheWholeHostAlone() throws Exception {
        server.status("/busy", "429 Too Many Requests", "Retry-After: 7200");
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        once("/busy", "/rss");
        assertThat(server.asked("/busy")).isEqualTo(1);
        site.feed("/busy", NewsSite.rss());
        run(Duration.ofMinutes(119), "/busy", "/rss");
        assertThat(server.asked("/rss")).isZero();
        run(Duration.ofMinutes(10), "/busy", "/rss");
        assertThat(texts()).containsExactly(text(1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved Permanently", "308 Permanent Redirect"})
    void aFeedThatHasMovedForGoodIsAskedAtItsNewAddress(String status) throws Exception {
        server.redirect("/old", status, "/new");
        site.feed("/new", NewsSite.rss());
        run(Duration.ofMinutes(40), "/old");
        assertThat(server.asked("/old")).isEqualTo(1);
        assertThat(server.asked("/new")).isEqualTo(2);
        assertThat(of(Told.Moved.class)).containsExactly(new Told.Moved(server.url("/old"), server.url("/new")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302 Found", "307 Temporary Redirect", "303 See Other"})
    void aFeedThatIsElsewhereForNowIsNotMoved(String status) throws Exception {
        server.redirect("/old", status, "/new");
        site.feed("/new", NewsSite.rss());
        run(Duration.ofMinutes(40), "/old");
        assertThat(server.asked("/old")).isEqualTo(2);
        assertThat(of(Told.Moved.class)).isEmpty();
    }

    @Test
    void aMoveCountsUpToTheFirstTemporaryRedirectAndOnlyToAFeed() throws Exception {
        server.redirect("/a", "301 Moved", "/b")
                .redirect("/b", "302 Found", "/c")
                .redirect("/x", "301 Moved", "/portal");
        site.feed("/c", NewsSite.rss());
        server.page("/portal", "<html><title>Log in</title></html>".getBytes(UTF_8));
        once("/a", "/x");
        assertThat(record.watchlist().feeds())
                .extracting(WatchedFeed::address)
                .containsExactly(server.url("/b"), server.url("/x"));
    }

    @Test
    void aFeedThatIsGoneIsAskedNoMore() throws Exception {
        server.status("/rss", "410 Gone");
        run(Duration.ofDays(10), "/rss");
        assertThat(server.asked("/rss")).isEqualTo(1);
        assertThat(of(Told.Ended.class)).hasSize(1);
    }

    @Test
    void whatRobotsForbidIsNotAskedAndTheirDelayIsKept() throws Exception {
        server.page(
                "/robots.txt",
                "User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /news/2\nCrawl-delay: 20".getBytes(UTF_8));
        List<Instant> asked = Collections.synchronizedList(new ArrayList<>());
        for (int n : List.of(1, 3)) {
            server.at("/news/" + n, (FaultServer.Answer) out -> {
                asked.add(timing.now());
                out.write(FaultServer.head("200 OK", new String[] {"Content-Type: text/html"}));
                out.write(NewsSite.html(n, 1, "").getBytes(UTF_8));
            });
        }
        site.feed("/rss", NewsSite.rss(site.item(1, 1), site.item(2, 1), site.item(3, 1)));
        once("/rss");
        assertThat(server.asked("/news/2")).isZero();
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(3, 1));
        assertThat(Duration.between(asked.get(0), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(record.leftOut())
                .containsExactly(new Outcome.LeftOut(
                        server.url("/news/2"),
                        Outcome.Reason.DISALLOWED,
                        "robots.txt of 127.0.0.1:" + server.port() + " does not allow /news/2"));
    }

    @Test
    void aServerWhoseRobotsCannotBeHadIsNotAsked() throws Exception {
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        server.status("/robots.txt", "503 Busy");
        once("/rss");
        assertThat(server.asked("/rss")).isZero();
        server.status("/robots.txt", "404 None");
        run(Duration.ofMinutes(10), "/rss");
        assertThat(texts()).containsExactly(text(1, 1));
    }

    @Test
    void aHostIsAskedOneThingAtATimeAndSeveralAtOnce() throws Exception {
        try (FaultServer other = new FaultServer()) {
            NewsSite second = new NewsSite(other);
            CountDownLatch both = new CountDownLatch(2);
            for (FaultServer one : List.of(server, other)) {
                one.at("/slow", (FaultServer.Answer) out -> {
                    both.countDown();
                    boolean together = both.await(15, TimeUnit.SECONDS);
                    out.write(FaultServer.head(together ? "200 OK" : "500 Alone", new String[] {}));
                    out.write(NewsSite.rss().getBytes(UTF_8));
                });
            }
            for (int n = 0; n < 6; n++) {
                site.article(n, 1);
                second.article(n + 10, 1);
            }
            site.feed("/rss", NewsSite.rss(range(site, 0)));
            second.feed("/rss", NewsSite.rss(range(second, 10)));
            watch().run(List.of(server.url("/slow"), other.url("/slow"), server.url("/rss"), other.url("/rss")), true);
            assertThat(of(Told.Failed.class)).as("two hosts at once").isEmpty();
            assertThat(record.size()).isEqualTo(12);
            assertThat(server.mostAtOnce()).isEqualTo(1);
            assertThat(other.mostAtOnce()).isEqualTo(1);
        }
    }

    private static String[] range(NewsSite of, int from) {
        return Stream.iterate(from, n -> n + 1).limit(6).map(n -> of.item(n, 1)).toArray(String[]::new);
    }

    @Test
    void pagesThatCannotBeHadAreTriedTenTimesAndToldAsLeftOut() throws Exception {
        server.at("/news/1", (FaultServer.Answer) out -> {});
        server.page("/news/2", "%PDF-1.7".getBytes(UTF_8)).status("/news/3", "410 Gone");
        site.feed(
                "/rss",
                NewsSite.rss(
                        site.item(1, 1),
                        site.item(2, 1),
                        site.item(3, 1),
                        site.item(4, 1, "http://[fe80::1]:1/x"),
                        "<item><link>file:///etc/passwd</link></item>"));
        run(Duration.ofDays(5), "/rss");
        assertThat(server.asked("/news/1")).isGreaterThanOrEqualTo(10);
        assertThat(server.asked("/news/2")).isEqualTo(1);
        assertThat(server.asked("/news/3")).isEqualTo(1);
        assertThat(record.leftOut()).hasSize(4);
        assertThat(of(Told.Listed.class).getFirst().withoutAddress()).isEqualTo(1);
    }

    @Test
    void privateAddressesAreNotAskedUnlessAllowed() throws Exception {
        Watch watch = new Watch(record, LIMITS.withPrivateAddresses(false), () -> PIPELINE, PACE, timing, told::add);
        watch.run(List.of(server.url("/rss")), true);
        assertThat(server.heads()).isEmpty();
        assertThat(of(Told.Failed.class).getFirst().why()).contains("loopback");
    }
}
