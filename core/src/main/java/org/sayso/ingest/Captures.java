package org.sayso.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;
import org.netpreserve.jwarc.MessageHeaders;
import org.sayso.model.Outcome.Reason;

/**
 * From a WARC record to its document. Responses and resources hold documents; a revisit says that one has not changed; other
 * records (requests, metadata, the archive's own description) hold none and are passed over. When a page was captured
 * ({@code WARC-Date}) is not when it was published, and is not looked at. Not thread-safe.
 */
final class Captures {
    private static final Set<String> WITH_BLOCK = Set.of("response", "resource", "revisit");

    private final Documents documents;
    private final Given given;
    private final int limit;
    private final Originals originals = new Originals();

    /**
     * @param given what the caller says; what a record says itself goes before it
     * @param limit the most bytes of a decoded body
     */
    Captures(Documents documents, Given given, int limit) {
        this.documents = documents;
        this.given = given;
        this.limit = limit;
    }

    static boolean needsBlock(MessageHeaders head) {
        return WITH_BLOCK.contains(type(head));
    }

    /**
     * The document of a record; empty for the records that hold none.
     *
     * @param place archive and offset
     */
    Optional<Incoming> document(WarcRecords.Whole record, String place) {
        MessageHeaders head = record.head();
        try {
            return switch (type(head)) {
                case "response", "resource" -> Optional.of(captured(record, place));
                case "revisit" -> throw revisited(record);
                case "continuation" -> throw new Left(Reason.UNSUPPORTED, "a later part of a record in parts");
                case "conversion" -> throw new Left(Reason.UNSUPPORTED, "made from a page, not the page itself");
                default -> Optional.empty();
            };
        } catch (Left left) {
            return Optional.of(missed(head, place, left.reason, Faults.message(left)));
        } catch (Coding.UnknownCoding unknown) {
            return Optional.of(missed(head, place, Reason.UNSUPPORTED, Faults.message(unknown)));
        } catch (IOException e) {
            return Optional.of(missed(head, place, Reason.UNREADABLE, Faults.message(e)));
        }
    }

    /** A record left out, with what it is a record of, where it says so. */
    static Incoming missed(MessageHeaders head, String place, Reason reason, String message) {
        String target = target(head);
        return Incoming.missed(place, reason, target.isEmpty() ? message : message + ": " + target);
    }

    private Incoming captured(WarcRecords.Whole record, String place) throws IOException, Left {
        MessageHeaders head = record.head();
        if (head.first("WARC-Segment-Number").isPresent()) {
            throw new Left(Reason.UNSUPPORTED, "the first part of a record in parts");
        }
        if (head.first("WARC-Truncated").isPresent()) {
            throw new Left(
                    Reason.UNREADABLE,
                    "the archive holds only part of it ("
                            + head.all("WARC-Truncated").getFirst() + ")");
        }
        byte[] block = record.block().orElseThrow(this::tooLarge);
        Body body =
                isHttp(head) ? answer(block, target(head)) : new Body(block, media(head, target(head)), charset(head));
        if (body.bytes().length > limit) {
            throw tooLarge();
        }
        String target = target(head);
        Given about = new Given(webAddress(target), Optional.empty(), Optional.empty(), Optional.empty()).or(given);
        String name = target.isBlank() ? place : target;
        return switch (documents.body(body, name, about)) {
            case Incoming.Arrived arrived -> {
                originals.add(head);
                yield new Incoming.Arrived(arrived.page(), place);
            }
            case Incoming.Missed missed ->
                missed(head, place, missed.why().reason(), missed.why().message());
        };
    }

    /**
     * A body without its codings.
     *
     * @param charset what the transport declares
     */
    record Body(byte[] bytes, Media media, Optional<String> charset) {}

    private Body answer(byte[] block, String target) throws IOException, Left {
        HttpResponse answer = http(block);
        MessageHeaders head = answer.headers();
        if (answer.status() != 200) {
            throw new Left(Reason.UNREACHABLE, "HTTP " + answer.status());
        }
        Media media = media(head, target);
        try (InputStream in = answer.body().stream()) {
            List<String> codings = head.all("Content-Encoding").stream()
                    .flatMap(c -> Stream.of(c.split(",")))
                    .toList();
            byte[] body = Coding.decoded(in.readNBytes(limit + 1), codings, limit);
            // Quirk: some servers and some archives forget to say that a body is compressed.
            boolean undeclared = body.length <= limit && Coding.isGzip(body);
            return new Body(undeclared ? Coding.decoded(body, List.of("gzip"), limit) : body, media, charset(head));
        }
    }

    private static HttpResponse http(byte[] block) throws IOException {
        ByteBuffer none = ByteBuffer.allocate(1 << 13).flip();
        return HttpResponse.parse(
                LengthedBody.create(Channels.newChannel(new ByteArrayInputStream(block)), none, block.length));
    }

    /** Why there is nothing new to read. */
    private Left revisited(WarcRecords.Whole record) throws IOException, Left {
        MessageHeaders head = record.head();
        if (originals.has(head)) {
            return new Left(Reason.REPEATED, "unchanged since an earlier capture, which was read");
        }
        byte[] block = record.block().orElse(new byte[0]);
        if (isHttp(head) && block.length > 0) {
            HttpResponse answer = http(block);
            if (answer.status() != 200 && answer.status() != 304) {
                return new Left(Reason.UNREACHABLE, "HTTP " + answer.status());
            }
            media(answer.headers(), target(head));
        }
        return new Left(Reason.UNREADABLE, "says only that it is unchanged since a capture that was not read");
    }

    private Left tooLarge() {
        return new Left(Reason.TOO_LARGE, "more than " + Documents.size(limit));
    }

    private static String type(MessageHeaders head) {
        return head.first("WARC-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** Quirk: the grammar of WARC 1.0 asks for angle brackets, and Wget writes them. */
    private static String target(MessageHeaders head) {
        String target = head.first("WARC-Target-URI").orElse("").strip();
        return target.startsWith("<") && target.endsWith(">") ? target.substring(1, target.length() - 1) : target;
    }

    private static Optional<String> webAddress(String target) {
        return WebAddress.scheme(target).filter(s -> s.matches("(?i)https?")).map(s -> target);
    }

    private static boolean isHttp(MessageHeaders head) {
        return Media.type(head.first("Content-Type").orElse("")).equals("application/http");
    }

    private static Optional<String> charset(MessageHeaders head) {
        return head.first("Content-Type").flatMap(Decoding::parameter);
    }

    private static Media media(MessageHeaders head, String target) throws Left {
        String declared = head.first("Content-Type").orElse("");
        Media media = Media.of(declared).orElseThrow(() -> new Left(Reason.UNSUPPORTED, Media.type(declared)));
        Optional<String> serving = media == Media.HTML ? Optional.empty() : Serving.what(target.split("[?#]", 2)[0]);
        if (serving.isPresent()) {
            throw new Left(Reason.UNSUPPORTED, serving.get());
        }
        return media;
    }

    /** Why a record gives no document. */
    private static final class Left extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Left(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }
    }
}
