package org.sayso.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutletsTest {
    private final Outlets outlets = Outlets.load();

    @ParameterizedTest
    @CsvSource({
        "the Washington Post, Washington Post",
        "The Washington Post's, Washington Post",
        "New York Post, New York Post",
        "WSJ, Wall Street Journal",
        "AP, Associated Press",
        "The Associated Press, Associated Press",
        "Russian state news agency RIA Novosti, RIA Novosti",
        "the Israeli newspaper Haaretz, Haaretz",
        "Interfax news agency, Interfax",
        "The Times, The Times",
        "Time, Time",
        "BBC News, BBC",
        "reuters.com, Reuters",
        "RFE/RL, Radio Free Europe/Radio Liberty",
        "the Guardian, The Guardian",
    })
    void namesAnOutlet(String words, String name) {
        assertThat(outlets.find(words).map(Outlet::name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"the Post", "time", "the times", "the Australian", "Reuters correspondent Ann Lee", "a post", ""
            })
    void namesNone(String words) {
        assertThat(outlets.find(words)).isEmpty();
    }

    @Test
    void shortNameMeansTheLatestOfThoseNamedBefore() {
        Outlet washington = outlets.find("Washington Post").orElseThrow();
        Outlet newYork = outlets.find("New York Post").orElseThrow();
        assertThat(outlets.find("the Post", List.of(washington, newYork))).contains(newYork);
        assertThat(outlets.find("The Post", List.of(washington))).contains(washington);
    }

    @Test
    void findsOutletsInRunningText() {
        String text =
                "The Washington Post said so, TASS’s site and the Times of Israel did not. Time passed. The Post’s"
                        + " sources, RFE/RL wrote, were two. A post fell.";
        assertThat(outlets.mentionsIn(text))
                .extracting(m -> m.span().of(text) + "=" + m.outlet().name())
                .containsExactly(
                        "Washington Post=Washington Post",
                        "TASS=TASS",
                        "Times of Israel=Times of Israel",
                        "Post=Washington Post",
                        "RFE/RL=Radio Free Europe/Radio Liberty");
    }

    @Test
    void knowsDomains() {
        assertThat(outlets.ofDomain("https://edition.cnn.com/world?x=1").map(Outlet::name))
                .contains("CNN");
        assertThat(outlets.ofDomain("https://example.org/")).isEmpty();
    }

    @Test
    void everyNameFindsItsOwnOutlet() {
        for (Outlet outlet : outlets.all()) {
            assertThat(outlets.find(outlet.name())).as(outlet.name()).contains(outlet);
            for (String alias : outlet.aliases()) {
                assertThat(outlets.find(alias)).as(alias).contains(outlet);
            }
        }
    }

    @Test
    void aLongerNameThatBeginsLikeAnOutletIsNone() {
        assertThat(outlets.mentionsIn("The National Unity Government said so. The Guardian Council agreed on it."))
                .isEmpty();
        assertThat(outlets.mentionsIn("The National said so. He told The Guardian Monday that it was over."))
                .extracting(m -> m.outlet().name())
                .containsExactly("The National", "The Guardian");
    }

    @Test
    void aTextIntroducesOutletsThatWeDoNotKnow() {
        String text =
                "The independent news outlet Zanbil Times said so, citing a doctor. Later Zanbil Times withdrew it. The"
                        + " Portuguese news agency Lusa did not.";
        assertThat(outlets.mentionsIn(text))
                .extracting(m -> m.span().of(text) + "=" + m.outlet().name())
                .containsExactly("Zanbil Times=Zanbil Times", "Zanbil Times=Zanbil Times", "Lusa=Lusa");
        assertThat(outlets.mentionsIn("The broadcaster Monday apologized. The newspaper said nothing."))
                .isEmpty();
    }
}
