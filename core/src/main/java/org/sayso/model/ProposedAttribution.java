package org.sayso.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the language engine's attribution head proposes: source, cue and content, each a list of spans in order.
 *
 * @param source empty where nobody is named
 * @param cue never empty
 * @param confidence from 0 to 1
 */
public record ProposedAttribution(List<Span> source, List<Span> cue, List<Span> content, double confidence) {
    public ProposedAttribution {
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        if (cue.isEmpty() || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("attribution with cue " + cue + ", confidence " + confidence);
        }
    }

    ProposedAttribution in(UnaryOperator<Span> home) {
        return new ProposedAttribution(
                source.stream().map(home).toList(),
                cue.stream().map(home).toList(),
                content.stream().map(home).toList(),
                confidence);
    }
}
