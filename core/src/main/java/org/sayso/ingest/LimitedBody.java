package org.sayso.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body held in memory as far as a limit; where it goes on, the connection is cut and {@link Body#whole} is false. What came
 * before a connection broke is kept.
 */
final class LimitedBody implements BodySubscriber<LimitedBody.Body> {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /**
     * @param whole false where it was cut at the limit
     * @param broken why it ended before its end
     */
    record Body(byte[] bytes, boolean whole, Optional<String> broken) {
        /**
         * @param encoding a Content-Encoding; bytes that do not begin as gzip are not, whatever it says
         * @return empty for an encoding that is not known
         */
        Optional<Body> decompressed(String encoding, int limit) {
            return switch (encoding) {
                case "", "identity" -> Optional.of(this);
                case "gzip", "x-gzip" -> Optional.of(isGzip() ? inflated(limit, GZIPInputStream::new) : this);
                case "deflate" ->
                    Optional.of(inflated(limit, in -> new InflaterInputStream(in, new Inflater(!isZlib()))));
                default -> Optional.empty();
            };
        }

        private interface Opening {
            InputStream open(InputStream in) throws IOException;
        }

        private Body inflated(int limit, Opening opening) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream in = opening.open(new ByteArrayInputStream(bytes))) {
                byte[] part = new byte[1 << 13];
                for (int n = in.read(part); n >= 0; n = in.read(part)) {
                    out.write(part, 0, Math.min(n, limit - out.size()));
                    if (n > 0 && out.size() == limit && in.read() >= 0) {
                        return new Body(out.toByteArray(), false, Optional.empty());
                    }
                }
                return new Body(out.toByteArray(), whole, broken);
            } catch (IOException e) {
                return new Body(out.toByteArray(), whole, broken.or(() -> Optional.of(Faults.message(e))));
            }
        }

        private boolean isGzip() {
            return bytes.length > 1 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        }

        /** Quirk: "deflate" is zlib's format by RFC 9110, but some servers send it without zlib's head. */
        private boolean isZlib() {
            return bytes.length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) % 31 == 0;
        }
    }

    LimitedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Body> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = Math.min(buffer.remaining(), limit - bytes.size());
            byte[] part = new byte[room];
            buffer.get(part);
            bytes.writeBytes(part);
            if (buffer.hasRemaining()) {
                if (subscription != null) {
                    subscription.cancel();
                }
                body.complete(new Body(bytes.toByteArray(), false, Optional.empty()));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (bytes.size() == 0) {
            body.completeExceptionally(failure);
        } else {
            body.complete(new Body(bytes.toByteArray(), true, Optional.of(Faults.message(failure))));
        }
    }

    @Override
    public void onComplete() {
        body.complete(new Body(bytes.toByteArray(), true, Optional.empty()));
    }
}
