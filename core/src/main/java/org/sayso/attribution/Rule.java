package org.sayso.attribution;

import java.util.List;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;

/** Finds attributions of one make in a sentence. Thread-safe. */
interface Rule {
    List<Draft> find(AnalyzedText text, Sentence sentence);
}
