package org.sayso.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A news site on a {@link FaultServer}: articles that may be changed, and feeds that list them. Texts are made here. */
public final class NewsSite {
    private static final List<String> PLACES = List.of(
            "Vila Nova", "Port Azul", "Karsk", "Mount Derry", "Lower Tamsin", "Eastmoor", "Halden", "Sorrel Bay");
    private static final List<String> BODIES = List.of(
            "the interior ministry", "the regional governor", "army officials", "rebel commanders", "the envoy");
    private static final List<String> DEEDS = List.of(
            "shelled the bridge",
            "seized the border post",
            "freed twelve prisoners",
            "blocked the main road",
            "signed a truce");

    private final FaultServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    public NewsSite(FaultServer server) {
        this.server = server;
        server.status("/robots.txt", "404 Not Found");
    }

    public FaultServer server() {
        return server;
    }

    /** Its headline; no two numbers have the same. */
    public static String headline(int n) {
        return "Troops " + DEEDS.get(n % DEEDS.size()) + " near " + PLACES.get(n / DEEDS.size() % PLACES.size())
                + ", report number " + n + " says";
    }

    /** Its paragraphs; no two numbers or versions have the same. */
    public static List<String> text(int n, int version) {
        String place = PLACES.get(n / DEEDS.size() % PLACES.size());
        List<String> paragraphs = new ArrayList<>(List.of(
                "Troops " + DEEDS.get(n % DEEDS.size()) + " near " + place + " on Monday, "
                        + BODIES.get(n % BODIES.size()) + " said in report number " + n + ", adding that " + (3 + n)
                        + " people were wounded.",
                "Residents of " + place + " said that the fighting had begun before dawn and lasted for several hours. "
                        + "A spokesman for " + BODIES.get((n + 1) % BODIES.size())
                        + " denied that any civilians were hurt.",
                "Talks between the two sides are planned for next week, according to diplomats who spoke on condition of "
                        + "anonymity because they were not allowed to talk to reporters."));
        if (version > 1) {
            paragraphs.add(
                    1,
                    "The hospital in " + place + " counted again and put the number of wounded at " + (30 + version)
                            + ", according to what is now version " + version + " of report number " + n + ".");
        }
        return paragraphs;
    }

    public static String html(int n, int version, String head) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><meta charset=utf-8><title>"
                + headline(n) + "</title><meta property=\"article:published_time\" content=\"2026-01-05T06:00:00Z\">"
                + head
                + "</head><body><article><h1>" + headline(n)
                + "</h1>");
        text(n, version).forEach(p -> html.append("<p>").append(p).append("</p>"));
        return html.append("</article></body></html>").toString();
    }

    /** The page of an article, conditional: it is not sent again to those who know it. */
    public NewsSite article(int n, int version) {
        return page("/news/" + n, html(n, version, ""));
    }

    public NewsSite page(String path, String html) {
        pages.put(path, html);
        server.at(
                path,
                (request, out) -> conditional(request, out, pages.get(path).getBytes(UTF_8), "text/html"));
        return this;
    }

    /** An RSS feed at a path, conditional. */
    public NewsSite feed(String path, String feed, String... headers) {
        server.at(
                path,
                (request, out) -> conditional(request, out, feed.getBytes(UTF_8), "application/rss+xml", headers));
        return this;
    }

    private static void conditional(
            FaultServer.Request request, OutputStream out, byte[] body, String type, String... headers)
            throws IOException {
        String tag = "\"" + Arrays.hashCode(body) + "\"";
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("ETag: " + tag);
        all.add("Content-Type: " + type);
        if (request.header("if-none-match").equals(Optional.of(tag))) {
            out.write(FaultServer.head("304 Not Modified", all.toArray(new String[0])));
        } else {
            out.write(FaultServer.head("200 OK", all.toArray(new String[0]), "Content-Length: " + body.length));
            out.write(body);
        }
    }

    /** @param items see {@link #item} */
    public static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>" + String.join("\n", items)
                + "</channel></rss>";
    }

    public String item(int n, int version) {
        return item(n, version, server.url("/news/" + n));
    }

    public String item(int n, int version, String address) {
        return "<item><title>" + headline(n) + "</title><link>" + address.replace("&", "&amp;")
                + "</link><pubDate>Mon, 05 Jan 2026 06:0" + version + ":00 GMT</pubDate></item>";
    }
}
