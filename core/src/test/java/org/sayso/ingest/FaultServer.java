package org.sayso.ingest;

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
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server on loopback that answers each path with bytes of the test's choosing, well-formed or not; a library's server would
 * not lie about lengths.
 */
final class FaultServer implements AutoCloseable {
    /** Writes an answer, with its status line. */
    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    FaultServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    FaultServer at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** A page with these headers ("Name: value") and this body; the length is added. */
    FaultServer page(String path, byte[] body, String... headers) {
        return at(path, out -> {
            out.write(head("200 OK", headers, "Content-Length: " + body.length));
            out.write(body);
        });
    }

    FaultServer redirect(String path, String to) {
        return at(path, out -> out.write(head("302 Found", new String[] {"Location: " + to}, "Content-Length: 0")));
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Heads of the requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    static byte[] head(String status, String[] headers, String... more) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        for (String header : more) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
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
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            StringBuilder request = new StringBuilder();
            String line = in.readLine();
            String path = line == null ? "" : line.split(" ")[1];
            for (; line != null && !line.isEmpty(); line = in.readLine()) {
                request.append(line).append('\n');
            }
            requests.add(request.toString());
            Answer answer = answers.getOrDefault(
                    path, out -> out.write(head("404 Not Found", new String[] {}, "Content-Length: 0")));
            answer.to(socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException gone) {
            requests.add("gone: " + gone);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
