package org.sayso.bench.corenlp;

import edu.stanford.nlp.ie.NERClassifierCombiner;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.sayso.eval.NamesGold;
import org.sayso.model.Name;
import org.sayso.model.Span;
import org.sayso.text.TokenizedSentence;

/** CoreNLP's English models behind Sayso's types. Not thread-safe. */
final class CoreNlp {
    static final String ALL_3 = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
    static final String CONLL_4 = "edu/stanford/nlp/models/ner/english.conll.4class.distsim.crf.ser.gz";
    static final String MUC_7 = "edu/stanford/nlp/models/ner/english.muc.7class.distsim.crf.ser.gz";

    private static final Map<String, Name.Kind> KINDS = Map.of(
            "PERSON", Name.Kind.PERSON,
            "ORGANIZATION", Name.Kind.ORGANIZATION,
            "LOCATION", Name.Kind.PLACE,
            "MISC", Name.Kind.OTHER);

    private CoreNlp() {}

    /** Tokens, sentences, tags, lemmas, names by one model and dependencies, one thread. */
    static StanfordCoreNLP tokensToDependencies() {
        Properties p = new Properties();
        p.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
        p.setProperty("threads", "1");
        p.setProperty("ner.model", ALL_3);
        for (String part : List.of("applyNumericClassifiers", "applyFineGrained", "useSUTime", "buildEntityMentions")) {
            p.setProperty("ner." + part, "false");
        }
        return new StanfordCoreNLP(p);
    }

    /** Sentences that it cut the text into. */
    static int sentences(StanfordCoreNLP pipeline, String text) {
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        return annotation.get(SentencesAnnotation.class).size();
    }

    /** Labels the words of a sentence. */
    interface Namer {
        List<CoreLabel> label(List<CoreLabel> words);
    }

    static Namer oneModel(String model) throws IOException, ClassNotFoundException {
        CRFClassifier<CoreLabel> crf = CRFClassifier.getClassifier(model);
        return crf::classifySentence;
    }

    /** The three models that CoreNLP asks by default, the first to know a name deciding. */
    static Namer threeModels() throws IOException {
        NERClassifierCombiner combiner = new NERClassifierCombiner(false, false, ALL_3, MUC_7, CONLL_4);
        return combiner::classifySentence;
    }

    static List<Name> names(Namer namer, NamesGold.Document document) {
        List<Name> names = new ArrayList<>();
        for (TokenizedSentence sentence : document.sentences()) {
            List<CoreLabel> words = new ArrayList<>();
            for (Span span : sentence.words()) {
                CoreLabel word = CoreLabel.wordFromString(span.of(document.text()));
                words.add(word);
            }
            String before = "O";
            List<CoreLabel> labelled = namer.label(words);
            Optional<Span> open = Optional.empty();
            for (int i = 0; i <= labelled.size(); i++) {
                String label = i < labelled.size() ? labelled.get(i).get(AnswerAnnotation.class) : "O";
                if (open.isPresent() && !label.equals(before)) {
                    Name.Kind kind = KINDS.get(before);
                    if (kind != null) {
                        names.add(new Name(open.get(), kind, 0));
                    }
                    open = Optional.empty();
                }
                if (!label.equals("O")) {
                    Span word = sentence.words().get(i);
                    open = Optional.of(open.map(o -> o.union(word)).orElse(word));
                }
                before = label;
            }
        }
        return names;
    }
}
