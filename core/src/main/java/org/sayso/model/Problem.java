package org.sayso.model;

/** Something a reader of the record should know about how an article was read. */
public record Problem(Code code, String message) {
    public enum Code {
        NO_DATE,
        FUTURE_DATE,
        NOT_ENGLISH,
        LANGUAGE_UNKNOWN,
        TRUNCATED,
        PARTIAL_TEXT,
        BROKEN_CHARACTERS,
        EXTRACTORS_DISAGREE
    }
}
