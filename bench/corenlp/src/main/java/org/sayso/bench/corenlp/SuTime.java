package org.sayso.bench.corenlp;

import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetBeginAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.CharacterOffsetEndAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.DocDateAnnotation;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations.TimexAnnotation;
import edu.stanford.nlp.time.TimeAnnotations.TimexAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.sayso.eval.TimeGold;
import org.sayso.eval.TimeGold.Expression;
import org.sayso.model.Span;

/** SUTime, CoreNLP's rules for time expressions, as it ships. Not thread-safe. */
final class SuTime {
    private final StanfordCoreNLP tagger;
    private final TimeAnnotator rules = new TimeAnnotator("sutime", new Properties());

    SuTime() {
        Properties p = new Properties();
        p.setProperty("annotators", "tokenize,pos,lemma");
        p.setProperty("threads", "1");
        tagger = new StanfordCoreNLP(p);
    }

    /** Words and tags, which SUTime takes. */
    Annotation tagged(TimeGold.Document document) {
        Annotation annotation = new Annotation(document.text());
        document.published().ifPresent(day -> annotation.set(DocDateAnnotation.class, day.toString()));
        tagger.annotate(annotation);
        return annotation;
    }

    /** What SUTime adds to a tagged text. */
    List<Expression> find(Annotation tagged) {
        rules.annotate(tagged);
        List<Expression> found = new ArrayList<>();
        for (CoreMap one : tagged.get(TimexAnnotations.class)) {
            Timex timex = one.get(TimexAnnotation.class);
            Span span =
                    new Span(one.get(CharacterOffsetBeginAnnotation.class), one.get(CharacterOffsetEndAnnotation.class));
            found.add(new Expression(span, Optional.ofNullable(timex.value()).orElse("")));
        }
        return found;
    }
}
