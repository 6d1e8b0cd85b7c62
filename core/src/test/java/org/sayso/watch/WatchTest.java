package org.sayso.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sayso.model.Article;
import org.sayso.model.Outcome;
import org.sayso.model.Reading;
import org.sayso.store.Added;
import org.sayso.store.RecordStore;
import org.sayso.store.Revision;
import org.sayso.testing.FaultServer;
import org.sayso.testing.NewsSite;

/** What becomes of what feeds list, over days that pass in a moment, from a server that does what servers do. */
@Timeout(120)
final class WatchTest extends WatchFixture {
    @Test
    void whatAFeedListsIsReadOnce() throws Exception {
        String tracked = server.url("/news/1?utm_source=rss&utm_medium=feed");
        site.article(1, 1)
                .article(2, 1)
                .feed("/rss", NewsSite.rss(site.item(1, 1), site.item(1, 1, tracked), site.item(2, 1)));
        once("/rss");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
        assertThat(record.readings().map(r -> r.article().docId()))
                .containsExactlyInAnyOrder(server.url("/news/1"), server.url("/news/2"));
        assertThat(of(Told.Listed.class)).containsExactly(new Told.Listed(server.url("/rss"), 3, 2, 0, 0, false));
        assertThat(server.asked("/news/1?utm_source=rss&utm_medium=feed")).isZero();
        timing.pass(Duration.ofMinutes(29));
        once("/rss");
        assertThat(server.asked("/rss")).as("not due yet").isEqualTo(1);
        timing.pass(Duration.ofMinutes(1));
        once("/rss");
        assertThat(of(Told.Unchanged.class)).hasSize(1);
        assertThat(server.heads().getLast().header("if-none-match")).isPresent();
        assertThat(record.size()).isEqualTo(2);
    }

    @Test
    void anArticleThatTheFeedSaysHasChangedIsANewVersion() throws Exception {
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        once("/rss");
        site.article(1, 2).feed("/rss", NewsSite.rss(site.item(1, 2)));
        timing.pass(Duration.ofMinutes(30));
        once("/rss");
        assertThat(texts()).containsExactly(text(1, 2));
        assertThat(of(Told.Kept.class).getLast().added()).isEqualTo(new Added.NewVersion(server.url("/news/1")));
        Revision revision = record.revisions(Instant.EPOCH).getFirst();
        assertThat(revision.at()).isEqualTo(timing.now());
        assertThat(revision.added()).containsExactly(NewsSite.text(1, 2).get(1));
        assertThat(revision.removed()).isEmpty();
    }

