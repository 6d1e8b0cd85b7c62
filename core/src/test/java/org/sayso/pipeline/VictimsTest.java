package org.sayso.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sayso.model.Entity;
import org.sayso.model.Reading;
import org.sayso.model.Victim;
import org.sayso.testing.Reports;

/** Single persons of whom something became. Left out where there are no weights. */
class VictimsTest {
    @BeforeAll
    static void needsTheEngine() throws IOException {
        Reports.needTheEngine();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen killed Luis Ocampo, the mayor of Tarve, on Monday. | Luis Ocampo killed by killed, happened",
                "Reporter Dana Weiss was wounded when a shell hit the hotel. | Dana Weiss injured by wounded, happened",
                "Police arrested Omar Sadiq and his brother. | Omar Sadiq detained by arrested, happened; his brother detained by arrested, happened",
                "The kidnapped priest, Father Anton Belik, was found dead. | Anton Belik killed by dead, happened",
                "The murder of Bishop Elias Haddad shocked the city. | Elias Haddad killed by murder, happened",
                "Colonel Pavel Rusnak led the patrol. He was killed near Orvel. | Pavel Rusnak killed by killed, happened",
                "The army denied that Samir Nasri was wounded. | Samir Nasri injured by wounded, denied",
                "Anna Petrova was not hurt. | Anna Petrova injured by hurt, denied",
                "The rebels threatened to kill Ruben Castro. | Ruben Castro killed by kill, hypothetical",
                "Journalist Amina Yusuf remains missing. | Amina Yusuf missing by missing, happened",
                "Pastor Daniel Okoro has been missing since Friday. | Daniel Okoro missing by missing, happened",
                "Activist Lina Haddad was last seen leaving her office on Monday. | Lina Haddad missing by seen, happened",
                "Captain Juan Robles is feared dead after the boat sank. | Juan Robles killed by dead, hypothetical",
                "The former minister, Carlos Paz, is in custody. | Carlos Paz detained by custody, ongoing",
                "Lawyer Samuel Otieno remains behind bars. | Samuel Otieno detained by bars, happened",
                "Mayor Jorge Salinas was taken into custody on Tuesday. | Jorge Salinas detained by custody, happened",
            })
    void whatBecameOfOnePerson(String text, String victims) {
        Reading reading = read(text);
        assertThat(reading.victims().stream().map(v -> line(reading, v)).collect(Collectors.joining("; ")))
                .isEqualTo(victims);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Police arrested Omar Sadiq, a former officer, on Monday.",
                "The army killed a senior commander, Yusuf Darwish, on Monday."
            })
    void whoeverHasANameIsNoNumberBeside(String text) {
        Reading reading = read(text);
        assertThat(reading.figures()).isEmpty();
        assertThat(reading.victims()).hasSize(1);
    }

    /** Several are figures; who did it, who tells it and what was done are nobody that suffered it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gunmen killed 12 soldiers near Orvel.",
                "A guard was killed.",
                "Omar Sadiq killed three people.",
                "Prime Minister Jan Novak wrote on X that nine people had been detained.",
                "Soldiers of the presidential guard detained 30 ministers.",
                "The murder was investigated.",
                "Respect for life matters to Ana Ruiz.",
                "President Ivan Petrov was last seen in public on May 3.",
                "Lawyer Anna Weber visited a prison in Minsk.",
                "Rockets hit the town, wounding two people, the rescue service Magen David Adom said.",
            })
    void nobody(String text) {
        Reading reading = read(text);
        assertThat(reading.victims().stream().map(v -> line(reading, v))).isEmpty();
    }

    private static String line(Reading reading, Victim v) {
        String text = reading.article().text();
        String who = v.entity()
                .flatMap(reading::entity)
                .map(Entity::name)
                .orElseGet(() -> v.span().of(text));
        return who + " " + v.measure().name().toLowerCase(Locale.ROOT) + " by "
                + v.told().of(text) + ", " + v.factuality().status().name().toLowerCase(Locale.ROOT);
    }

    private static Reading read(String text) {
        return Reports.read("2024-05-07", text);
    }

    @Test
    void nobodyDiedOfASentence() {
        Reading reading = read(
                "A court sentenced two sergeants to 22 years in prison for the killing of radio reporter Lucia Andrade.");
        assertThat(reading.victims())
                .singleElement()
                .satisfies(v -> assertThat(v.event()).isEmpty());
    }
}
