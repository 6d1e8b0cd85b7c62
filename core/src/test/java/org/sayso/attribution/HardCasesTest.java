package org.sayso.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sayso.analysis.Analyzer;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Span;

/**
 * Sentences on which quotation tools stumble, read by the engine that ships. A line is {@code > source (kind) stance medium:
 * content}, one {@code >} for each attribution that it stands in. Left out where the checkout has no weights.
 */
class HardCasesTest {
    private static Optional<Analyzer> engine = Optional.empty();

    private final Attributor attributor = Attributor.load();

    @BeforeAll
    static void loadEngine() throws IOException {
        try {
            engine = Optional.of(LanguageEngine.load());
        } catch (FileNotFoundException e) {
            engine = Optional.empty();
        }
    }

    private List<String> read(String words) {
        Assumptions.assumeTrue(engine.isPresent(), "no weights of the language engine");
        AnalyzedText text = engine.get().analyze(words);
        List<String> lines = new ArrayList<>();
        Map<String, Integer> depth = new HashMap<>();
        for (Attribution a : attributor.attribute(text)) {
            int deep = a.inside().map(o -> depth.get(o) + 1).orElse(0);
            depth.put(a.id(), deep);
            lines.add("> ".repeat(deep) + words(text, a.source().spans()) + " ("
                    + a.source().kind().name().toLowerCase(Locale.ROOT) + ") "
                    + a.stance().name().toLowerCase(Locale.ROOT)
                    + a.medium().map(m -> " " + m).orElse("") + ": " + words(text, a.content()));
        }
        return lines;
    }

    private static String words(AnalyzedText text, List<Span> spans) {
        return String.join(
                " | ",
                spans.stream()
                        .map(s -> s.of(text.text()).replaceAll("\\s+", " "))
                        .toList());
    }

    @Test
    void quotationOverParagraphs() {
        assertThat(read("""
                        “We did not fire on the convoy,” Colonel Petrov said. “We never fire on convoys.

                        “Our guns were silent all night.

                        “Anybody who says otherwise is lying.”

                        Nobody else was on the road."""))
                .containsExactly("Colonel Petrov (person) asserts: “We did not fire on the convoy,” | “We never fire on"
                        + " convoys. “Our guns were silent all night. “Anybody who says otherwise is lying.”");
    }

    @Test
    void heSaidBehindFullStopInQuotationMarks() {
        assertThat(read("“The bridge is ours.” he said. “It will stay ours.”"))
                .containsExactly("he (person) asserts: “The bridge is ours.” | “It will stay ours.”");
    }

    @Test
    void sourceInsideContent() {
        assertThat(read("The army has, the general said on Friday, lost eleven tanks in the valley."))
                .containsExactly("the general (person) asserts: The army has | lost eleven tanks in the valley");
    }

    @Test
    void denied() {
        assertThat(read("Moscow denied that its jets had crossed the border."))
                .containsExactly("Moscow (organization) denies: that its jets had crossed the border");
        assertThat(read("The army said it had not attacked the hospital and that reports of an air strike were false."))
                .containsExactly(
                        "The army (organization) denies: it had not attacked the hospital and that reports of an air"
                                + " strike were false");
    }

    @Test
    void deniedTwiceIsNoDenial() {
        assertThat(read("The chancellor did not rule out sending more tanks."))
                .containsExactly("The chancellor (person) doubts: sending more tanks");
        assertThat(read("The minister did not deny that talks had been held."))
                .containsExactly("The minister (person) doubts: that talks had been held");
    }

    @Test
    void reportThatCites() {
        assertThat(read("Two ships were sunk off Odesa, according to a report in the Post, citing officials."))
                .containsExactly(
                        "a report in the Post (document) asserts: Two ships were sunk off Odesa",
                        "> officials (unnamed) asserts: Two ships were sunk off Odesa");
    }

