package org.sayso.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sayso.model.Outcome.Reason;

/**
 * A WARC file, gzip or not: one document of it is held at a time. What is broken is told with its place, and what follows it is
 * read. A record's place is {@code file:offset}, the offset being that of the gzip member where there is one; a further record
 * of the same member is {@code file:offset+offset}.
 */
final class WarcFile implements Supply {
    /** Bytes read at once of an opened member. */
    private static final int BUFFER = 1 << 13;
    /** What a record's heads and codings may take beside its body. */
    private static final int HEADS = 1 << 16;

    private final Tape tape;
    private final String file;
    private final int limit;
    private final Captures captures;
    private final Optional<GzipMembers> members;
    private Optional<WarcRecords> records;
    /** Whether a member was broken, so that the next one must be looked for. */
    private boolean lost;

    private boolean ended;
    private @Nullable Incoming ahead;

    /**
     * @param tape at the beginning of the file; closed when this is
     * @param limit the most bytes of a document
     */
    WarcFile(Tape tape, boolean gzip, String file, int limit, Captures captures) {
        this.tape = tape;
        this.file = file;
        this.limit = limit + HEADS;
        this.captures = captures;
        this.members = gzip ? Optional.of(new GzipMembers(tape, this.limit)) : Optional.empty();
        this.records = gzip ? Optional.empty() : Optional.of(records(tape));
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            ahead = (records.isPresent() ? read(records.get()) : open(members.orElseThrow())).orElse(null);
        }
        return ahead != null;
    }

    @Override
    public Step next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more records in " + file);
        }
        Incoming next = ahead;
        ahead = null;
        return new Step.Ready(next);
    }

    @Override
    public void close() {
        members.ifPresent(GzipMembers::close);
        Closing.quietly(tape);
    }

    private WarcRecords records(Tape of) {
        return new WarcRecords(of, limit, Captures::needsBlock);
    }

    /** Opens the next member; tells where that fails. */
    private Optional<Incoming> open(GzipMembers from) {
        try {
            Optional<InputStream> member = lost ? from.search() : from.next();
            lost = false;
            records = member.map(in -> records(new Tape(in, BUFFER)));
            ended = member.isEmpty();
            return Optional.empty();
        } catch (IOException e) {
            ended = lost;
            lost = true;
            return Optional.of(Faults.unreadable(file + ":" + from.at(), e));
        }
    }

    private Optional<Incoming> read(WarcRecords from) {
        try {
            Optional<WarcRecords.Found> found = from.next();
            if (found.isEmpty()) {
                records = Optional.empty();
                ended = members.isEmpty();
            }
            return found.flatMap(this::incoming);
        } catch (IOException e) {
            records = Optional.empty();
            ended = members.isEmpty();
            lost = true;
            return Optional.of(Captures.missed(from.head(), place(from.at()), Reason.UNREADABLE, Faults.message(e)));
        }
    }

    private Optional<Incoming> incoming(WarcRecords.Found found) {
        String place = place(found.at());
        return switch (found) {
            case WarcRecords.Whole whole -> captures.document(whole, place);
            case WarcRecords.Broken broken ->
                Optional.of(Captures.missed(broken.head(), place, Reason.UNREADABLE, broken.message()));
        };
    }

    private String place(long at) {
        return members.map(m -> file + ":" + m.at() + (at == 0 ? "" : "+" + at)).orElse(file + ":" + at);
    }
}
