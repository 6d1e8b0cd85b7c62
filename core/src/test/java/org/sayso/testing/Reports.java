package org.sayso.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.sayso.analysis.LanguageEngine;
import org.sayso.model.Outcome;
import org.sayso.model.Page;
import org.sayso.model.Reading;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;

/** Readings of texts written for a test, by the stages that ship. */
public final class Reports {
    private static final Pipeline PIPELINE = new Pipeline(Stages.standard());

    private Reports() {}

    /** Leaves the tests out where there are no weights. */
    public static void needTheEngine() throws IOException {
        try {
            LanguageEngine.load();
        } catch (FileNotFoundException e) {
            Assumptions.abort("no weights of the language engine");
        }
    }

    /** As if the Harbour Gazette had printed it on that day. */
    public static Reading read(String day, String text) {
        Page page = new Page(
                "d1",
                Optional.empty(),
                Optional.of("The Harbour Gazette"),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                new Page.Plain(text));
        return ((Outcome.Read) PIPELINE.read(page)).reading();
    }
}
