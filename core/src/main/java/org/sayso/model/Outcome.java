package org.sayso.model;

/** What became of one document: it was read, or it was left out for a reason that is counted and told. */
public sealed interface Outcome {
    String docId();

    record Read(Reading reading) implements Outcome {
        @Override
        public String docId() {
            return reading.article().docId();
        }
    }

    /**
     * @param docId the document, or the line or file in which one was expected ("news.jsonl:17")
     * @param message what was found there, with its place
     */
    record LeftOut(String docId, Reason reason, String message) implements Outcome {}

    /** Why a document was left out. */
    enum Reason {
        EMPTY,
        BINARY,
        TOO_LARGE,
        BAD_JSON,
        NO_ARTICLE,
        UNREADABLE,
        UNREACHABLE,
        REFUSED_ADDRESS,
        /** By the robots.txt of its host. */
        DISALLOWED,
        UNSUPPORTED,
        /** It says only that it is what another document, which was read, is already. */
        REPEATED,
        /** Canceled or withheld by the agency that sent it. */
        WITHDRAWN,
        BUG
    }
}
