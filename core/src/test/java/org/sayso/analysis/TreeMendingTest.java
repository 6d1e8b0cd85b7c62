package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.testing.Trees;

final class TreeMendingTest {
    private static Sentence mended(String table) {
        Sentence s = Trees.of(table).sentences().getFirst();
        return new Sentence(s.index(), s.paragraph(), s.span(), TreeMending.mended(s.tokens()));
    }

    private static void assertThatPhrase(Sentence s, int head, String words) {
        assertThat(s.subtree(s.token(head)).stream().map(Token::form)).containsExactly(words.split(" "));
    }

    @Test
    void a_country_before_an_official_is_not_who_is_cited() {
        Sentence s = mended("""
                quoting quote VERB VBG 0 root
                a a DET DT 5 det
                retired retired ADJ JJ 5 amod
                Qatari Qatari PROPN NNP 1 obj
                envoy envoy NOUN NN 1 obj
                """);
        assertThat(s.children(s.token(0)).stream().map(Token::form)).containsExactly("envoy");
        assertThatPhrase(s, 4, "a retired Qatari envoy");
    }

    @Test
    void nor_is_it_where_other_words_stand_between_or_the_number_hangs_on_it() {
        Sentence s = mended("""
                citing cite VERB VBG 0 root
                two two NUM CD 3 nummod
                Pentagon Pentagon PROPN NNP 1 obj
                budget budget NOUN NN 5 compound
                aides aide NOUN NNS 1 obj
                """);
        assertThatPhrase(s, 4, "two Pentagon budget aides");
    }

    @Test
    void a_tree_upside_down_is_turned() {
        Sentence s = mended("""
                An a DET DT 2 det
                Oman Oman PROPN NNP 4 nsubj
                diplomat diplomat NOUN NN 2 flat
                spoke speak VERB VBD 0 root
                """);
        assertThat(s.child(s.token(3), "nsubj")).map(Token::form).contains("diplomat");
        assertThatPhrase(s, 2, "An Oman diplomat");
    }

    @Test
    void whoever_is_given_something_keeps_it() {
        List<Token> tokens = Trees.of("""
                They they PRON PRP 2 nsubj
                gave give VERB VBD 0 root
                Ukraine Ukraine PROPN NNP 2 obj
                tanks tank NOUN NNS 2 obj
                """).sentences().getFirst().tokens();
        assertThat(TreeMending.mended(tokens)).isEqualTo(tokens);
    }

    @Test
    void a_tree_that_may_be_right_stays() {
        List<Token> tokens = Trees.of("""
                The the DET DT 2 det
                U.N. U.N. PROPN NNP 4 nsubj
                monitors monitor NOUN NNS 4 obj
                counted count VERB VBD 0 root
                """).sentences().getFirst().tokens();
        assertThat(TreeMending.mended(tokens)).isEqualTo(tokens);
    }

    private static final String SAID = """
            It it PRON PRP 2 nsubj
            said say VERB VBD 0 root
            men man NOUN NNS 5 nsubj
            had have AUX VBD 5 aux
            left leave VERB VBN 2 ccomp
            and and CCONJ CC 7 cc
            %s VERB VBD 5 conj
            harm harm NOUN NN 7 obj
            """;

    @Test
    void who_said_what_others_had_done_denies_too() {
        Sentence s = mended(SAID.formatted("denied deny"));
        assertThat(s.head(s.token(6))).map(Token::form).contains("said");
    }

    @Test
    void what_those_did_besides_stays_theirs() {
        Sentence s = mended(SAID.formatted("did do"));
        assertThat(s.head(s.token(6))).map(Token::form).contains("left");
    }

    @Test
    void nobody_says_two_things_in_one_clause() {
        Sentence s = mended("""
                Chad Chad PROPN NNP 2 nsubj
                said say VERB VBD 9 ccomp
                it it PRON PRP 5 nsubj
                had have AUX VBD 5 aux
                agreed agree VERB VBN 9 ccomp
                , , PUNCT , 9 punct
                two two NUM CD 8 nummod
                envoys envoy NOUN NNS 9 nsubj
                said say VERB VBD 0 root
                """);
        assertThat(s.head(s.token(4))).map(Token::index).contains(1);
    }

    @Test
    void who_told_somebody_is_an_active_subject() {
        Sentence s = mended("""
                Sailors sailor NOUN NNS 2 nsubj:pass
                told tell VERB VBD 0 root
                Reuters Reuters PROPN NNP 2 iobj
                by by ADP IN 5 case
                phone phone NOUN NN 2 obl
                """);
        assertThat(s.token(0).relation()).isEqualTo("nsubj");
    }
}
