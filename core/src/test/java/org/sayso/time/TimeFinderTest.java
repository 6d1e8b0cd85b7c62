package org.sayso.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Post;
import org.sayso.model.Span;
import org.sayso.model.Timex;
import org.sayso.model.Timex.Anchor;
import org.sayso.testing.Trees;

final class TimeFinderTest {
    private static final Optional<LocalDate> WEDNESDAY = Optional.of(LocalDate.of(2024, 11, 13));
    private final TimeFinder finder = TimeFinder.load();

    @Test
    void aWeekdayLiesAheadOfAFutureVerb() {
        assertThat(value("""
                Talks talk NOUN NNS 4 nsubj:pass
                will will AUX MD 4 aux
                be be AUX VB 4 aux:pass
                held hold VERB VBN 0 root
                on on ADP IN 6 case
                Sunday Sunday PROPN NNP 4 obl
                """)).contains("2024-11-17");
    }

    @Test
    void aWeekdayLiesBehindAPastVerb() {
        assertThat(value("""
                Talks talk NOUN NNS 3 nsubj:pass
                were be AUX VBD 3 aux:pass
                held hold VERB VBN 0 root
                on on ADP IN 5 case
                Sunday Sunday PROPN NNP 3 obl
                """)).contains("2024-11-10");
    }

    @Test
    void aDeadlineLiesAhead() {
        assertThat(value("""
                He he PRON PRP 2 nsubj
                missed miss VERB VBD 0 root
                the the DET DT 6 det
                Jan. January PROPN NNP 5 compound
                14 14 NUM CD 6 nummod
                deadline deadline NOUN NN 2 obj
                """)).contains("2025-01-14");
    }

    @Test
    void mayIsAMonthOnlyWhereItIsNoVerb() {
        assertThat(finder.find(Trees.of("""
                May may AUX MD 3 aux
                he he PRON PRP 3 nsubj
                go go VERB VB 0 root
                """), WEDNESDAY)).isEmpty();
    }

    @Test
    void withoutADayOfPublicationNothingIsReckonedFromIt() {
        Timex sunday = finder.find(TimeRulesTest.flat("It happened on Sunday"), Optional.empty())
                .getFirst();
        assertThat(sunday.anchor()).isIn(Anchor.NONE, Anchor.EVENT);
        assertThat(sunday.value()).isEmpty();
        assertThat(sunday.edtf()).isEmpty();
    }

    @Test
    void theFollowingDayIsReckonedFromADateInTheSameSentenceOnly() {
        List<Timex> known =
                finder.find(TimeRulesTest.flat("They met on Nov. 7 and again the following day"), WEDNESDAY);
        assertThat(known.get(1).value()).contains("2024-11-08");
        assertThat(known.get(1).anchor()).isEqualTo(Anchor.REFERENCE);
        Timex unknown = finder.find(TimeRulesTest.flat("They met again the following day"), WEDNESDAY)
                .getFirst();
        assertThat(unknown.value()).isEmpty();
        assertThat(unknown.anchor()).isEqualTo(Anchor.EVENT);
    }

    @Test
    void aNightRunsOverTwoDays() {
        Timex night = finder.find(TimeRulesTest.flat("Drones came overnight into Monday"), WEDNESDAY)
                .getFirst();
        assertThat(night.earliest()).contains(LocalDate.of(2024, 11, 10));
        assertThat(night.latest()).contains(LocalDate.of(2024, 11, 11));
    }

    @Test
    void historyIsReckonedFromItsOwnDates() {
        String text = "War came in 1939. Paris fell in June 1940. In 1941 it spread. By 1942 it turned. In 1943 they"
                + " landed, and in 1944 again. The last battle was fought in May 1945. In August it ended.";
        List<Timex> found = finder.find(TimeRulesTest.flat(text), WEDNESDAY);
        assertThat(found.getLast().value()).contains("1945-08");
        assertThat(found.getLast().anchor()).isEqualTo(Anchor.REFERENCE);
    }

    @Test
    void whatAnEntryOfALiveBlogSaysIsReckonedFromTheDayOfThatEntry() {
        AnalyzedText text =
                TimeRulesTest.flat("The ferry sank yesterday. Divers arrived yesterday. Rain is due tomorrow.");
        int second = text.text().indexOf("Divers");
        int third = text.text().indexOf("Rain");
        List<Post> posts = List.of(
                new Post(new Span(0, second - 1), Optional.of(OffsetDateTime.parse("2024-11-15T00:10:00+01:00"))),
                new Post(new Span(second, third - 1), Optional.of(OffsetDateTime.parse("2024-11-14T21:40:00+01:00"))),
                new Post(new Span(third, text.text().length()), Optional.empty()));
        assertThat(finder.find(text, liveBlog(text.text(), posts)))
                .extracting(t -> t.value().orElseThrow())
                .containsExactly("2024-11-14", "2024-11-13", "2024-11-14");
    }

    private static Article liveBlog(String text, List<Post> posts) {
        return new Article(
                Article.idOf(text),
                "blog",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                WEDNESDAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of("en"),
                text,
                posts,
                Optional.empty());
    }

    @Test
    void idsGoInOrderAndSpansNeverOverlap() {
        AnalyzedText text = TimeRulesTest.flat("At 10 p.m. on Friday, two days after the Nov. 6 vote, for 12 hours.");
        List<Timex> found = finder.find(text, WEDNESDAY);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).id()).isEqualTo("t" + (i + 1));
            assertThat(i == 0
                            || found.get(i - 1).span().end()
                                    <= found.get(i).span().start())
                    .isTrue();
        }
    }

    private Optional<String> value(String tree) {
        return finder.find(Trees.of(tree), WEDNESDAY).getFirst().value();
    }
}