    @Test
    void deniedReportOfPaperThatCites() {
        assertThat(read(
                        "The Kremlin on Monday denied a report by the Washington Post, which cited people familiar with the"
                                + " call, that Mr. Putin had spoken to Mr. Trump."))
                .containsExactly(
                        "The Kremlin (organization) denies: a report by the Washington Post, which cited people familiar"
                                + " with the call, that Mr. Putin had spoken to Mr. Trump",
                        "> the Washington Post (outlet) asserts: that Mr. Putin had spoken to Mr. Trump",
                        "> > people familiar with the call (unnamed) asserts: that Mr. Putin had spoken to Mr. Trump");
    }

    @Test
    void statementThatAnAgencyCarries() {
        assertThat(read(
                        "In a statement carried by state news agency KCNA on Tuesday, Kim Yo Jong warned that the drills would"
                                + " invite disaster."))
                .containsExactly(
                        "KCNA (outlet) asserts statement: that the drills would invite disaster",
                        "> Kim Yo Jong (person) asserts statement: that the drills would invite disaster");
    }

    @Test
    void speakersWhoAskNotToBeNamed() {
        assertThat(
                        read(
                                "Foreign mercenaries took part in the raid, two security sources said, asking not to be named."))
                .startsWith("two security sources (unnamed) asserts: Foreign mercenaries took part in the raid");
    }

    @Test
    void officialsDisputeAndNotTheBlast() {
        assertThat(
                        read(
                                "Two officials said that the blast aboard the tanker was caused by an accident, disputing Tehran's account."))
                .last()
                .asString()
                .endsWith("Two officials (unnamed) denies: Tehran's account");
    }

    @Test
    void whoTakesUpAClaim() {
        assertThat(
                        read(
                                "Militiamen burned down a clinic in Torit on Friday, two doctors said, a claim that the governor rejected."))
                .containsExactly(
                        "two doctors (unnamed) asserts: Militiamen burned down a clinic in Torit on Friday",
                        "the governor (person) denies: a claim");
        assertThat(
                        read(
                                "The opposition says the army torched three villages, a charge denied by the defence ministry."))
                .containsExactly(
                        "The opposition (organization) asserts: the army torched three villages",
                        "the defence ministry (organization) denies: a charge");
        assertThat(read("The minister said rebels shelled the airport, a claim the rebels have strongly denied."))
                .last()
                .isEqualTo("the rebels (unnamed) denies: a claim");
    }

    @Test
    void whoeverIsAccusedInAClauseOfHisOwn() {
        assertThat(
                        read(
                                "Uganda, which the opposition accuses of sending troops across the border, closed its embassy."))
                .containsExactly("the opposition (organization) asserts: of sending troops across the border");
        assertThat(read("Sudan, whose army Juba accuses of bombing the oil field, closed the border."))
                .singleElement()
                .asString()
                .startsWith("Juba (");
    }

    @Test
    void reportsThatAreCalledFalseSpeakForNobody() {
        assertThat(
                        read(
                                "Media reports that the two presidents spoke by phone are \"completely false,\" the ministry said."))
                .containsExactly(
                        "the ministry (organization) denies: Media reports that the two presidents spoke by phone"
                                + " are \"completely false,\"");
    }

    @Test
    void whoOwnsToItHadDeniedIt() {
        assertThat(
                        read(
                                "The company admitted on Monday that its guards had shot two miners, after having denied it for a week."))
                .containsExactly(
                        "The company (organization) asserts: that its guards had shot two miners",
                        "The company (organization) denies: it");
    }

    @Test
    void whoSaidDeniesAndNotHisMen() {
        assertThat(read("The brigade said its fighters had taken the town and denied that civilians were harmed."))
                .containsExactly(
                        "The brigade (organization) asserts: its fighters had taken the town",
                        "The brigade (organization) denies: that civilians were harmed");
        assertThat(
                        read(
                                "The spokesman said one man had died after being trampled and denied that live rounds had been fired."))
                .containsExactly(
                        "The spokesman (person) asserts: one man had died after being trampled",
                        "The spokesman (person) denies: that live rounds had been fired");
        assertThat(read("She said gunmen had shot her neighbour and looted the clinic."))
                .containsExactly("She (person) asserts: gunmen had shot her neighbour and looted the clinic");
    }

