package org.sayso.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sayso.model.Outcome.Reason;
import org.sayso.model.Page;

/**
 * What a news agency sends as one piece: an item of ninjs or NewsML-G2.
 *
 * @param id its guid or uri
 * @param type what it is, of IPTC's news item natures: "text", "picture"
 * @param status of IPTC's publishing statuses: "usable", "withheld", "canceled"
 * @param published the day of this version, at the place of its time
 * @param authors bylines and credits, as written
 * @param dateline as printed, where it stands outside the body
 * @param body HTML without head and headline, or text
 */
record NewsItem(
        String id,
        Optional<String> type,
        Optional<String> status,
        Optional<String> headline,
        Optional<String> publisher,
        Optional<LocalDate> published,
        Optional<String> language,
        List<String> authors,
        Optional<String> dateline,
        Optional<Page.Content> body) {
    private static final Set<String> WITHDRAWN = Set.of("canceled", "cancelled", "withheld");
    private static final Set<String> READ = Set.of("text", "composite", "component");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:T.*)?");
    private static final Pattern AFTER_PLACE = Pattern.compile("\\s*[,(–—-].*", Pattern.DOTALL);

    NewsItem {
        authors = List.copyOf(authors);
    }

    /** The day of the first that gives a whole one. */
    static Optional<LocalDate> day(Stream<String> written) {
        return written.flatMap(w -> day(w).stream()).findFirst();
    }

    private static Optional<LocalDate> day(String written) {
        Matcher iso = ISO.matcher(written.strip());
        try {
            return iso.matches() ? Optional.of(LocalDate.parse(iso.group(1))) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /**
     * A body that is kept as a string.
     *
     * @param type its media type, or a name that tells it: "body_xhtml"; empty where it is not said
     */
    static Page.Content body(String type, String value) {
        if (!type.contains("html") && (type.contains("nitf") || type.contains("xml"))) {
            return new Page.Html(InlineXml.html(InlineXml.parse(value)));
        }
        boolean markup =
                type.contains("html") || type.isEmpty() && value.stripLeading().startsWith("<");
        return markup ? new Page.Html(Jsoup.parseBodyFragment(value).body().html()) : new Page.Plain(value);
    }

    /** @param given what the caller says; what the item says itself goes before it */
    Incoming incoming(String place, Given given) {
        String kind = type.map(t -> t.toLowerCase(Locale.ROOT)).orElse("text");
        Optional<String> withdrawn = status.map(s -> s.toLowerCase(Locale.ROOT)).filter(WITHDRAWN::contains);
        if (withdrawn.isPresent()) {
            return Incoming.missed(place, Reason.WITHDRAWN, withdrawn.get() + " by who sent it: " + id);
        }
        if (!READ.contains(kind)) {
            return Incoming.missed(place, Reason.UNSUPPORTED, "no text but of type " + kind + ": " + id);
        }
        if (body.isEmpty()) {
            return Incoming.missed(place, Reason.EMPTY, "no text in it: " + id);
        }
        Optional<String> url = Optional.of(id).filter(i -> i.matches("(?i)https?://.*"));
        Given about = new Given(url, publisher, published, headline).or(given);
        Page.Content content = switch (body.get()) {
            case Page.Plain text -> text;
            case Page.Html html -> new Page.Html(page(html.markup()));
        };
        return new Incoming.Arrived(about.page(id, content), place);
    }

    /** A page as a site would print it: what is said of the item in JSON-LD, then headline and body. */
    private String page(String markup) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        language.ifPresent(tag -> page.child(0).attr("lang", tag));
        page.head()
                .appendElement("script")
                .attr("type", "application/ld+json")
                .appendChild(new DataNode(description().toString().replace("<", "\\u003c")));
        Element article = page.body().appendElement("article");
        headline.ifPresent(title -> article.appendElement("h1").text(title));
        article.appendElement("div").html(markup);
        dateline.ifPresent(line -> openWith(line, article));
        return page.outerHtml();
    }

    private ObjectNode description() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("@type", "NewsArticle");
        headline.ifPresent(title -> node.put("headline", title));
        authors.forEach(node.withArray("/author")::add);
        return node;
    }

    /** As it is printed: before the first paragraph, unless that begins with the same place. */
    private static void openWith(String dateline, Element article) {
        String place = AFTER_PLACE.matcher(dateline).replaceFirst("");
        article.select("p").stream()
                .filter(p -> !p.text().isBlank())
                .findFirst()
                .filter(p -> !p.text().regionMatches(true, 0, place, 0, place.length()))
                .ifPresent(p -> p.prependText(dateline.replaceFirst("[\\s–—-]+$", "") + " – "));
    }
}
