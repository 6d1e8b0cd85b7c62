package org.sayso.server;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.json.ReadingJson;
import org.sayso.json.StoryJson;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Story;

/** Serves one record on this machine only. Start once, close once; thread-safe in between. */
public final class Server implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> ASSETS =
            Map.of("sayso.css", "text/css; charset=utf-8", "reader.js", "text/javascript; charset=utf-8");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String JSON = "application/json; charset=utf-8";

    private final Library library;
    private final boolean local;
    private final TemplateEngine templates;
    private final Javalin javalin;

    private Server(Library library, boolean local) {
        this.library = library;
        this.local = local;
        this.templates = TemplateEngine.createPrecompiled(
                null, gg.jte.ContentType.Html, Server.class.getClassLoader(), "org.sayso.server.pages");
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts serving.
     *
     * @param host address to bind; 127.0.0.1 unless the user said otherwise
     * @param port 0 takes any free one
     * @throws IOException where that address or port cannot be had
     */
    public static Server start(Library library, String host, int port) throws IOException {
        Server server = new Server(library, host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1"));
        try {
            server.javalin.start(host, port);
        } catch (JavalinException e) {
            server.close();
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new IOException("cannot serve on " + host + ":" + port + ": " + why.getMessage(), e);
        }
        return server;
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.routes.before(this::headers);
        config.routes.before(this::onlyByItsOwnName);
        config.routes.before(this::onlyReading);
        get(config, "/", this::stories);
        get(config, "/story/{id}", this::story);
        get(config, "/article", this::article);
        get(config, "/search", c -> page(c, "search", Map.of("page", found(c))));
        get(config, "/health", c -> c.json(Map.of("status", "ok", "reports", library.size())));
        get(config, "/assets/{name}", this::asset);
        get(config, "/api/v1/stories", this::storiesJson);
        get(config, "/api/v1/stories/{id}", this::storyJson);
        get(config, "/api/v1/articles", this::articleJson);
        get(config, "/api/v1/search", c -> c.json(found(c).hits()));
        config.routes.exception(NotFoundResponse.class, (e, c) -> missing(c, "There is no page " + c.path() + "."));
        config.routes.exception(Exception.class, (e, c) -> {
            String words = e.getMessage() == null ? e.toString() : e.getMessage();
            c.status(HttpStatus.INTERNAL_SERVER_ERROR);
            answer(c, "Something went wrong: " + words);
        });
    }

    /** HEAD answers as GET does, without the body, which the server leaves out. */
    private static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    private void headers(Context c) {
        c.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    /**
     * A page elsewhere may let its own name lead to this machine and so read the record (DNS rebinding); it cannot make the
     * browser name another host than its own.
     */
    private void onlyByItsOwnName(Context c) {
        String host = String.valueOf(c.header("Host")).replaceFirst(":\\d+$", "");
        if (local && !LOOPBACK.contains(host)) {
            c.status(HttpStatus.MISDIRECTED_REQUEST);
            answer(c, "This record is served to this machine only, not to " + host + ".");
            c.skipRemainingHandlers();
        }
    }

    /** Nothing is written over HTTP. */
    private void onlyReading(Context c) {
        if (!READING.contains(c.method())) {
            c.status(HttpStatus.METHOD_NOT_ALLOWED).header("Allow", "GET, HEAD");
            answer(c, "This record can be read here, not changed: GET and HEAD only.");
            c.skipRemainingHandlers();
        }
    }

    private void stories(Context c) throws IOException {
        page(
                c,
                "stories",
                Map.of("page", StoryList.of(library.stories(), library.publishers(), number(parameter(c, "page")))));
    }

    private void story(Context c) throws IOException {
        Optional<Story> story = library.story(c.pathParam("id"));
        if (story.isEmpty()) {
            missing(c, "There is no story " + c.pathParam("id") + " in this record.");
            return;
        }
        page(c, "story", Map.of("page", Ledger.of(story.get(), library.kept())));
    }

    private void article(Context c) throws IOException {
        Optional<Reading> reading = library.reading(parameter(c, "doc"));
        if (reading.isEmpty()) {
            missing(c, "There is no report \"" + parameter(c, "doc") + "\" in this record.");
            return;
        }
        page(c, "article", Map.of("page", Reader.of(reading.get(), at(parameter(c, "at")))));
    }

    private SearchPage found(Context c) throws IOException {
        String words = parameter(c, "q");
        return SearchPage.of(
                words,
                parameter(c, "kind"),
                parameter(c, "publisher"),
                library.search(words, SearchPage.SEARCHED),
                library.summaries());
    }

    private void storiesJson(Context c) throws IOException {
        c.contentType(JSON)
                .result(library.stories().stream()
                        .map(StoryJson::write)
                        .collect(Collectors.joining(",\n", "[", "]\n")));
    }

    private void storyJson(Context c) throws IOException {
        Optional<Story> story = library.story(c.pathParam("id"));
        if (story.isEmpty()) {
            missing(c, "There is no story " + c.pathParam("id") + " in this record.");
            return;
        }
        c.contentType(JSON).result(StoryJson.write(story.get()));
    }

    private void articleJson(Context c) throws IOException {
        Optional<Reading> reading = library.reading(parameter(c, "doc"));
        if (reading.isEmpty()) {
            missing(c, "There is no report \"" + parameter(c, "doc") + "\" in this record.");
            return;
        }
        c.contentType(JSON).result(ReadingJson.write(reading.get()));
    }

    private void asset(Context c) throws IOException {
        String name = c.pathParam("name");
        String type = ASSETS.get(name);
        try (InputStream in = type == null ? null : Server.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                missing(c, "There is no file " + name + ".");
                return;
            }
            c.contentType(String.valueOf(type)).result(in.readAllBytes());
        }
    }

    private void missing(Context c, String message) {
        c.status(HttpStatus.NOT_FOUND);
        answer(c, message);
    }

    private void answer(Context c, String message) {
        if (c.path().startsWith("/api/")) {
            c.json(Map.of("error", message));
        } else {
            page(c, "message", Map.of("message", message));
        }
    }

    private void page(Context c, String template, Map<String, Object> values) {
        StringOutput out = new StringOutput();
        templates.render(template + ".jte", values, out);
        c.contentType("text/html; charset=utf-8").result(out.toString());
    }

    private static String parameter(Context c, String name) {
        String value = c.queryParam(name);
        return value == null ? "" : value;
    }

    /** 1 where it is no number. */
    private static int number(String words) {
        return words.matches("\\d{1,6}") ? Integer.parseInt(words) : 1;
    }

    /** "120-148" or nothing. */
    private static Optional<Span> at(String words) {
        if (!words.matches("\\d{1,9}-\\d{1,9}")) {
            return Optional.empty();
        }
        int dash = words.indexOf('-');
        int start = Integer.parseInt(words.substring(0, dash));
        int end = Integer.parseInt(words.substring(dash + 1));
        return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
