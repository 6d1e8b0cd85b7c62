package org.sayso.ingest;

/** What the documents are said to be. */
public enum Format {
    /** Told by what they hold. */
    AUTO,
    HTML,
    TEXT,
    /** One document a line; see docs/formats. */
    JSONL,
    /** A web archive, gzip or not; or WACZ, which is a ZIP file of them. */
    WARC
}
