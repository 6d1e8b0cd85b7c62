package org.sayso.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.sayso.model.Article;
import org.sayso.model.Problem;
import org.sayso.model.Problem.Code;

/**
 * What a reader of the record should know about how an article was had.
 *
 * @param asOf the last day that is not in the future, where one is known
 */
record Problems(Optional<LocalDate> asOf) {
    /** UTF-8 read as windows-1252: "â€™" for an apostrophe, "Ã©" for é. */
    private static final Pattern MISREAD = Pattern.compile("â€[™œ\u009d“”˜]|Ã[©¨¼¶¤±³]|Â[£©\u00a0]");

    private static final int PARTIAL = 1_500;

    List<Problem> of(Article article) {
        List<Problem> problems = new ArrayList<>();
        if (article.published().isEmpty()) {
            problems.add(new Problem(Code.NO_DATE, "no day of publication is known; relative dates stay unresolved"));
        }
        article.published()
                .filter(day -> asOf.isPresent() && day.isAfter(asOf.get()))
                .ifPresent(day -> problems.add(
                        new Problem(Code.FUTURE_DATE, "dated " + day + ", later than " + asOf.orElse(day))));
        if (article.language().isEmpty()) {
            problems.add(new Problem(Code.LANGUAGE_UNKNOWN, "the language could not be told"));
        }
        article.language()
                .filter(language -> !language.equals("en"))
                .ifPresent(
                        language -> problems.add(new Problem(Code.NOT_ENGLISH, "the text is in '" + language + "'")));
        int broken = brokenAt(article.text());
        if (broken >= 0) {
            problems.add(new Problem(Code.BROKEN_CHARACTERS, "characters were lost or misread, first at " + broken));
        }
        return problems;
    }

    List<Problem> of(Article article, Document page, StructuredData data, boolean truncated) {
        List<Problem> problems = of(article);
        if (truncated) {
            problems.add(new Problem(
                    Code.TRUNCATED, "only the first " + Extractor.LONGEST + " characters of the page were read"));
        }
        String text = article.text();
        boolean cut = text.endsWith("...") || text.endsWith("…");
        boolean wall = !data.free()
                || !page.select("[class*=paywall], [id*=paywall], [class*=regwall]")
                        .isEmpty();
        boolean more = data.body().map(String::length).orElse(0) > 2 * text.length();
        if ((text.length() < PARTIAL && (wall || cut)) || more) {
            problems.add(new Problem(Code.PARTIAL_TEXT, "the page seems to hold only the beginning of the article"));
        }
        return problems;
    }

    private static int brokenAt(String text) {
        int lost = text.indexOf('\ufffd');
        if (lost >= 0) {
            return lost;
        }
        var misread = MISREAD.matcher(text);
        return misread.find() ? misread.start() : -1;
    }
}
