package org.sayso.ingest;

import java.net.URI;
import java.time.Instant;
import org.sayso.model.Outcome;

/** Who may be asked, and when. Told before each request, that of a redirect too. */
public interface Gate {
    /** Anybody, at once. */
    Gate OPEN = at -> new Pass.Go(() -> {});

    /** May wait. */
    Pass pass(URI at) throws InterruptedException;

    sealed interface Pass {
        /** @param after run when the answer is there, or none came */
        record Go(Runnable after) implements Pass {}

        record No(Outcome.Reason reason, String message) implements Pass {}

        record Later(Instant until) implements Pass {}
    }
}