    @Test
    void anArticleChangedWithoutAWordIsFoundWhenItIsLookedAtAgain() throws Exception {
        site.article(1, 1).article(2, 1).feed("/rss", NewsSite.rss(site.item(1, 1), site.item(2, 1)));
        once("/rss");
        site.article(1, 2);
        run(Duration.ofDays(3), "/rss");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 2), text(2, 1));
        assertThat(server.asked("/news/2")).as("looked at less and less").isEqualTo(8);
        assertThat(server.asked("/rss")).as("every 30 minutes").isBetween(140L, 146L);
    }

    @Test
    void theFeedThatListedItFirstSaysWhetherAnArticleHasChanged() throws Exception {
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1))).feed("/top", NewsSite.rss(site.item(1, 3)));
        run(Duration.ofMinutes(100), "/rss", "/top");
        assertThat(server.asked("/news/1"))
                .as("at once, and after 30 and 60 minutes")
                .isEqualTo(3);
    }

    @Test
    void aFeedThatBreaksOffKeepsItsFirstEntriesAndIsAskedForTheRest() throws Exception {
        String whole = NewsSite.rss(site.item(1, 1), site.item(2, 1));
        site.article(1, 1).article(2, 1).feed("/rss", whole.substring(0, whole.length() - 60));
        once("/rss");
        assertThat(texts()).containsExactly(text(1, 1));
        assertThat(of(Told.Listed.class).getFirst().cutOff()).isTrue();
        server.at("/rss", (FaultServer.Answer) out -> {
            out.write(FaultServer.head("200 OK", new String[] {"ETag: \"x\""}, "Content-Length: 99999"));
            out.write(whole.getBytes(UTF_8));
            FaultServer.flushed(out);
        });
        timing.pass(Duration.ofMinutes(30));
        once("/rss");
        assertThat(server.heads().stream()
                        .filter(r -> r.path().equals("/rss"))
                        .toList()
                        .getLast()
                        .header("if-none-match"))
                .as("no validator of a broken feed is kept")
                .isEmpty();
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
        assertThat(of(Told.Listed.class).getLast().cutOff())
                .as("its end is there")
                .isFalse();
    }

    @Test
    void aFeedInUtf8UnderALatin1PrologIsReadAsUtf8() throws Exception {
        String feed = NewsSite.rss("<item><title>Café bombardé à Genève, dit-on</title><link>" + server.url("/none")
                        + "</link></item>")
                .replace("?>", " encoding=\"iso-8859-1\"?>");
        server.page("/rss", feed.getBytes(UTF_8), "Content-Type: text/xml; charset=ISO-8859-1");
        once("/rss");
        assertThat(record.watchlist()
                        .page("127.0.0.1:" + server.port() + "/none")
                        .orElseThrow()
                        .title())
                .contains("Café bombardé à Genève, dit-on");
    }

    @Test
    void aPageInPlaceOfAFeedIsToldAndNothingIsLost() throws Exception {
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        once("/rss");
        server.page(
                "/rss",
                "<html><head><title>503 Backend down</title></head></html>".getBytes(UTF_8),
                "Content-Type: text/html");
        timing.pass(Duration.ofMinutes(30));
        once("/rss");
        assertThat(of(Told.Failed.class))
                .extracting(Told.Failed::why)
                .containsExactly("not a feed, but an HTML page, “503 Backend down”");
        site.article(2, 1).feed("/rss", NewsSite.rss(site.item(1, 1), site.item(2, 1)));
        timing.pass(Duration.ofMinutes(5));
        once("/rss");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
    }

    @Test
    void aWallIsNoArticleAndIsTriedAgain() throws Exception {
        server.redirect("/news/1", "/consent?back=1");
        String wall =
                "<html><head><title>Before you continue</title></head><body><article><p>We and our 842 partners use cookies to"
                        + " store and access information on your device. Accept all or manage your choices to see this site.</p>"
                        + "<p>You can change your mind at any time in the settings of your account.</p></article></body></html>";
        server.page("/consent?back=1", wall.getBytes(UTF_8))
                .page("/news/2", wall.getBytes(UTF_8))
                .redirect("/news/3", "/");
        server.page("/", NewsSite.html(3, 1, "").getBytes(UTF_8));
        site.feed("/rss", NewsSite.rss(site.item(1, 1), site.item(2, 1), site.item(3, 1)));
        once("/rss");
        assertThat(record.size()).isZero();
        assertThat(record.leftOut()).extracting(Outcome.LeftOut::reason).containsOnly(Outcome.Reason.NO_ARTICLE);
        assertThat(record.leftOut()).hasSize(3);
        site.article(1, 1).article(2, 1).article(3, 1);
        run(Duration.ofMinutes(10), "/rss");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1), text(3, 1));
        assertThat(record.leftOut()).isEmpty();
    }

    @Test
    void anArticleUnderTwoAddressesIsOne() throws Exception {
        String canonical = "<link rel=\"canonical\" href=\"/news/1\">";
        site.article(1, 1).page("/amp/1", NewsSite.html(1, 1, canonical)).feed("/rss", NewsSite.rss(site.item(1, 1)));
        server.redirect("/short", "/news/1");
        once("/rss");
        site.feed(
                "/rss",
                NewsSite.rss(
                        site.item(1, 1), site.item(1, 1, server.url("/amp/1")), site.item(1, 1, server.url("/short"))));
        timing.pass(Duration.ofMinutes(29));
        site.article(1, 2).page("/amp/1", NewsSite.html(1, 2, canonical));
        timing.pass(Duration.ofMinutes(1));
        once("/rss");
        assertThat(record.size()).isEqualTo(1);
        assertThat(of(Told.Kept.class))
                .extracting(Told.Kept::added)
                .containsExactly(new Added.New(server.url("/news/1")), new Added.NewVersion(server.url("/news/1")));
    }

    @Test
    void stoppedItFinishesWhatIsInWorkAndTheNextRunGoesOn() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.at("/news/1", (FaultServer.Answer) out -> {
            asked.countDown();
            go.await(15, TimeUnit.SECONDS);
            out.write(FaultServer.head("200 OK", new String[] {"Content-Type: text/html"}));
            out.write(NewsSite.html(1, 1, "").getBytes(UTF_8));
        });
        site.article(2, 1).feed("/rss", NewsSite.rss(site.item(1, 1), site.item(2, 1)));
        Watch watch = watch();
        Thread stopping = Thread.ofVirtual().start(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            watch.stop();
            go.countDown();
        });
        watch.run(List.of(server.url("/rss")), false);
        stopping.join();
        assertThat(texts()).containsExactly(text(1, 1));
        record.close();
        record = RecordStore.open(folder.resolve("record.db"), timing::now);
        once("/rss");
        assertThat(texts()).containsExactlyInAnyOrder(text(1, 1), text(2, 1));
        assertThat(server.asked("/rss")).isEqualTo(1);
        assertThat(server.asked("/news/1")).isEqualTo(1);
    }

    @Test
    void anArticleThatIsInTheRecordAlreadyIsNotAsked() throws Exception {
        site.article(1, 1).feed("/rss", NewsSite.rss(site.item(1, 1)));
        Article article = Article.ofText("by hand", text(1, 1));
        record.add(Reading.unread(
                new Article(
                        article.id(),
                        "by hand",
                        java.util.Optional.of(server.url("/news/1")),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        List.of(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        List.of(),
                        List.of(),
                        java.util.Optional.empty(),
                        article.text()),
                List.of()));
        once("/rss");
        assertThat(server.asked("/news/1")).isZero();
        assertThat(record.size()).isEqualTo(1);
    }

    @Test
    void aPageThatWasNotReadIsReadForTheNextFeedThatListsIt() throws Exception {
        server.status("/news/1", "500 Broken");
        site.feed("/rss", NewsSite.rss(site.item(1, 1))).feed("/other", NewsSite.rss(site.item(1, 1)));
        once("/rss");
        site.article(1, 1);
        run(Duration.ofMinutes(10), "/other");
        assertThat(texts()).containsExactly(text(1, 1));
    }
}
