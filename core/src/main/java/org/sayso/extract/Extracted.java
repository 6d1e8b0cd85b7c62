package org.sayso.extract;

import java.util.List;
import org.sayso.model.Article;
import org.sayso.model.Outcome;
import org.sayso.model.Problem;

/** What became of a page. */
public sealed interface Extracted {
    record Found(Article article, List<Problem> problems) implements Extracted {
        public Found {
            problems = List.copyOf(problems);
        }
    }

    record Missing(Outcome.Reason reason, String message) implements Extracted {}
}
