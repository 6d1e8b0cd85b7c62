package org.sayso.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One document as it came in, decoded but not yet read.
 *
 * @param docId the caller's name for it: the given id, the path, or the URL; never blank
 * @param url where it was published, if known
 * @param publisher who published it, if the caller said so (an extractor may find it otherwise)
 * @param published the day of publication, if the caller said so
 * @param title the headline, if the caller said so
 * @param content what it holds
 */
public record Page(
        String docId,
        Optional<String> url,
        Optional<String> publisher,
        Optional<LocalDate> published,
        Optional<String> title,
        Content content) {
    public Page {
        if (docId.isBlank()) {
            throw new IllegalArgumentException("a page needs a docId");
        }
    }

    /** HTML still to be extracted, or text that stands as it is. */
    public sealed interface Content {
        /** Characters of it. */
        int length();
    }

    public record Html(String markup) implements Content {
        @Override
        public int length() {
            return markup.length();
        }
    }

    /** Text that becomes {@link Article#text()} unchanged to the character. */
    public record Plain(String text) implements Content {
        @Override
        public int length() {
            return text.length();
        }
    }
}
