package org.sayso.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Entity;
import org.sayso.model.ProposedAntecedents;
import org.sayso.model.Span;
import org.sayso.testing.Trees;

final class ActorResolverTest {
    private static final ActorResolver RESOLVER = ActorResolver.load();

    private static final AnalyzedText PESKOV = Trees.of("""
            Kremlin Kremlin PROPN NNP 2 compound
            spokesman spokesman NOUN NN 3 appos
            Dmitry Dmitry PROPN NNP 5 nsubj
            Peskov Peskov PROPN NNP 3 flat [PERSON 2]
            denied deny VERB VBD 0 root
            it it PRON PRP 5 obj
            _. . PUNCT . 5 punct

            He he PRON PRP 2 nsubj
            spoke speak VERB VBD 0 root
            _. . PUNCT . 2 punct
            """);

    private static Article article(AnalyzedText text, String day) {
        Article bare = Article.ofText("d", text.text());
        return new Article(
                bare.id(),
                "d",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                text.text());
    }

    private static Span span(AnalyzedText text, String words) {
        int start = text.text().indexOf(words);
        return new Span(start, start + words.length());
    }

    private static Entity only(AnalyzedText text, String day, String words) {
        Span span = span(text, words);
        return RESOLVER.resolve(article(text, day), text, List.of(span))
                .at(span)
                .orElseThrow();
    }

    @Test
    void a_title_beside_the_name_gives_role_country_and_sector() {
        Entity peskov = only(PESKOV, "2024-11-11", "Kremlin spokesman Dmitry Peskov");
        assertThat(peskov.name()).isEqualTo("Dmitry Peskov");
        assertThat(peskov.kind()).isEqualTo(Entity.Kind.PERSON);
        assertThat(peskov.role()).contains("Kremlin spokesman");
        assertThat(peskov.country()).contains("RUS");
        assertThat(peskov.sector()).contains("GOV");
    }

    @Test
    void a_pronoun_is_the_person_named_before_and_says_why() {
        Span name = span(PESKOV, "Kremlin spokesman Dmitry Peskov");
        Span he = span(PESKOV, "He");
        Actors actors = RESOLVER.resolve(article(PESKOV, "2024-11-11"), PESKOV, List.of(name, he));
        assertThat(actors.entities()).hasSize(1);
        assertThat(actors.at(he)).isEqualTo(actors.at(name));
        assertThat(actors.links()).extracting(Actors.Link::reason).containsExactly("name in the files", "pronoun");
    }

    @Test
    void a_capital_that_speaks_is_its_government() {
        AnalyzedText text = Trees.of("""
                Moscow Moscow PROPN NNP 2 nsubj [PLACE 1]
                rejected reject VERB VBD 0 root
                the the DET DT 4 det
                report report NOUN NN 2 obj
                _. . PUNCT . 2 punct
                """);
        Entity moscow = only(text, "2024-11-11", "Moscow");
        assertThat(moscow.name()).isEqualTo("government of Russia");
        assertThat(moscow.kind()).isEqualTo(Entity.Kind.ORGANIZATION);
        assertThat(moscow.country()).contains("RUS");
        assertThat(moscow.sector()).contains("GOV");
    }

    @Test
    void a_capital_where_something_happens_is_a_place() {
        AnalyzedText text = Trees.of("""
                Drones drone NOUN NNS 2 nsubj
                hit hit VERB VBD 0 root
                Kyiv Kyiv PROPN NNP 2 obj [PLACE 1]
                _. . PUNCT . 2 punct
                """);
        assertThat(only(text, "2024-11-11", "Kyiv").kind()).isEqualTo(Entity.Kind.PLACE);
    }

    @Test
    void unnamed_sources_keep_what_is_said_of_them() {
        AnalyzedText text = Trees.of("""
                Two two NUM CD 2 nummod
                officials official NOUN NNS 7 nsubj
                briefed brief VERB VBN 2 acl
                on on ADP IN 6 case
                the the DET DT 6 det
                talks talk NOUN NNS 3 obl
                said say VERB VBD 0 root
                so so ADV RB 7 advmod
                _. . PUNCT . 7 punct

                The the DET DT 2 det
                officials official NOUN NNS 3 nsubj
                declined decline VERB VBD 0 root
                _. . PUNCT . 3 punct

                Officials official NOUN NNS 2 nsubj
                agreed agree VERB VBD 0 root
                _. . PUNCT . 2 punct
                """);
        Span two = span(text, "Two officials briefed on the talks");
        Span these = span(text, "The officials");
        Span others = span(text, "Officials");
        Actors actors = RESOLVER.resolve(article(text, "2024-11-11"), text, List.of(two, these, others));
        assertThat(actors.at(two).orElseThrow().name()).isEqualTo("Two officials briefed on the talks");
        assertThat(actors.at(two).orElseThrow().kind()).isEqualTo(Entity.Kind.UNNAMED);
        assertThat(actors.at(these)).isEqualTo(actors.at(two));
        assertThat(actors.at(others)).isPresent().isNotEqualTo(actors.at(two));
    }

