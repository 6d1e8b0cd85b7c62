package org.sayso.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sayso.model.Upos;

class LemmasTest {
    @ParameterizedTest
    @CsvSource({
        "said,VERB,VBD,say",
        "Launched,VERB,VBD,launch",
        "launching,VERB,VBG,launch",
        "denies,VERB,VBZ,deny",
        "denied,VERB,VBN,deny",
        "escalated,VERB,VBD,escalate",
        "stopped,VERB,VBD,stop",
        "blamed,VERB,VBD,blame",
        "shamed,VERB,VBN,shame",
        "rammed,VERB,VBD,ram",
        "boycotted,VERB,VBD,boycott",
        "controlling,VERB,VBG,control",
        "shelled,VERB,VBD,shell",
        "seized,VERB,VBD,seize",
        "condemned,VERB,VBD,condemn",
        "bring,VERB,VB,bring",
        "is,AUX,VBZ,be",
        "drones,NOUN,NNS,drone",
        "news,NOUN,NN,news",
        "viruses,NOUN,NNS,virus",
        "buses,NOUN,NNS,bus",
        "houses,NOUN,NNS,house",
        "casualties,NOUN,NNS,casualty",
        "NGOs,NOUN,NNS,NGO",
        "Americans,PROPN,NNPS,American",
        "Kremlin,PROPN,NNP,Kremlin",
        "heavier,ADJ,JJR,heavy",
        "The,DET,DT,the",
        "n’t,PART,RB,not",
    })
    void givesTheDictionaryForm(String form, Upos upos, String xpos, String lemma) throws IOException {
        assertThat(Lemmas.load(Wordpieces.load()).of(form, upos, xpos)).isEqualTo(lemma);
    }
}
