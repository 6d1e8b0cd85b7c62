package org.sayso.analysis;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Finds the weights file of the language engine and checks that it is whole. */
final class Weights {
    static final String NAME = "sayso-engine.onnx";

    private Weights() {}

    /** A file of the user's own choice: system property {@code sayso.engine}, else environment SAYSO_ENGINE. */
    static Optional<Path> chosen() {
        return Optional.ofNullable(System.getProperty("sayso.engine"))
                .or(() -> Optional.ofNullable(System.getenv("SAYSO_ENGINE")))
                .filter(s -> !s.isBlank())
                .map(Path::of);
    }

    /** Whether {@link #find()} would find any. */
    static boolean present() {
        return chosen().isPresent() || Weights.class.getResource(NAME) != null || beside().isPresent();
    }

    /**
     * The chosen file; else the one on the class path; else the one in the folder of this program's jar.
     *
     * @throws FileNotFoundException where there is none, saying where one was looked for
     * @throws IOException where the file shipped is damaged
     */
    static byte[] find() throws IOException {
        Optional<Path> chosen = chosen();
        if (chosen.isPresent()) {
            return read(chosen.get());
        }
        try (InputStream in = Weights.class.getResourceAsStream(NAME)) {
            if (in != null) {
                return checked(in.readAllBytes());
            }
        }
        Optional<Path> beside = beside();
        if (beside.isPresent()) {
            return checked(Files.readAllBytes(beside.get()));
        }
        throw new FileNotFoundException("the language engine's weights, " + NAME
                + ", are neither on the class path (org/sayso/analysis) nor beside the jar;"
                + " name a file by -Dsayso.engine=FILE or SAYSO_ENGINE");
    }

    static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("the language engine's weights are not at " + file);
        }
        return Files.readAllBytes(file);
    }

    private static Optional<Path> beside() {
        CodeSource source = Weights.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI uri = source.getLocation().toURI();
            return uri.getScheme().equals("file")
                    ? Optional.of(Path.of(uri).resolveSibling(NAME)).filter(Files::isRegularFile)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static byte[] checked(byte[] weights) throws IOException {
        Optional<String> wanted = checksum();
        if (wanted.isPresent() && !wanted.get().equals(sha256(weights))) {
            throw new IOException(NAME + " is damaged: " + weights.length + " bytes hash to " + sha256(weights)
                    + " instead of " + wanted.get());
        }
        return weights;
    }

    /** What the file shipped must hash to, where that is known: first word of {@code sayso-engine.sha256}. */
    private static Optional<String> checksum() throws IOException {
        try (InputStream in = Weights.class.getResourceAsStream("sayso-engine.sha256")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split("\\s+")[0]);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