    @Test
    void noTollIsGivenByTheDead() {
        assertThat(read("Two more bodies were found on Friday, raising the toll to five, a nurse said."))
                .singleElement()
                .asString()
                .startsWith("a nurse (");
    }

    @Test
    void whoCallsBackAnEnvoySaysNothing() {
        assertThat(read("Kenya recalled its ambassador on Friday.")).isEmpty();
    }

    @Test
    void nobodyClaims() {
        assertThat(read("No group has claimed responsibility."))
                .containsExactly("No group (organization) declines: responsibility");
    }

    @Test
    void numberThatSomebodyPutEarlier() {
        assertThat(read("The ombudsman's office, which had earlier put the toll at 18, published a list of names."))
                .containsExactly("which (organization) asserts: the toll at 18");
    }

    @Test
    void reactionIsNoSilence() {
        assertThat(read("\"We will not respond to provocation,\" the minister wrote on Telegram."))
                .first()
                .asString()
                .endsWith("asserts Telegram: \"We will not respond to provocation,\"");
    }

    @Test
    void headlines() {
        assertThat(read("Kremlin: no call took place"))
                .containsExactly("Kremlin (organization) asserts: no call took place");
        assertThat(read("Ceasefire to begin at dawn: officials\n\nFighting went on overnight."))
                .containsExactly("officials (unnamed) asserts: Ceasefire to begin at dawn");
        assertThat(read("Rebels hold the port - report\n\nNobody could reach the town."))
                .containsExactly("report (document) asserts: Rebels hold the port");
    }

    @Test
    void labelsAndDatelinesAreNoSpeakers() {
        assertThat(read("Source: the state news agency\n\nThe bridge is closed."))
                .isEmpty();
        assertThat(read("Gaza City: A hospital was hit on Tuesday.")).isEmpty();
    }

    @Test
    void twoSpeakersInTurn() {
        assertThat(read("""
                        “Was the dam mined?” asked Mr. Novak.

                        “It was,” the engineer said. “For three months.”

                        “And nobody was told?” Mr. Novak asked.

                        “Nobody asked,” the engineer said."""))
                .containsExactly(
                        "Mr. Novak (person) doubts: “Was the dam mined?”",
                        "the engineer (person) asserts: “It was,” | “For three months.”",
                        "Mr. Novak (person) doubts: “And nobody was told?”",
                        "the engineer (person) asserts: “Nobody asked,”");
    }

    @Test
    void scareQuotesAreNobodysSpeech() {
        assertThat(read("The so-called “people's republic” has its own “parliament” and a “customs house”."))
                .isEmpty();
    }

    @Test
    void notSaidAndAskedIsNotAsserted() {
        assertThat(read("The army did not say how many soldiers had been killed."))
                .containsExactly("The army (organization) declines: how many soldiers had been killed");
        assertThat(read("Did the president say that the war would end in May?"))
                .containsExactly("the president (person) doubts: that the war would end in May");
        assertThat(read("Nobody in the government has confirmed the strike."))
                .containsExactly("Nobody in the government (unnamed) declines: the strike");
    }

    @Test
    void officialsInKyivSpeakAndPeopleInKyivMarch() {
        assertThat(read("Officials in Kyiv said the power plant was safe."))
                .containsExactly("Officials in Kyiv (unnamed) asserts: the power plant was safe");
        assertThat(read("Thousands of people marched in Kyiv on Sunday, officials said."))
                .containsExactly("officials (unnamed) asserts: Thousands of people marched in Kyiv on Sunday");
    }

