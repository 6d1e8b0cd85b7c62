package org.sayso.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who says what: source, cue and content.
 *
 * @param id unique in the reading: a1, a2, …, in order of the text
 * @param cue the words that attribute ("said", "according to"); never empty
 * @param content what is attributed, in order; empty only where the source declines to comment
 * @param inside id of the attribution in whose content this one stands, if any; never itself
 * @param medium where it was said ("Instagram", "statement", "interview", "briefing"), if named
 * @param when id of the time expression that dates the statement, if any
 * @param decidedBy the rule or head that made it
 * @param confidence from 0 to 1
 */
public record Attribution(
        String id,
        Source source,
        List<Span> cue,
        List<Span> content,
        Optional<String> inside,
        Speech speech,
        Stance stance,
        Optional<String> medium,
        Optional<String> when,
        String decidedBy,
        double confidence) {
    private static final Pattern A_CLAIM = Pattern.compile(
            "(?iu)something|an? (?:[\\p{L}-]+ )*(?:claim|accusation|charge|allegation|assertion|account|version|report|rumou?r|suggestion)");

    public Attribution {
        cue = List.copyOf(cue);
        content = List.copyOf(content);
        if (cue.isEmpty()) {
            throw new IllegalArgumentException("attribution " + id + " has no cue");
        }
        if (content.isEmpty() && stance != Stance.DECLINES) {
            throw new IllegalArgumentException("attribution " + id + " at " + cue.getFirst() + " has no content");
        }
        if (inside.isPresent() && inside.get().equals(id)) {
            throw new IllegalArgumentException("attribution " + id + " stands inside itself");
        }
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("attribution " + id + " has confidence " + confidence);
        }
    }

    public Attribution with(Source newSource, Optional<String> newWhen) {
        return new Attribution(
                id, newSource, cue, content, inside, speech, stance, medium, newWhen, decidedBy, confidence);
    }

    /** The same; a piece of content that begins before a place of the text and ends behind it begins there. */
    public Attribution from(int start) {
        List<Span> later = content.stream()
                .map(c -> c.start() < start && c.end() > start ? new Span(start, c.end()) : c)
                .toList();
        return new Attribution(id, source, cue, later, inside, speech, stance, medium, when, decidedBy, confidence);
    }

    /** Whether it is the author's own view of what somebody else is cited for: "falsely claimed", "said without evidence". */
    public boolean isAside() {
        return source.kind() == Source.Kind.AUTHOR && source.spans().isEmpty();
    }

    /** Whether the content is but a word for what the sentence has told: "Y, X said, a claim that Z denies". */
    public boolean takesUpClaim(String text) {
        return content.size() == 1 && isClaim(content.getFirst().of(text));
    }

    /** "A claim", "a long-standing allegation", "something": what takes up what has been told. */
    public static boolean isClaim(String words) {
        return A_CLAIM.matcher(words).matches();
    }

    /** Whether some piece of the content covers the span. */
    public boolean says(Span span) {
        for (Span c : content) { // asked very often; a stream costs
            if (c.covers(span)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param spans the words for the source, in order; empty only where nobody is named ({@link Kind#NONE}, or the
     *     {@link Kind#AUTHOR} who needs no words)
     * @param entity id of the entity it was resolved to
     */
    public record Source(List<Span> spans, Kind kind, Optional<String> entity) {
        public Source {
            spans = List.copyOf(spans);
            if (spans.isEmpty() && kind != Kind.NONE && kind != Kind.AUTHOR) {
                throw new IllegalArgumentException("a source of kind " + kind + " needs words");
            }
        }

        public enum Kind {
            OUTLET,
            PERSON,
            ORGANIZATION,
            UNNAMED,
            DOCUMENT,
            AUTHOR,
            NONE
        }
    }

    public enum Speech {
        DIRECT,
        INDIRECT,
        MIXED
    }

    public enum Stance {
        ASSERTS,
        DENIES,
        DECLINES,
        PROMISES,
        REQUESTS,
        DOUBTS
    }
}
