package org.sayso.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.sayso.table.Table;

/**
 * Finds the day on which a page was published: JSON-LD, then meta elements, time elements, the address, elements named for a
 * date, the text near the headline, and last the day of a change. Immutable.
 */
final class PublicationDay {
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d\\d)[/_.-]?(0[1-9]|1[0-2]|[1-9](?=[/_.-]))[/_.-]?(0[1-9]|[12]\\d|3[01]|[1-9](?=[/_.-]))(?!\\d)");
    private static final Pattern NAMED_IN_ADDRESS = Pattern.compile("/((?:19|20)\\d\\d)/([a-z]{3,9})/(\\d{1,2})(?=/)");
    private static final Pattern IN_SCRIPT = Pattern.compile(
            "\"(?:datePublished|publishedAt|publishDate|publish_date|published_at|publicationDate|pubDate|datePublication|firstPublished"
                    + "|published_time|publishedDate|date_published)\"\\s*:\\s*\"?([^\",}]{8,40})");
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\.(?:uk|au|nz|ie|in|za|ng|ke|pk|bd|sg|my|eu|[a-df-z]{2})\\z");
    private static final Set<String> DAY_FIRST = Set.of("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za");
    private static final int MONTH_FIRST_LANGUAGE_LENGTH = 2;

    private final DayFinder days;
    private final LastChange lastChange;
    /** Names of meta elements, the best first. */
    private final List<String> meta = new ArrayList<>();

    private final List<String> late = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    PublicationDay(DayFinder days, LastChange lastChange) {
        this.days = days;
        this.lastChange = lastChange;
        for (List<String> row : Table.rows(PublicationDay.class, "datefields.tsv", 3)) {
            switch (row.get(1)) {
                case "meta" -> meta.add(row.get(0));
                case "late" -> late.add(row.get(0));
                default -> words.add(row.get(0));
            }
        }
    }

    /**
     * @param blocks all of the page's
     * @param title the page's headline: what is shown near it is the day of the article
     */
    Optional<DayFinder.Found> find(
            Markup page,
            StructuredData data,
            List<Block> blocks,
            Optional<String> url,
            String title,
            DayFinder.Habit habit) {
        ShownDay shown = new ShownDay(days, lastChange, words, page, blocks, title, habit);
        Optional<DayFinder.Found> found = cascade(page, data, url, habit, shown);
        return found.map(f -> f.utc() ? local(f, page, url, habit, shown) : f)
                .map(f -> f.at().isPresent() ? f : timed(f, shown));
    }

    /** With the time that the page shows for the same day near the headline. */
    private static DayFinder.Found timed(DayFinder.Found found, ShownDay shown) {
        return shown.line()
                .filter(other -> other.at().isPresent() && other.day().equals(found.day()))
                .orElse(found);
    }

    /**
     * A time in UTC may lie on another day than the reader's: the address, or what the page shows where its mark-up gives that
     * time, say which day it was for the publisher, if they differ by one day only.
     */
    private DayFinder.Found local(
            DayFinder.Found found, Markup page, Optional<String> url, DayFinder.Habit habit, ShownDay shown) {
        return url.flatMap(this::fromAddress)
                .or(() -> shown(found, page, habit))
                .or(shown::line)
                .filter(other -> isSameMoment(found, other.day()))
                .map(other -> new DayFinder.Found(other.day(), found.at(), found.start(), false))
                .orElse(found);
    }

    /** Whether a time in UTC can fall on that day somewhere people live: from ten hours behind to fourteen ahead. */
    private static boolean isSameMoment(DayFinder.Found found, LocalDate day) {
        long ahead = ChronoUnit.DAYS.between(found.day(), day);
        int hour = found.at()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).getHour())
                .orElse(ahead < 0 ? 0 : 23);
        return ahead == -1 ? hour < 10 : ahead == 1 && hour >= 10;
    }

    private Optional<DayFinder.Found> shown(DayFinder.Found found, Markup page, DayFinder.Habit habit) {
        for (Element e : page.inBody()) {
            boolean dated = e.normalName().equals("time") && e.hasAttr("datetime");
            if (!dated && !says(e, "itemprop")) {
                continue;
            }
            Optional<DayFinder.Found> marked = days.first(e.attr("datetime") + e.attr("content"), habit);
            if (marked.isEmpty() || marked.get().day().equals(found.day())) {
                Optional<DayFinder.Found> shown = days.first(e.text(), habit);
                if (shown.isPresent()) {
                    return shown;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<DayFinder.Found> cascade(
            Markup page, StructuredData data, Optional<String> url, DayFinder.Habit habit, ShownDay shown) {
        return data.published()
                .flatMap(text -> days.first(text, habit))
                .or(() -> fromMeta(page, meta, habit))
                .or(() -> fromItemprop(page, habit))
                .or(() -> url.flatMap(this::fromAddress))
                .or(() -> fromTimes(page, habit))
                .or(shown::named)
                .or(shown::line)
                .or(shown::near)
                .or(shown::before)
                .or(() -> fromScripts(page, habit))
                .or(() -> fromLate(page, data, habit))
                .or(() -> anywhere(page, habit));
    }

    /** American pages write the month first; the rest of the world does not. */
    static DayFinder.Habit habit(Markup page, Optional<String> url) {
        String tag = page.all("html").stream()
                .findFirst()
                .map(e -> e.attr("lang"))
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        String language = tag.length() < MONTH_FIRST_LANGUAGE_LENGTH ? "en" : tag.substring(0, 2);
        String host = url.map(Addresses::host).orElse("");
        boolean elsewhere = ELSEWHERE.matcher(host).find() && !host.endsWith(".us");
        boolean monthFirst = language.equals("en") && (tag.equals("en-us") || !elsewhere) && !DAY_FIRST.contains(tag);
        return new DayFinder.Habit(language, monthFirst);
    }

    private Optional<DayFinder.Found> fromMeta(Markup page, List<String> names, DayFinder.Habit habit) {
        return names.stream()
                .flatMap(name -> page.metas(name).stream())
                .flatMap(content -> days.first(content, habit).stream())
                .findFirst();
    }

    private Optional<DayFinder.Found> fromItemprop(Markup page, DayFinder.Habit habit) {
        for (Element e : page.inBody()) {
            boolean marked = (e.normalName().equals("time") && e.hasAttr("pubdate"))
                    || (e.normalName().equals("abbr") && e.hasClass("published"));
            if (!marked && !says(e, "itemprop") && !says(e, "property")) {
                continue;
            }
            Optional<DayFinder.Found> found = ShownDay.of(days, e, habit);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean says(Element e, String attribute) {
        return e.attributesSize() > 0 && e.attr(attribute).contains("datePublished");
    }

    private Optional<DayFinder.Found> fromAddress(String url) {
        Matcher m = IN_ADDRESS.matcher(url);
        while (m.find()) {
            Optional<DayFinder.Found> found = days.first(
                    String.format(Locale.ROOT, "%s-%2s-%2s", m.group(1), m.group(2), m.group(3))
                            .replace(' ', '0'),
                    new DayFinder.Habit("en", false));
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher named = NAMED_IN_ADDRESS.matcher(url.toLowerCase(Locale.ROOT));
        return named.find()
                ? days.first(
                        named.group(3) + " " + named.group(2) + " " + named.group(1), new DayFinder.Habit("en", false))
                : Optional.empty();
    }

    /** The first time element after the headline; else the first on the page. */
    private Optional<DayFinder.Found> fromTimes(Markup page, DayFinder.Habit habit) {
        List<DayFinder.Found> before = new ArrayList<>();
        boolean headline = false;
        for (Element e : page.document().select("h1, time")) {
            if (e.normalName().equals("h1")) {
                headline = true;
                continue;
            }
            Optional<DayFinder.Found> found = ShownDay.of(days, e, habit);
            if (found.isPresent() && headline) {
                return found;
            }
            found.ifPresent(before::add);
        }
        return before.stream().findFirst();
    }

    private Optional<DayFinder.Found> fromScripts(Markup page, DayFinder.Habit habit) {
        for (Element script : page.document().select("script:not([src])")) {
            Matcher m = IN_SCRIPT.matcher(script.data().replace("\\\"", "\""));
            while (m.find()) {
                Optional<DayFinder.Found> found = days.first(m.group(1), habit);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<DayFinder.Found> fromLate(Markup page, StructuredData data, DayFinder.Habit habit) {
        return data.modified()
                .or(data::uploaded)
                .flatMap(text -> days.first(text, habit))
                .or(() -> fromMeta(page, late, habit));
    }

    /** The first date anywhere in the visible text. */
    private Optional<DayFinder.Found> anywhere(Markup page, DayFinder.Habit habit) {
        String text = page.body().text();
        return days.first(text.substring(0, Math.min(text.length(), 20_000)), habit);
    }

    /** Whether a day can be one of publication, seen from another. */
    static boolean isAfter(LocalDate day, Optional<LocalDate> asOf) {
        return asOf.isPresent() && day.isAfter(asOf.get());
    }
}
