package org.sayso.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.sayso.merge.Merger;
import org.sayso.store.RecordStore;
import org.sayso.testing.Records;

/** The pages in a real browser, where there is one; CI installs it and must have it. */
final class BrowserTest {
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static RecordStore store;
    private static Server server;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        boolean there = Files.isExecutable(DRIVER) && Files.isExecutable(BROWSER);
        if (System.getenv("SAYSO_BROWSER_REQUIRED") != null) {
            assertThat(there).as("Debian's chromium and chromium-driver").isTrue();
        }
        assumeTrue(there, "no chromium here");
        store = RecordStore.openExisting(Records.sample(folder));
        server = Server.start(new Library(store, Merger.load()), "127.0.0.1", 0);
        ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toString());
        options.addArguments(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--window-size=1200,900"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.quit();
            server.close();
            store.close();
        }
    }

    @Test
    void fromTheListToTheWordsAndWhoVouchesForThem() {
        go("/");
        browser.findElement(By.cssSelector("a[href^='/story/']")).click();
        WebElement claim = browser.findElement(By.cssSelector("article.claim"));
        claim.findElement(By.cssSelector("summary")).click();
        claim.findElement(By.cssSelector("a[href^='/article']")).click();
        assertThat(browser.findElement(By.id("at")).isDisplayed()).isTrue();
        WebElement event = browser.findElement(By.cssSelector(".piece.k-event"));
        event.click();
        WebElement card = browser.findElement(By.cssSelector(".card.event.shown"));
        assertThat(card.getText()).contains("says who", "decided by");
    }

    @Test
    void theKeyboardDoesWhatTheMouseDoes() {
        go("/");
        browser.findElement(By.cssSelector("a[href^='/story/']")).sendKeys(Keys.ENTER);
        browser.findElement(By.cssSelector("article.claim summary")).sendKeys(Keys.ENTER);
        browser.findElement(By.cssSelector("article.claim a[href^='/article']")).sendKeys(Keys.ENTER);
        browser.findElement(By.cssSelector(".piece.k-content")).sendKeys(Keys.ENTER);
        assertThat(browser.findElements(By.cssSelector(".card.statement.shown")))
                .isNotEmpty();
    }

    @Test
    void aReportWhoseWordsAreScriptIsShownAndNotRun() {
        go("/article?doc=" + URLEncoder.encode(Records.HOSTILE_ID, StandardCharsets.UTF_8));
        assertThat(browser.getTitle()).contains("</title><script>");
        assertThat(browser.findElement(By.className("text")).getText()).isEqualTo(Records.HOSTILE);
        assertThat(browser.findElements(By.cssSelector(".text script, .text img, .text b")))
                .isEmpty();
        go("/search?q=" + URLEncoder.encode("<script>document.title='taken'</script>", StandardCharsets.UTF_8));
        assertThat(browser.getTitle()).doesNotStartWith("taken");
        go("/");
        assertThat(browser.getTitle()).doesNotStartWith("taken");
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() {
        browser.manage().window().setSize(new Dimension(500, 900));
        go("/");
        String story = browser.findElement(By.cssSelector("a[href^='/story/']")).getDomAttribute("href");
        for (String path : List.of("/", story, "/search?q=Kremlin")) {
            go(path);
            long wide = number("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wide).as(path).isLessThanOrEqualTo(0);
        }
        browser.manage().window().setSize(new Dimension(1200, 900));
    }

    private static long number(String script) {
        return (Long) ((JavascriptExecutor) browser).executeScript(script);
    }

    private static void go(String path) {
        browser.get("http://127.0.0.1:" + server.port() + path);
    }
}
