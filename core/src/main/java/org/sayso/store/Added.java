package org.sayso.store;

/** What became of a reading that was handed to the record. */
public sealed interface Added {
    String docId();

    /** It was not there; now it is. */
    record New(String docId) implements Added {}

    /** Another text stood under this docId; that one stays in the file but is no longer current. */
    record NewVersion(String docId) implements Added {}

    /**
     * The record holds this very text of the same publisher already; nothing was written.
     *
     * @param knownAs the docId under which it stands there
     */
    record AlreadyKnown(String docId, String knownAs) implements Added {}
}
