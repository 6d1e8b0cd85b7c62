package org.sayso.analysis;

import org.sayso.model.AnalyzedText;

/**
 * A language engine. Implementations are thread-safe and deterministic: the same text gives the same analysis, whatever
 * else is being read.
 */
public interface Analyzer {
    /** Never fails on any text: what cannot be parsed comes back as sentences with flat trees. */
    AnalyzedText analyze(String text);
}