    @Test
    void media() {
        assertThat(read("The ministry said in a statement on Telegram that air defences had shot down 34 drones."))
                .containsExactly(
                        "The ministry (organization) asserts Telegram: that air defences had shot down 34 drones");
        assertThat(read("The general told reporters in Amman that the road was open."))
                .containsExactly("The general (person) asserts briefing: that the road was open");
    }

    @Test
    void silence() {
        assertThat(
                        read(
                                "The Foreign Ministry refused to comment on the report. The Pentagon had no immediate comment."))
                .containsExactly(
                        "The Foreign Ministry (organization) declines: to comment on the report",
                        "The Pentagon (organization) declines: ");
    }

    @Test
    void sourcesOfPaperStandInsideIt() {
        assertThat(read(
                        "The Washington Post reported on Sunday that the two men had spoken. Its sources said the call was"
                                + " short. Several people familiar with the call said more talks were planned."))
                .containsExactly(
                        "The Washington Post (outlet) asserts: that the two men had spoken",
                        "The Washington Post (outlet) asserts: the call was short",
                        "> Its sources (unnamed) asserts: the call was short",
                        "The Washington Post (outlet) asserts: more talks were planned",
                        "> Several people familiar with the call (unnamed) asserts: more talks were planned");
    }

    @Test
    void namesWithDashesAreNoHeadlines() {
        assertThat(read("Armenia and Azerbaijan have fought two wars over Nagorno-Karabakh since the 1990s"))
                .isEmpty();
        assertThat(read("Officials in Karabakh said two villages had been shelled."))
                .containsExactly("Officials in Karabakh (unnamed) asserts: two villages had been shelled");
    }

    @Test
    void secondVerbOfTheSameSpeaker() {
        assertThat(read(
                        "Mr. Trump told Mr. Putin not to escalate the war and said he wanted to discuss peace soon, the newspaper"
                                + " reported, citing people familiar with the call."))
                .contains(
                        "> people familiar with the call (unnamed) asserts: Mr. Trump told Mr. Putin not to escalate the war and"
                                + " said he wanted to discuss peace soon",
                        "> > Mr. Trump (person) asserts: he wanted to discuss peace soon");
    }

    @Test
    void nobodyHasConfirmedIsSilence() {
        assertThat(read("Neither capital has officially confirmed that the talks took place."))
                .containsExactly("Neither capital (organization) declines: that the talks took place");
        assertThat(read("Israel has yet to respond to the proposal. There was no immediate comment from the army."))
                .containsExactly("Israel (organization) declines: the proposal", "the army (organization) declines: ");
        assertThat(read("The minister said he was not aware of any such call."))
                .first()
                .isEqualTo("The minister (person) declines: he was not aware of any such call");
    }

    @Test
    void refusingToActIsNoSilence() {
        assertThat(read("Berlin refused to sign the statement. Berlin declined to say why."))
                .containsExactly(
                        "Berlin (organization) denies: to sign the statement",
                        "Berlin (organization) declines: to say why");
    }

    @Test
    void paperOwnsItsUnnamedSources() {
        assertThat(read("The Washington Post's unnamed sources said the call was short."))
                .containsExactly(
                        "The Washington Post (outlet) asserts: the call was short",
                        "> The Washington Post's unnamed sources (unnamed) asserts: the call was short");
        assertThat(read("A memo seen by Reuters says the army knew of the raid."))
                .containsExactly(
                        "Reuters (outlet) asserts: the army knew of the raid",
                        "> A memo seen by Reuters (document) asserts: the army knew of the raid");
    }

    @Test
    void quotedBehindWhatIsSaid() {
        assertThat(read("The two presidents will meet in Astana, a Kremlin aide was quoted as saying by RIA Novosti."))
                .containsExactly(
                        "RIA Novosti (outlet) asserts: The two presidents will meet in Astana",
                        "> a Kremlin aide (unnamed) asserts: The two presidents will meet in Astana");
    }

