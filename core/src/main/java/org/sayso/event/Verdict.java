package org.sayso.event;

import java.util.Optional;
import org.sayso.event.Embedding.Effect;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Certainty;
import org.sayso.model.Factuality.Polarity;
import org.sayso.model.Factuality.Status;

/** What the words around an event have said of it so far, from the inside out. Used by one thread. */
final class Verdict {
    private boolean negative;
    private boolean progressive;
    private boolean conditional;
    private boolean open;
    private Optional<Status> status = Optional.empty();
    private Certainty certainty = Certainty.CERTAIN;

    void negate() {
        negative = !negative;
    }

    /** It hangs on a condition. */
    void conditional() {
        conditional = true;
    }

    /** A purpose, of which nothing says yet whether it was reached. */
    void open() {
        open = true;
    }

    void progressive() {
        progressive = true;
    }

    /** It was tried, wanted or feared, and nothing says yet whether it came about. */
    boolean undecided() {
        return status.filter(s -> s == Status.HYPOTHETICAL).isPresent();
    }

    void apply(Effect effect) {
        switch (effect) {
            case HAPPENED -> open = false;
            case NEGATED -> negate();
            case ONGOING -> progressive = true;
            case DENIED -> {
                negative = true;
                status = Optional.of(Status.DENIED);
            }
            case PLANNED -> raise(Status.PLANNED);
            case REQUESTED -> raise(Status.REQUESTED);
            case HYPOTHETICAL -> raise(Status.HYPOTHETICAL);
            case PROBABLE -> certainty = certainty == Certainty.CERTAIN ? Certainty.PROBABLE : certainty;
            case POSSIBLE -> certainty = Certainty.POSSIBLE;
        }
    }

    private void raise(Status next) {
        boolean free = status.isEmpty();
        boolean weaker =
                status.filter(s -> s == Status.PLANNED || s == Status.REQUESTED).isPresent()
                        && next == Status.HYPOTHETICAL;
        if (free || weaker) {
            status = Optional.of(next);
        }
    }

    Factuality factuality() {
        if (conditional && status.filter(s -> s != Status.DENIED).isPresent()) {
            return new Factuality(Status.CONDITIONAL, sign(), certainty);
        }
        if (status.isEmpty()) {
            if (negative) {
                return new Factuality(Status.DENIED, Polarity.NEGATIVE, certainty);
            }
            if (open) {
                return new Factuality(Status.PLANNED, Polarity.POSITIVE, Certainty.UNKNOWN);
            }
            return new Factuality(progressive ? Status.ONGOING : Status.HAPPENED, Polarity.POSITIVE, certainty);
        }
        Certainty sure =
                status.get() == Status.HYPOTHETICAL && certainty == Certainty.CERTAIN ? Certainty.UNKNOWN : certainty;
        return new Factuality(status.get(), sign(), sure);
    }

    private Polarity sign() {
        return negative ? Polarity.NEGATIVE : Polarity.POSITIVE;
    }
}