    @Test
    void a_bodys_sector_is_that_of_the_day() {
        AnalyzedText text = Trees.of("""
                The the DET DT 2 det
                Taliban Taliban PROPN NNP 3 nsubj [GROUP 1]
                agreed agree VERB VBD 0 root
                _. . PUNCT . 3 punct
                """);
        assertThat(only(text, "2019-11-11", "The Taliban").sector()).contains("REB");
        assertThat(only(text, "2024-11-11", "The Taliban").sector()).contains("GOV");
    }

    @Test
    void an_object_is_not_its_verbs_subject() {
        AnalyzedText text = Trees.of("""
                Trump Trump PROPN NNP 3 nsubj [PERSON 1]
                has have AUX VBZ 3 aux
                spoken speak VERB VBN 0 root
                to to ADP IN 5 case
                Putin Putin PROPN NNP 3 obl [PERSON 1]
                and and CCONJ CC 7 cc
                pressed press VERB VBD 3 conj
                him he PRON PRP 7 obj
                _. . PUNCT . 3 punct
                """);
        Span him = span(text, "him");
        Span putin = span(text, "Putin");
        Actors actors = RESOLVER.resolve(article(text, "2025-02-13"), text, List.of(him, putin));
        assertThat(actors.at(him)).isPresent().isEqualTo(actors.at(putin));
    }

    @Test
    void father_and_son_stay_two() {
        AnalyzedText text = Trees.of("""
                Donald Donald PROPN NNP 5 nsubj
                Trump Trump PROPN NNP 1 flat
                Jr. Jr. PROPN NNP 1 flat [PERSON 3]
                has have AUX VBZ 5 aux
                defended defend VERB VBN 0 root
                Donald Donald PROPN NNP 5 obj
                Trump Trump PROPN NNP 6 flat [PERSON 2]
                _. . PUNCT . 5 punct

                Trump Trump PROPN NNP 2 nsubj [PERSON 1]
                agreed agree VERB VBD 0 root
                _. . PUNCT . 2 punct
                """);
        Span son = span(text, "Donald Trump Jr.");
        Span father =
                new Span(text.text().lastIndexOf("Donald Trump"), text.text().lastIndexOf("Donald Trump") + 12);
        Span later = new Span(text.text().lastIndexOf("Trump"), text.text().lastIndexOf("Trump") + 5);
        Actors actors = RESOLVER.resolve(article(text, "2024-11-20"), text, List.of(son, father, later));
        assertThat(actors.at(son)).isNotEqualTo(actors.at(father));
        assertThat(actors.at(later)).isEqualTo(actors.at(father));
        assertThat(actors.at(father).orElseThrow().role()).contains("US president-elect");
    }

    @Test
    void a_complementizer_is_no_part_of_a_name() {
        AnalyzedText text = Trees.of("""
                Kiosks kiosk NOUN NNS 2 nsubj
                printed print VERB VBD 0 root
                rumours rumour NOUN NNS 2 obj
                that that DET DT 5 det
                marines marine NOUN NNS 7 nsubj
                had have AUX VBD 7 aux
                fled flee VERB VBN 3 acl
                _. . PUNCT . 2 punct
                """);
        Entity marines = only(text, "2024-11-11", "that marines");
        assertThat(marines.name()).isEqualTo("marines");
        assertThat(marines.kind()).isEqualTo(Entity.Kind.UNNAMED);
    }

    private static final String A_WITNESS = """
                _" " PUNCT `` 3 punct
                They they PRON PRP 3 nsubj
                kicked kick VERB VBD 6 ccomp
                me I PRON PRP 3 obj
                _" " PUNCT '' 3 punct
                said say VERB VBD 0 root
                Ana Ana PROPN NNP 6 nsubj
                Kovac Kovac PROPN NNP 7 flat [PERSON 2]
                _. . PUNCT . 6 punct
                """;

    @Test
    void they_in_a_quotation_are_not_just_the_last_plural() {
        AnalyzedText text = Trees.of("""
                Soldiers soldier NOUN NNS 2 nsubj
                watched watch VERB VBD 0 root
                miners miner NOUN NNS 2 obj
                _. . PUNCT . 2 punct

                Farmers farmer NOUN NNS 2 nsubj
                left leave VERB VBD 0 root
                _. . PUNCT . 2 punct

                """ + A_WITNESS);
        Span they = span(text, "They");
        assertThat(RESOLVER.resolve(article(text, "2024-11-11"), text, List.of(they))
                        .at(they))
                .isEmpty();
    }

    @Test
    void they_in_a_quotation_are_the_only_ones_that_can_be_meant() {
        AnalyzedText text = Trees.of("""
                Soldiers soldier NOUN NNS 2 nsubj
                came come VERB VBD 0 root
                _. . PUNCT . 2 punct

                """ + A_WITNESS);
        Span they = span(text, "They");
        Span soldiers = span(text, "Soldiers");
        Actors actors = RESOLVER.resolve(article(text, "2024-11-11"), text, List.of(they, soldiers));
        assertThat(actors.at(they)).isPresent().isEqualTo(actors.at(soldiers));
    }

