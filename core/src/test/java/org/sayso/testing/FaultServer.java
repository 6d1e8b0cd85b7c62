package org.sayso.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on loopback that answers each path with bytes of the test's choosing, well-formed or not; a library's server would
 * not lie about lengths.
 */
public final class FaultServer implements AutoCloseable {
    /** Writes an answer, with its status line. */
    public interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    /** The same, by what is asked. */
    public interface Service {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * @param path with its query
     * @param head all lines
     */
    public record Request(String path, String head) {
        public Optional<String> header(String name) {
            Matcher m = Pattern.compile("(?im)^" + Pattern.quote(name) + ":\\s*(.*)$")
                    .matcher(head);
            return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
        }
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();
    private volatile Service otherwise =
            (request, out) -> out.write(head("404 Not Found", new String[] {}, "Content-Length: 0"));

    public FaultServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    public FaultServer at(String path, Answer answer) {
        return at(path, (request, out) -> answer.to(out));
    }

    public FaultServer at(String path, Service service) {
        services.put(path, service);
        return this;
    }

    /** What answers at paths that nothing else was said of. */
    public FaultServer otherwise(Service service) {
        otherwise = service;
        return this;
    }

    /** A page with these headers ("Name: value") and this body; the length is added. */
    public FaultServer page(String path, byte[] body, String... headers) {
        return at(path, out -> {
            out.write(head("200 OK", headers, "Content-Length: " + body.length));
            out.write(body);
        });
    }

    public FaultServer redirect(String path, String to) {
        return redirect(path, "302 Found", to);
    }

    public FaultServer redirect(String path, String status, String to) {
        return at(path, out -> out.write(head(status, new String[] {"Location: " + to}, "Content-Length: 0")));
    }

    /** A status without a body. */
    public FaultServer status(String path, String status, String... headers) {
        return at(path, out -> out.write(head(status, headers, "Content-Length: 0")));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Heads of the requests so far. */
    public List<String> requests() {
        return heads().stream().map(Request::head).toList();
    }

    public List<Request> heads() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How often a path was asked. */
    public long asked(String path) {
        return heads().stream().filter(r -> r.path().equals(path)).count();
    }

    /** The most requests that were ever answered at one time. */
    public int mostAtOnce() {
        return mostInWork.get();
    }

    public static byte[] head(String status, String[] headers, String... more) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        for (String header : more) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /**
     * Sends what was written, and leaves the other side time to take it in before the connection ends. Quirk: what comes together
     * with the end of a connection, the JDK's client may drop.
     */
    public static void flushed(OutputStream out) throws IOException, InterruptedException {
        out.flush();
        Thread.sleep(250);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            StringBuilder head = new StringBuilder();
            String line = in.readLine();
            String path = line == null ? "" : line.split(" ")[1];
            for (; line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            Request request = new Request(path, head.toString());
            requests.add(request);
            services.getOrDefault(path, otherwise).answer(request, socket.getOutputStream());
            inWork.decrementAndGet();
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException gone) {
            inWork.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