    @Test
    void labelledReport() {
        assertThat(read("""
                        Source: Ukrinform, citing the State Border Guard Service

                        Details: Russian forces shelled 20 villages. Two people were wounded.

                        Background: The district was evacuated in May."""))
                .containsExactly(
                        "Ukrinform (outlet) asserts: Russian forces shelled 20 villages. Two people were wounded.",
                        "> the State Border Guard Service (organization) asserts: Russian forces shelled 20 villages. Two"
                                + " people were wounded.");
    }

    @Test
    void transcriptAndSignature() {
        assertThat(read("""
                        MR. PRICE: We have seen the reports. They are serious.

                        QUESTION: Will there be sanctions?

                        MR. PRICE: Not today."""))
                .contains("MR. PRICE (person) asserts: We have seen the reports. They are serious.")
                .contains("MR. PRICE (person) asserts: Not today.");
        assertThat(read("“They took our homes. They will not take our names.” — Anna Kowal"))
                .containsExactly("Anna Kowal (person) asserts: “They took our homes. They will not take our names.”");
    }

    @Test
    void quotationGoesOnWithItsSpeakerWhateverIsThoughtInIt() {
        assertThat(read("“I think it was a mistake,” the colonel said. “The army intends to look into it.”"))
                .first()
                .isEqualTo(
                        "the colonel (person) asserts: “I think it was a mistake,” | “The army intends to look into it.”");
    }

    @Test
    void moreMedia() {
        assertThat(read("Oleh Bondar said in a post on X that the town had held."))
                .containsExactly("Oleh Bondar (person) asserts X: that the town had held");
        assertThat(read("In comments on state television, the general said the road was open."))
                .contains("> the general (person) asserts television: the road was open");
    }

    @Test
    void reasonsAreCitedButDoNotSpeak() {
        assertThat(read("Washington said it would cut the aid, citing Rwanda's support for the rebels."))
                .containsExactly(
                        "Washington (organization) asserts: it would cut the aid",
                        "Washington (organization) asserts: Rwanda's support for the rebels");
    }

    /** "As" joins what two say at the same time; without words of its own it names who says the rest. */
    @Test
    void asJoinsWhatTwoSay() {
        assertThat(
                        read(
                                "The army will close the border, the defence minister said on Tuesday, as aid agencies reported 12 deaths in the camp."))
                .containsExactly(
                        "the defence minister (person) asserts: The army will close the border",
                        "aid agencies (unnamed) asserts: 12 deaths in the camp");
        assertThat(read("The talks failed, as the ministry reported on Monday."))
                .containsExactly("the ministry (organization) asserts: The talks failed");
    }

    @Test
    void aReportThatTheWordsContradictVouchesForNothing() {
        assertThat(
                        read(
                                "The ministry said the talks had not collapsed, contrary to a report by Channel 12 that cited a negotiator."))
                .containsExactly("The ministry (organization) asserts: the talks had not collapsed");
    }

    @Test
    void neitherSideIsNobody() {
        assertThat(read("The envoy said that neither side had refused."))
                .containsExactly("The envoy (person) asserts: that neither side had refused");
    }

    @Test
    void whoCitesADenialDoesNotDeny() {
        assertThat(read("Reuters cited spokesman Ivan Bondar as saying the reports of an attack were false."))
                .containsExactly(
                        "Reuters (outlet) asserts: spokesman Ivan Bondar as saying the reports of an attack were false",
                        "> spokesman Ivan Bondar (person) denies: the reports of an attack were false");
    }

