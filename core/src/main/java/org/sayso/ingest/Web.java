package org.sayso.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.sayso.model.Outcome;

/**
 * Asks over http and https. Redirects are followed here, one by one: each host is resolved and each of its addresses
 * checked before it is asked, and again when the answer is there. Time runs over all redirects and the whole body, not over
 * waiting at the gate. Sends no cookies, no credentials, no referrer. Thread-safe.
 */
public final class Web implements AutoCloseable {
    /** Who asks, for those who keep the servers. */
    public static final String USER_AGENT = "Sayso/0.1 (+https://sayso.org)";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Limits limits;
    private final Function<InetAddress, Optional<String>> special;
    private final HttpClient client;

    public Web(Limits limits) {
        this(limits, limits.privateAddresses() ? a -> Optional.empty() : Addresses.load()::special);
    }

    /** @param special what an address is that may not be asked */
    Web(Limits limits, Function<InetAddress, Optional<String>> special) {
        this.limits = limits;
        this.special = special;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * What is at an address; never throws.
     *
     * @param headers beside the usual ones
     */
    public Answer get(String url, Map<String, String> headers, Gate gate) {
        try {
            return get(url, WebAddress.parse(url, StandardCharsets.UTF_8), headers, gate);
        } catch (URISyntaxException e) {
            return new Answer.None(Outcome.Reason.UNSUPPORTED, "not a web address: " + e.getReason());
        } catch (ExecutionException e) {
            return new Answer.None(Outcome.Reason.UNREACHABLE, Faults.message(e.getCause() == null ? e : e.getCause()));
        } catch (IOException e) {
            return new Answer.None(Outcome.Reason.UNREACHABLE, Faults.message(e));
        } catch (TimeoutException e) {
            return new Answer.None(
                    Outcome.Reason.UNREACHABLE,
                    "not all there after " + limits.total().toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None(Outcome.Reason.UNREACHABLE, "interrupted");
        }
    }

    private Answer get(String url, URI first, Map<String, String> headers, Gate gate)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long left = limits.total().toNanos();
        Set<URI> seen = new HashSet<>();
        List<Answer.Hop> hops = new ArrayList<>();
        URI at = first;
        while (true) {
            Optional<Answer> refused = refusal(url, at);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!seen.add(at)) {
                return new Answer.None(Outcome.Reason.UNREACHABLE, "redirects in a circle by " + at);
            }
            HttpResponse<LimitedBody.Body> response;
            switch (gate.pass(at)) {
                case Gate.Pass.No no -> {
                    return new Answer.None(no.reason(), no.message());
                }
                case Gate.Pass.Later later -> {
                    return new Answer.Later(later.until());
                }
                case Gate.Pass.Go go -> {
                    long start = System.nanoTime();
                    try {
                        refused = refusal(url, at);
                        if (refused.isPresent()) {
                            return refused.get();
                        }
                        response = ask(at, headers, left);
                        refused = refusal(url, at);
                    } finally {
                        go.after().run();
                    }
                    left -= System.nanoTime() - start;
                }
            }
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<String> location = response.headers().firstValue("location");
            if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
                return arrived(at, hops, response);
            }
            if (seen.size() > limits.redirects()) {
                return new Answer.None(Outcome.Reason.UNREACHABLE, "more than " + limits.redirects() + " redirects");
            }
            try {
                at = at.resolve(WebAddress.parse(location.get(), StandardCharsets.ISO_8859_1));
            } catch (URISyntaxException e) {
                return new Answer.None(Outcome.Reason.UNREACHABLE, "redirected to no address: " + e.getReason());
            }
            hops.add(new Answer.Hop(response.statusCode(), at));
        }
    }

    private HttpResponse<LimitedBody.Body> ask(URI at, Map<String, String> headers, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        long left = Math.max(1, nanos);
        HttpRequest.Builder request = HttpRequest.newBuilder(at)
                .timeout(Duration.ofNanos(left))
                .header("User-Agent", USER_AGENT)
                .header("Accept-Encoding", "gzip, deflate");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<LimitedBody.Body>> answer = client.sendAsync(
                request.build(), head -> new LimitedBody(head.statusCode() == 200 ? limits.bytes() : 0));
        try {
            return answer.get(left, TimeUnit.NANOSECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private Answer arrived(URI at, List<Answer.Hop> hops, HttpResponse<LimitedBody.Body> response) {
        String encoding = response.headers()
                .firstValue("content-encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        return response.body()
                .decompressed(encoding, limits.bytes())
                .<Answer>map(body -> new Answer.Arrived(
                        at, hops, response.statusCode(), response.headers(), body.bytes(), body.whole(), body.broken()))
                .orElseGet(() -> new Answer.None(Outcome.Reason.UNSUPPORTED, "content encoding " + encoding));
    }

    /** Why an address is not asked. */
    private Optional<Answer> refusal(String url, URI at) throws IOException {
        String by = at.toString().equals(url) ? "" : " (" + at + ")";
        String scheme = at.getScheme() == null ? "" : at.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of(
                    new Answer.None(Outcome.Reason.UNSUPPORTED, "only http and https are read, not " + scheme + by));
        }
        if (at.getHost() == null || at.getUserInfo() != null) {
            return Optional.of(new Answer.None(Outcome.Reason.UNSUPPORTED, "not a plain host" + by));
        }
        for (InetAddress address : InetAddress.getAllByName(at.getHost())) {
            Optional<String> what = special.apply(address);
            if (what.isPresent()) {
                String literal = address.getHostAddress();
                String host = at.getHost().equals(literal) ? literal : at.getHost() + " is " + literal + ",";
                String message = host + " " + (at.getHost().equals(literal) ? "is " : "") + "a " + what.get()
                        + " address" + by + "; such addresses are asked only when they are allowed";
                return Optional.of(new Answer.None(Outcome.Reason.REFUSED_ADDRESS, message));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
