package org.sayso.model;

/** Whether an event is said to have happened, as its innermost voucher presents it. */
public record Factuality(Status status, Polarity polarity, Certainty certainty) {
    public enum Status {
        HAPPENED,
        ONGOING,
        PLANNED,
        REQUESTED,
        CONDITIONAL,
        HYPOTHETICAL,
        DENIED
    }

    public enum Polarity {
        POSITIVE("+"),
        NEGATIVE("-"),
        UNKNOWN("?");

        private final String sign;

        Polarity(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public enum Certainty {
        CERTAIN,
        PROBABLE,
        POSSIBLE,
        UNKNOWN
    }
}