    /** The source goes on asserting what the author denies or doubts, beside it. */
    @Test
    void theAuthorSetsHimselfApart() {
        assertThat(read("Russia falsely claimed that Ukrainian shells had hit the plant."))
                .containsExactlyInAnyOrder(
                        "Russia (organization) asserts: that Ukrainian shells had hit the plant",
                        " (author) denies: that Ukrainian shells had hit the plant");
        assertThat(read("Belgrade said without evidence that Kosovo police had fired first."))
                .containsExactlyInAnyOrder(
                        "Belgrade (organization) asserts: that Kosovo police had fired first",
                        " (author) doubts: that Kosovo police had fired first");
        assertThat(read("The general accused the monks of hiding gunmen. He offered no evidence."))
                .contains(" (author) doubts: the monks of hiding gunmen");
        assertThat(read("The minister repeated the debunked claim that nurses had hidden rifles."))
                .contains(" (author) denies: that nurses had hidden rifles");
    }

    /** In somebody's words it is he who denies. */
    @Test
    void whoSaysThatAnotherLiesDeniesItHimself() {
        assertThat(read("The envoy said that Moscow had falsely claimed that the ship was sunk."))
                .contains(
                        "> Moscow (organization) asserts: that the ship was sunk",
                        ">  (author) denies: that the ship was sunk");
    }

    @Test
    void whoArrestsWithoutEvidenceSaysNothing() {
        assertThat(read("The lawyer said police had arrested the men without evidence."))
                .noneMatch(line -> line.contains("(author)"));
    }

    @Test
    void silenceInOtherWords() {
        assertThat(read("The company could not be reached for comment."))
                .containsExactly("The company (organization) declines: ");
        assertThat(read("The mayor of Herat did not return calls seeking comment."))
                .containsExactly("The mayor of Herat (person) declines: ");
        assertThat(read("Emails to the Iranian mission went unanswered."))
                .containsExactly("the Iranian mission (organization) declines: ");
        assertThat(read("Moscow has remained silent.")).containsExactly("Moscow (organization) declines: ");
    }

    @Test
    void whoGivesANumber() {
        assertThat(read("Gaza's health ministry put the toll at 61."))
                .containsExactly("Gaza's health ministry (organization) asserts: the toll at 61");
        assertThat(read("Police raised the death toll to 15 after two more bodies were found."))
                .contains("Police (unnamed) asserts: the death toll to 15");
        assertThat(read("The general put his troops at the border.")).isEmpty();
    }

    @Test
    void aStatementWithdrawnIsDenied() {
        assertThat(read("The army withdrew its statement that the town had fallen."))
                .first()
                .asString()
                .contains("denies");
        assertThat(read("The army withdrew its troops from the town.")).isEmpty();
    }

    @Test
    void aDatelineIsNobodysWord() {
        assertThat(
                        read(
                                "YANGON (AFP) - Myanmar's shadow National Unity Government on Friday lowered its count of those killed in an air strike to 21."))
                .first()
                .asString()
                .contains("National Unity Government (organization) asserts");
        assertThat(read("YANGON (AFP) - At least 17 people were killed on Sunday, a rescue worker said."))
                .containsExactly("a rescue worker (unnamed) asserts: At least 17 people were killed on Sunday");
    }

    @Test
    void whatGoesUnmentionedIsSilence() {
        assertThat(read(
                        "Russia's defence ministry said it had struck a plant. It did not mention an apartment building. Moscow"
                                + " denies deliberately targeting civilians."))
                .contains(
                        "It (organization) declines: an apartment building",
                        "Moscow (organization) denies: deliberately targeting civilians");
    }

    @Test
    void whatSomebodySaidBySomebodyElsesWord() {
        assertThat(read(
                        "CAIRO/JERUSALEM, Nov 14 (Reuters) - Hamas said on Thursday it had accepted a truce proposal drawn up by"
                                + " mediators, three sources familiar with the talks said."))
                .containsExactly(
                        "three sources familiar with the talks (unnamed) asserts: Hamas said on Thursday it had accepted a truce"
                                + " proposal drawn up by mediators",
                        "> Hamas (organization) asserts: it had accepted a truce proposal drawn up by mediators");
    }

    @Test
    void whatIsDeniedIsTheDoing() {
        assertThat(read("Rwanda denies backing M23.")).containsExactly("Rwanda (organization) denies: backing M23");
    }
}
