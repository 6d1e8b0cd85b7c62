package org.sayso.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sayso.eval.AttributionScore.Relation;
import org.sayso.eval.ChainGold.Link;
import org.sayso.event.EventMention;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution;
import org.sayso.model.Factuality;
import org.sayso.model.Span;
import org.sayso.pipeline.Stages;

/**
 * Whole chains of who says that who says what, with stance, and the status of events, on texts of our own
 * (bench/chains/README.md). What was missed is printed of the part for development only.
 */
public final class ChainEvaluation implements Evaluation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String task() {
        return "chain";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        List<ChainGold> all = ChainGold.read(Gold.file(gold, "chains.txt"));
        ChainScore dev = new ChainScore();
        ChainScore test = new ChainScore();
        for (ChainGold one : all) {
            AnalyzedText text = stages.analyzer().analyze(one.text());
            List<Attribution> attributions = stages.attributor().attribute(text);
            List<EventMention> events = stages.eventFinder().find(text, attributions);
            List<String> missed = (one.isTest() ? test : dev)
                    .add(one, links(attributions), events, word -> status(stages, text, word, attributions));
            if (!one.isTest()) {
                missed.forEach(m -> out.println(one.number() + "  " + m));
            }
        }
        ObjectNode result = MAPPER.createObjectNode();
        result.put("task", task()).put("texts", all.size());
        out.println("\ndevelopment");
        dev.print(out, result.putObject("dev"));
        out.println("\nset aside");
        test.print(out, result.putObject("test"));
        return result;
    }

    private static Optional<Factuality.Status> status(
            Stages stages, AnalyzedText text, Span word, List<Attribution> attributions) {
        return text.sentenceAt(word.start())
                .flatMap(s -> s.headOf(word)
                        .map(t -> stages.eventFinder()
                                .factuality()
                                .read(text, s, t, attributions)
                                .status()));
    }

    private static List<Link> links(List<Attribution> attributions) {
        List<String> ids = attributions.stream().map(Attribution::id).toList();
        List<Link> links = new ArrayList<>();
        for (Attribution a : attributions) {
            Optional<Integer> inside = a.inside().map(ids::indexOf);
            links.add(new Link(new Relation(a.source().spans(), a.cue(), a.content()), a.stance(), inside));
        }
        return links;
    }
}
