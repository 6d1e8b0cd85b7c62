package org.sayso.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The record cannot be used now: somebody else is writing it, or it is of another version, or no record at all. */
public final class RecordUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Why {
        BUSY,
        OTHER_VERSION,
        NOT_A_RECORD
    }

    private final Why why;

    RecordUnavailable(Path file, Why why, String message, @Nullable Throwable cause) {
        super(file + ": " + message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
