package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.model.Span;

/**
 * An attribution in the making.
 *
 * @param source empty where nobody is named, or not yet found
 * @param content empty as long as it may still be found in quotation marks
 * @param takesQuotes whether quotations nearby may be its content
 * @param within the cue of the draft that this one was found under, or, in the author's own voice, beside
 * @param rule what made it
 */
record Draft(
        List<Span> source,
        List<Span> cue,
        List<Span> content,
        boolean takesQuotes,
        Optional<Span> within,
        String rule,
        double confidence) {
    static final double WEAK = 0.4;

    Draft {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
    }

    static Draft of(List<Span> source, List<Span> cue, List<Span> content, String rule, double confidence) {
        return new Draft(source, cue, content, false, Optional.empty(), rule, confidence);
    }

    Draft withContent(List<Span> pieces) {
        return new Draft(source, cue, Pieces.merged(pieces), takesQuotes, within, rule, confidence);
    }

    Draft withSource(List<Span> spans) {
        return new Draft(spans, cue, content, takesQuotes, within, rule, confidence);
    }

    Draft withCue(List<Span> spans) {
        return new Draft(source, spans, content, takesQuotes, within, rule, confidence);
    }

    Draft takingQuotes() {
        return new Draft(source, cue, content, true, within, rule, confidence);
    }

    /** Stands inside whatever has its cue at the span. */
    Draft under(Span outerCue) {
        return new Draft(source, cue, content, takesQuotes, Optional.of(outerCue), rule, confidence);
    }

    /** Whether only a rule found it, and one that often errs where nobody else speaks. */
    boolean isWeak() {
        return confidence <= WEAK && rule.startsWith("rule:");
    }

    Draft decided(String newRule, double newConfidence) {
        return new Draft(source, cue, content, takesQuotes, within, newRule, newConfidence);
    }

    Draft adding(Span piece) {
        List<Span> all = new ArrayList<>(content);
        all.add(piece);
        return withContent(all);
    }

    boolean cueTouches(List<Span> spans) {
        for (Span c : cue) { // loops here and below: asked of every pair of drafts
            for (Span s : spans) {
                if (c.overlaps(s)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean says(Span span) {
        for (Span c : content) {
            if (c.covers(span)) {
                return true;
            }
        }
        return false;
    }

    boolean saysAll(List<Span> spans) {
        for (Span s : spans) {
            if (!says(s)) {
                return false;
            }
        }
        return true;
    }
}
