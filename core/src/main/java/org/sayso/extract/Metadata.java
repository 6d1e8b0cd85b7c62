package org.sayso.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.sayso.outlet.Outlet;
import org.sayso.outlet.Outlets;

/**
 * What a page says of itself besides its text and its day.
 *
 * @param url the address that the page gives as its own
 * @param declared the language tag of the page
 */
record Metadata(
        String title,
        Bylines.Byline byline,
        Optional<String> publisher,
        Optional<String> url,
        List<String> section,
        List<String> tags,
        Optional<String> declared) {
    private static final Pattern SITE_NAME = Pattern.compile("\\s+[|–—·•»:-]+\\s+");
    private static final int SHORT_TITLE = 10;
    private static final int MOST_CRUMBS = 6;
    private static final int LONGEST_CRUMB = 40;
    /** How far above a link its breadcrumb trail is looked for, itself among them. */
    private static final int LEVELS = 6;

    private static final String TRAIL = "breadcrumb";

    Metadata {
        section = List.copyOf(section);
        tags = List.copyOf(tags);
    }

    static Metadata of(Markup page, StructuredData data, Optional<String> given, Bylines bylines, Outlets outlets) {
        Optional<String> url = canonical(page);
        return new Metadata(
                unescaped(title(page, data)),
                bylines.of(page, data),
                publisher(page, data, given.or(() -> url), outlets),
                url,
                section(page, data),
                Tags.of(page, data),
                language(page, data));
    }

    /** The headline: the h1 that the page's other titles confirm, else the best of those. */
    private static String title(Markup page, StructuredData data) {
        String open = page.meta("og:title").or(() -> page.meta("twitter:title")).orElse("");
        String title = page.document().title().strip();
        String witnesses =
                Body.letters(open + " " + title + " " + data.headline().orElse(""));
        String named = Body.letters(withoutSite(open.isEmpty() ? title : open, page));
        for (Element h1 : page.all("h1")) {
            String letters = Body.letters(h1.text());
            boolean longer = named.length() > SHORT_TITLE && letters.contains(named);
            if (letters.length() > SHORT_TITLE && (longer || witnesses.contains(letters))) {
                return h1.text().strip();
            }
        }
        if (data.headline().isPresent()) {
            return data.headline().map(JsonLd::plain).orElse("");
        }
        if (!open.isEmpty()) {
            return withoutSite(open, page);
        }
        if (!title.isEmpty()) {
            return shownPart(title, page).orElseGet(() -> withoutSite(title, page));
        }
        return page.all("h1").stream().findFirst().map(h1 -> h1.text().strip()).orElse("");
    }

    /** The part of "The Daily - Talks resume" that stands on the page as a line of its own. */
    private static Optional<String> shownPart(String title, Markup page) {
        List<String> parts = SITE_NAME
                .splitAsStream(title)
                .map(String::strip)
                .filter(part -> part.length() > SHORT_TITLE)
                .toList();
        if (parts.size() < 2 || !page.all("h1").isEmpty()) {
            return Optional.empty();
        }
        return page.inBody().stream()
                .map(Element::ownText)
                .map(String::strip)
                .filter(parts::contains)
                .findFirst();
    }

    /** "Talks resume | The Daily" less the name of the site. */
    private static String withoutSite(String title, Markup page) {
        String site = Body.letters(page.meta("og:site_name").orElse(""));
        String[] parts = SITE_NAME.split(title);
        String last = parts[parts.length - 1];
        boolean named = !site.isEmpty() && Body.letters(last).equals(site);
        boolean looksLikeName = last.split("\\s+").length <= 4 && title.indexOf('|') > 0;
        if (parts.length > 1 && (named || looksLikeName)) {
            return title.substring(0, title.lastIndexOf(last))
                    .replaceAll("[\\s|–—·•»:-]+$", "")
                    .strip();
        }
        return title.strip();
    }

    /** The outlet that the address is known to be of; else what the page calls itself; else the host. */
    private static Optional<String> publisher(Markup page, StructuredData data, Optional<String> url, Outlets outlets) {
        return url.flatMap(outlets::ofDomain)
                .map(Outlet::name)
                .or(() -> page.meta("og:site_name").filter(name -> !isAddressLike(name)))
                .or(data::publisher)
                .or(() -> page.meta("application-name"))
                .or(() -> page.meta("dc.publisher"))
                .or(() -> page.meta("dcterms.publisher"))
                .or(() -> marked(page))
                .or(() -> url.map(Addresses::host).filter(host -> !host.isEmpty()));
    }

    /** What microdata names as the publisher. */
    private static Optional<String> marked(Markup page) {
        Element e = page.document().selectFirst("[itemprop=publisher] [itemprop=name]");
        return Optional.ofNullable(e)
                .map(name -> name.hasAttr("content") ? name.attr("content") : ShownDay.text(name))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    private static boolean isAddressLike(String name) {
        return name.contains("://") || name.startsWith("www.");
    }

    /** The address as the page gives it, if it is an address at all. */
    private static Optional<String> canonical(Markup page) {
        return page.all("link").stream()
                .filter(e -> e.attr("rel").equalsIgnoreCase("canonical"))
                .findFirst()
                .map(e -> isAbsolute(e.attr("href")) ? e.attr("href") : e.absUrl("href"))
                .map(String::strip)
                .filter(Metadata::isAddress)
                .or(() -> page.meta("og:url").filter(Metadata::isAddress));
    }

    private static boolean isAddress(String text) {
        return isAbsolute(text) && !Addresses.host(text).isEmpty();
    }

    private static boolean isAbsolute(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    private static List<String> section(Markup page, StructuredData data) {
        if (!data.section().isEmpty()) {
            return data.section();
        }
        Optional<String> meta = Stream.of("article:section", "section", "articlesection")
                .flatMap(name -> page.metas(name).stream())
                .findFirst();
        if (meta.isPresent()) {
            return meta.stream().toList();
        }
        return crumbs(page.outline());
    }

    /** The links of a breadcrumb trail. */
    private static List<String> crumbs(Outline page) {
        List<String> crumbs = new ArrayList<>();
        int[] levels = new int[page.size()];
        levels[0] = LEVELS;
        for (int n = 1; n < page.size() && crumbs.size() < MOST_CRUMBS; n++) {
            if (page.node(n) instanceof Element e) {
                levels[n] = isTrail(e) ? 0 : levels[page.parent(n)] + 1;
                String text = page.role(n) == Role.LINK && levels[n] < LEVELS
                        ? e.text().strip()
                        : "";
                if (!text.isEmpty() && text.length() < LONGEST_CRUMB && !text.equalsIgnoreCase("home")) {
                    crumbs.add(text);
                }
            }
        }
        return crumbs;
    }

    private static boolean isTrail(Element e) {
        return e.attributesSize() > 0 && (isTrail(e.className()) || isTrail(e.id()));
    }

    private static boolean isTrail(String names) {
        return names.length() >= TRAIL.length()
                && names.toLowerCase(Locale.ROOT).contains(TRAIL);
    }

    private static Optional<String> language(Markup page, StructuredData data) {
        return page.all("html").stream()
                .findFirst()
                .map(e -> e.attr("lang"))
                .filter(tag -> !tag.isBlank())
                .or(data::language)
                .or(() -> page.meta("og:locale"));
    }

    /** Quirk: some publishers escape twice, so that a title reads "Australia&#039;s" after parsing. */
    private static String unescaped(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
