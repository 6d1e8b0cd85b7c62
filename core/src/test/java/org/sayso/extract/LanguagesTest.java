package org.sayso.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.table.Table;

final class LanguagesTest {
    /** Of ten passages in each language the first five were looked at. */
    private static final int LOOKED_AT = 5;

    private static final Languages LANGUAGES = Languages.load();

    @Test
    void singleSentencesOfTheNewsAreToldInThirtyFiveLanguages() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int[] right = new int[2];
        int[] all = new int[2];
        for (List<String> row : Table.rows(LanguagesTest.class, "passages.tsv", 2)) {
            int part = seen.merge(row.get(0), 1, Integer::sum) <= LOOKED_AT ? 0 : 1;
            String told = LANGUAGES.of(row.get(1), Optional.empty()).orElse("unknown");
            all[part]++;
            if (told.equals(row.get(0))) {
                right[part]++;
            } else {
                wrong.add(row.get(0) + " taken for " + told + ": " + row.get(1));
            }
        }
        assertThat(seen)
                .hasSize(35)
                .allSatisfy((language, passages) -> assertThat(passages).isEqualTo(10));
        assertThat(right[0]).as("looked at, of " + all[0] + ": " + wrong).isEqualTo(170);
        assertThat(right[1]).as("set aside, of " + all[1] + ": " + wrong).isEqualTo(169);
    }

    @Test
    void aReportOfTwoParagraphsIsToldInEachLanguage() {
        Map<String, StringBuilder> texts = new HashMap<>();
        for (List<String> row : Table.rows(LanguagesTest.class, "passages.tsv", 2)) {
            texts.computeIfAbsent(row.get(0), l -> new StringBuilder())
                    .append(row.get(1))
                    .append("\n");
        }
        assertThat(texts)
                .allSatisfy((language, text) -> assertThat(LANGUAGES.of(text.toString(), Optional.empty()))
                        .contains(language));
    }

    /** An English report must not be passed over for the names in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Volodymyr Zelenskyy, Oleksandr Syrskyi and Andriy Yermak met Emmanuel Macron and Olaf Scholz in Paris.",
                "KREMLIN SPOKESMAN PESKOV SAYS NO CALL WITH TRUMP TOOK PLACE",
                "Iran will meet European diplomats in Geneva on November 29.",
                "The vote was held on Sunday.",
                "Explosion kills 11 at border market in Balochistan",
                "Bundeswehr to buy Leopard 2 tanks, Frankfurter Allgemeine Zeitung reports",
                "Hayat Tahrir al-Sham fighters entered Aleppo, Anadolu Agency said.",
                "Prime Minister Benjamin Netanyahu’s Likud, Itamar Ben-Gvir’s Otzma Yehudit and Shas voted for the bill."
            })
    void foreignNamesDoNotMakeAReportForeign(String text) {
        assertThat(LANGUAGES.of(text, Optional.empty()).orElse("en")).isEqualTo("en");
    }

    @Test
    void whatATextDoesNotTellThePageMay() {
        assertThat(LANGUAGES.of("Da.", Optional.empty())).isEmpty();
        assertThat(LANGUAGES.of("Da.", Optional.of("ro-MD"))).contains("ro");
        assertThat(LANGUAGES.of("1 2 3 …", Optional.of("x"))).isEmpty();
        assertThat(LANGUAGES.of("The talks were held in the capital on Monday.", Optional.of("fr")))
                .contains("en");
    }
}
