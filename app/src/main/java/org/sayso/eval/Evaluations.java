package org.sayso.eval;

import java.util.List;

/** The tasks that can be measured. */
public final class Evaluations {
    private Evaluations() {}

    /** By name. */
    public static List<Evaluation> all() {
        return List.of(
                new ActorEvaluation(),
                new AttributionEvaluation(),
                new ChainEvaluation(),
                new EventTypeEvaluation(),
                new ExtractionEvaluation(),
                new FactualityEvaluation(),
                new FiguresEvaluation(),
                new MetadataEvaluation(),
                new NamesEvaluation(),
                new PlaceEvaluation(),
                new ReadingEvaluation(),
                new SpeedEvaluation(),
                new StoriesEvaluation(),
                new TimeEvaluation(),
                new UdEvaluation());
    }
}
