package org.sayso.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sayso.model.Outcome;

/** The lines of a stream, one held at a time; blank ones are passed over. */
final class JsonLines implements Supply {
    private final InputStream in;
    private final String place;
    private final Given given;
    private final int limit;
    private long number;
    private boolean ended;
    private @Nullable Incoming ahead;

    /** @param limit the most bytes that a line may have; a longer one is skipped without being held */
    JsonLines(InputStream in, String place, Given given, int limit) {
        this.in = in;
        this.place = place;
        this.given = given;
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            ahead = line().orElse(null);
        }
        return ahead != null;
    }

    @Override
    public Step next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more lines in " + place);
        }
        Incoming next = ahead;
        ahead = null;
        return new Step.Ready(next);
    }

    @Override
    public void close() {
        Closing.quietly(in);
    }

    private Optional<Incoming> line() {
        number++;
        String at = place + ":" + number;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        try {
            int b = in.read();
            for (; b >= 0 && b != '\n'; b = in.read()) {
                length++;
                if (length <= limit) {
                    line.write(b);
                }
            }
            ended = b < 0;
        } catch (IOException e) {
            ended = true;
            return Optional.of(Faults.unreadable(at, e));
        }
        if (length > limit) {
            return Optional.of(Incoming.missed(
                    at, Outcome.Reason.TOO_LARGE, "a line of " + length + " bytes; the limit is " + limit));
        }
        return parsed(line.toByteArray(), at);
    }

    private Optional<Incoming> parsed(byte[] line, String at) {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return unmarked.isBlank() ? Optional.empty() : Optional.of(JsonLine.read(unmarked, at, given));
        } catch (CharacterCodingException e) {
            return Optional.of(Incoming.missed(
                    at, Outcome.Reason.BAD_JSON, "not UTF-8 at byte " + bytes.position() + " of the line"));
        }
    }
}
