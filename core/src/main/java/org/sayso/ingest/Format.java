package org.sayso.ingest;

/** What the documents are said to be. */
public enum Format {
    /** Told by what they hold. */
    AUTO,
    HTML,
    TEXT,
    /** One document a line; see docs/formats. */
    JSONL
}