    @Test
    void they_in_a_quotation_are_those_whom_it_named() {
        AnalyzedText text = Trees.of("""
                Farmers farmer NOUN NNS 2 nsubj
                left leave VERB VBD 0 root
                _. . PUNCT . 2 punct

                _" " PUNCT `` 4 punct
                The the DET DT 3 det
                soldiers soldier NOUN NNS 4 nsubj
                came come VERB VBD 0 root
                _. . PUNCT . 4 punct

                They they PRON PRP 2 nsubj
                shot shoot VERB VBD 5 ccomp
                _, , PUNCT , 2 punct
                _" " PUNCT '' 2 punct
                said say VERB VBD 0 root
                Ana Ana PROPN NNP 5 nsubj [PERSON 1]
                _. . PUNCT . 5 punct
                """);
        Span they = span(text, "They");
        Span soldiers = span(text, "The soldiers");
        Actors actors = RESOLVER.resolve(article(text, "2024-11-11"), text, List.of(they, soldiers));
        assertThat(actors.at(they)).isPresent().isEqualTo(actors.at(soldiers));
    }

    @Test
    void two_unlike_parties_are_both_named() {
        AnalyzedText text = Trees.of("""
                Nurses nurse NOUN NNS 7 nsubj
                and and CCONJ CC 6 cc
                a a DET DT 6 det
                charity charity NOUN NN 5 compound
                aid aid NOUN NN 6 compound
                group group NOUN NN 1 conj
                agreed agree VERB VBD 0 root
                _. . PUNCT . 7 punct
                """);
        assertThat(only(text, "2024-11-11", "Nurses and a charity aid group").name())
                .isEqualTo("Nurses and charity aid group");
    }

    @Test
    void a_list_of_parties_that_are_not_all_known_is_nobody() {
        AnalyzedText text = Trees.of("""
                Nurses nurse NOUN NNS 5 nsubj
                and and CCONJ CC 4 cc
                the the DET DT 4 det
                wiring wiring NOUN NN 1 conj
                agreed agree VERB VBD 0 root
                _. . PUNCT . 5 punct
                """);
        Span both = span(text, "Nurses and the wiring");
        assertThat(RESOLVER.resolve(article(text, "2024-11-11"), text, List.of(both))
                        .at(both))
                .isEmpty();
    }

    @Test
    void two_offices_of_one_person_are_one() {
        AnalyzedText text = Trees.of("""
                The the DET DT 2 det
                director director NOUN NN 5 nsubj
                and and CCONJ CC 4 cc
                president president NOUN NN 2 conj
                agreed agree VERB VBD 0 root
                _. . PUNCT . 5 punct
                """);
        assertThat(only(text, "2024-11-11", "The director and president").kind())
                .isEqualTo(Entity.Kind.UNNAMED);
    }

    /** "Pumpkins refused. They spoke": a noun that no list has is somebody where the engine is sure that a pronoun takes it up. */
    @Test
    void aPronounMakesSomebodyOfANoun() {
        AnalyzedText text = Trees.of("""
                Pumpkins pumpkin NOUN NNS 2 nsubj
                refused refuse VERB VBD 0 root
                _. . PUNCT . 2 punct

                They they PRON PRP 2 nsubj
                spoke speak VERB VBD 0 root
                _. . PUNCT . 2 punct
                """);
        Span they = span(text, "They");
        assertThat(RESOLVER.resolve(article(text, "2025-01-01"), text, List.of(they))
                        .at(they))
                .isEmpty();
        AnalyzedText read = new AnalyzedText(
                text.text(),
                text.sentences(),
                text.names(),
                text.proposals(),
                List.of(new ProposedAntecedents(
                        they, 0.1, List.of(new ProposedAntecedents.Candidate(span(text, "Pumpkins"), 0.9, 0.8)))));
        assertThat(RESOLVER.resolve(article(text, "2025-01-01"), read, List.of(they))
                        .at(they))
                .map(Entity::name)
                .contains("Pumpkins");
    }

    /** As the tree of a page in capitals may have it: the name after the noun as a part of the noun. */
    @Test
    void aNameBehindItsNounStopsNoReading() {
        AnalyzedText text = Trees.of("""
                Korin Korin PROPN NNP 2 compound
                Union Union PROPN NNP 3 nsubj [ORGANIZATION 2]
                marched march VERB VBD 0 root
                _. . PUNCT . 3 punct

                The the DET DT 2 det
                group group NOUN NN 4 nsubj
                Fenkor Fenkor PROPN NNP 2 compound
                left leave VERB VBD 0 root
                _. . PUNCT . 4 punct
                """);

        assertThat(only(text, "2024-11-11", "The group Fenkor").name()).doesNotContain("Union");
    }
}
