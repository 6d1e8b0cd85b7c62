package org.sayso.ingest;

import java.io.ByteArrayInputStream;
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
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.sayso.model.Outcome;

/**
 * Fetches over http and https. Redirects are followed here, one by one: each host is resolved and each of its addresses
 * checked before it is asked. Time runs over all redirects and the whole body. Sends no cookies, no credentials, no referrer.
 */
final class Fetcher implements AutoCloseable {
    /** Who asks, for those who keep the servers. */
    static final String USER_AGENT = "Sayso/0.1 (+https://sayso.org)";

    private final Documents documents;
    private final Limits limits;
    private final Function<InetAddress, Optional<String>> special;
    private final HttpClient client;

    Fetcher(Documents documents, Limits limits) {
        this(documents, limits, limits.privateAddresses() ? a -> Optional.empty() : Addresses.load()::special);
    }

    /** @param special what an address is that may not be asked */
    Fetcher(Documents documents, Limits limits, Function<InetAddress, Optional<String>> special) {
        this.documents = documents;
        this.limits = limits;
        this.special = special;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /** What is at an address; never throws. */
    Supply fetch(String url) {
        try {
            return fetch(url, WebAddress.parse(url, StandardCharsets.UTF_8));
        } catch (URISyntaxException e) {
            return missed(url, Outcome.Reason.UNSUPPORTED, "not a web address: " + e.getReason());
        } catch (ExecutionException e) {
            return Supply.of(Faults.unreachable(url, e.getCause() == null ? e : e.getCause()));
        } catch (IOException e) {
            return Supply.of(Faults.unreachable(url, e));
        } catch (TimeoutException e) {
            return missed(
                    url,
                    Outcome.Reason.UNREACHABLE,
                    "not all there after " + limits.total().toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missed(url, Outcome.Reason.UNREACHABLE, "interrupted");
        }
    }

    private Supply fetch(String url, URI first)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + limits.total().toNanos();
        Set<URI> seen = new HashSet<>();
        URI at = first;
        while (true) {
            Optional<Supply> refused = refusal(url, at);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!seen.add(at)) {
                return missed(url, Outcome.Reason.UNREACHABLE, "redirects in a circle by " + at);
            }
            HttpResponse<LimitedBody.Body> answer = ask(at, end);
            Optional<String> location = answer.headers().firstValue("location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return documents(url, at, answer);
            }
            if (seen.size() > limits.redirects()) {
                return missed(url, Outcome.Reason.UNREACHABLE, "more than " + limits.redirects() + " redirects");
            }
            try {
                at = at.resolve(WebAddress.parse(location.get(), StandardCharsets.ISO_8859_1));
            } catch (URISyntaxException e) {
                return missed(url, Outcome.Reason.UNREACHABLE, "redirected to no address: " + e.getReason());
            }
        }
    }

    private HttpResponse<LimitedBody.Body> ask(URI at, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        long left = Math.max(1, end - System.nanoTime());
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(Duration.ofNanos(left))
                .header("User-Agent", USER_AGENT)
                .header("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1")
                .header("Accept-Encoding", "gzip")
                .build();
        CompletableFuture<HttpResponse<LimitedBody.Body>> answer =
                client.sendAsync(request, head -> new LimitedBody(head.statusCode() == 200 ? limits.bytes() : 0));
        try {
            return answer.get(left, TimeUnit.NANOSECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /** Why an address is not asked. */
    private Optional<Supply> refusal(String url, URI at) throws IOException {
        String by = at.toString().equals(url) ? "" : " (" + at + ")";
        String scheme = at.getScheme() == null ? "" : at.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of(
                    missed(url, Outcome.Reason.UNSUPPORTED, "only http and https are read, not " + scheme + by));
        }
        if (at.getHost() == null || at.getUserInfo() != null) {
            return Optional.of(missed(url, Outcome.Reason.UNSUPPORTED, "not a plain host" + by));
        }
        for (InetAddress address : InetAddress.getAllByName(at.getHost())) {
            Optional<String> what = special.apply(address);
            if (what.isPresent()) {
                String literal = address.getHostAddress();
                String host = at.getHost().equals(literal) ? literal : at.getHost() + " is " + literal + ",";
                String message = host + " " + (at.getHost().equals(literal) ? "is " : "") + "a " + what.get()
                        + " address" + by + "; such addresses are asked only when they are allowed";
                return Optional.of(missed(url, Outcome.Reason.REFUSED_ADDRESS, message));
            }
        }
        return Optional.empty();
    }

    private Supply documents(String url, URI at, HttpResponse<LimitedBody.Body> answer) {
        String status = "HTTP " + answer.statusCode();
        if (answer.statusCode() != 200) {
            String later = answer.headers()
                    .firstValue("retry-after")
                    .map(r -> ", to be tried again after " + r)
                    .orElse("");
            return missed(url, Outcome.Reason.UNREACHABLE, status + later);
        }
        if (!answer.body().whole()) {
            return missed(url, Outcome.Reason.TOO_LARGE, "more than " + Documents.size(limits.bytes()));
        }
        String encoding =
                answer.headers().firstValue("content-encoding").orElse("").strip();
        if (!encoding.isEmpty() && !encoding.matches("(?i)identity|(x-)?gzip")) {
            return missed(url, Outcome.Reason.UNSUPPORTED, "content encoding " + encoding);
        }
        Optional<String> charset = answer.headers().firstValue("content-type").flatMap(Decoding::parameter);
        Given found = new Given(Optional.of(at.toString()), Optional.empty(), Optional.empty(), Optional.empty());
        return documents.in(new ByteArrayInputStream(answer.body().bytes()), url, charset, found);
    }

    private static Supply missed(String url, Outcome.Reason reason, String message) {
        return Supply.of(Incoming.missed(url, reason, message));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
