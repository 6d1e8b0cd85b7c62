package org.sayso.bench.corenlp;

import de.unihd.dbs.uima.annotator.heideltime.HeidelTime;
import de.unihd.dbs.uima.types.heideltime.Dct;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.jcas.JCas;
import org.apache.uima.util.XMLInputSource;
import org.sayso.eval.TimeGold;
import org.sayso.eval.TimeGold.Expression;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * HeidelTime's English rules as they ship, over Sayso's sentences, words and Penn tags: TreeTagger, which it asks for by
 * default, is not free to pass on. Not thread-safe.
 */
final class HeidelTimes {
    private final AnalysisEngine rules;
    private final JCas cas;

    /** @param type news or narratives */
    HeidelTimes(String type) throws IOException, UIMAException {
        XMLInputSource source = new XMLInputSource(
                Objects.requireNonNull(HeidelTime.class.getResource("/desc/annotator/HeidelTime.xml")));
        AnalysisEngineDescription description = UIMAFramework.getXMLParser().parseAnalysisEngineDescription(source);
        description
                .getAnalysisEngineMetaData()
                .getConfigurationParameterSettings()
                .setParameterValue("Type", type);
        rules = UIMAFramework.produceAnalysisEngine(description);
        cas = rules.newJCas();
    }

    /** Lays out a text as HeidelTime wants it; what was laid out before is gone. */
    void lay(TimeGold.Document document, AnalyzedText analyzed) {
        cas.reset();
        cas.setDocumentText(document.text());
        int words = 0;
        for (Sentence sentence : analyzed.sentences()) {
            var one = new de.unihd.dbs.uima.types.heideltime.Sentence(
                    cas, sentence.span().start(), sentence.span().end());
            one.setSentenceId(sentence.index());
            one.addToIndexes();
            for (Token token : sentence.tokens()) {
                var word = new de.unihd.dbs.uima.types.heideltime.Token(
                        cas, token.span().start(), token.span().end());
                word.setTokenId(words++);
                word.setSentId(sentence.index());
                word.setPos(token.xpos());
                word.addToIndexes();
            }
        }
        document.published().ifPresent(day -> {
            Dct dct = new Dct(cas, 0, 0);
            dct.setValue(day.toString());
            dct.setTimexId("t0");
            dct.addToIndexes();
        });
    }

    /** What HeidelTime finds in the text laid out. */
    List<Expression> find() throws UIMAException {
        rules.process(cas);
        List<Expression> found = new ArrayList<>();
        for (var annotation : cas.getAnnotationIndex(Timex3.type)) {
            Timex3 timex = (Timex3) annotation;
            found.add(new Expression(
                    new Span(timex.getBegin(), timex.getEnd()),
                    Optional.ofNullable(timex.getTimexValue()).orElse("")));
        }
        return found;
    }
}
