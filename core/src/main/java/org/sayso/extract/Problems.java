package org.sayso.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Article;
import org.sayso.model.Extraction;
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

    /** Ways of finding the text that agree by less do not agree. */
    private static final double DOUBTFUL = 0.5;

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

    /** @param truncated whether only the beginning of the page was read */
    List<Problem> of(Article article, boolean truncated) {
        List<Problem> problems = of(article);
        if (truncated) {
            problems.add(new Problem(
                    Code.TRUNCATED, "only the first " + Extractor.LONGEST + " characters of the page were read"));
        }
        article.extraction()
                .flatMap(Extraction::partial)
                .ifPresent(partial -> problems.add(new Problem(
                        Code.PARTIAL_TEXT,
                        "only a part of the article: "
                                + switch (partial) {
                                    case PAID -> "the rest must be paid for";
                                    case CUT_OFF -> "the text breaks off";
                                    case SHORTER_THAN_SAID -> "the page says that it is longer";
                                })));
        article.extraction()
                .filter(e -> !e.agreements().isEmpty() && e.confidence() < DOUBTFUL)
                .ifPresent(e -> problems.add(new Problem(
                        Code.EXTRACTORS_DISAGREE,
                        "it is doubtful which text on the page is the article: two ways of finding it agree by "
                                + Math.round(100 * e.confidence()) + " %")));
        return problems;
    }

    private static int brokenAt(String text) {
        int lost = text.indexOf('\ufffd');
        if (lost >= 0) {
            return lost;
        }
        if (text.indexOf('â') < 0 && text.indexOf('Ã') < 0 && text.indexOf('Â') < 0) {
            return -1;
        }
        var misread = MISREAD.matcher(text);
        return misread.find() ? misread.start() : -1;
    }
}
