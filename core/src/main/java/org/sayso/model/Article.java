package org.sayso.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One clean article: its text as published and what is known about it.
 *
 * @param id {@code sha256:} and the hash of {@link #text()}: copies that several outlets print have the same
 * @param docId the caller's name for the document
 * @param publisher who printed it, not who is cited in it
 * @param published day of publication, in the publisher's own time zone as far as known
 * @param publishedAt the instant, where the page gives one
 * @param wire agencies whose copy this is
 * @param section from the outermost inward
 * @param language ISO 639-1, where it could be told
 * @param text what every {@link Span} points into
 */
public record Article(
        String id,
        String docId,
        Optional<String> url,
        Optional<String> publisher,
        Optional<String> title,
        List<String> authors,
        Optional<LocalDate> published,
        Optional<Instant> publishedAt,
        Optional<Dateline> dateline,
        List<String> wire,
        List<String> section,
        Optional<String> language,
        String text) {
    public Article {
        authors = List.copyOf(authors);
        wire = List.copyOf(wire);
        section = List.copyOf(section);
        if (!id.equals(idOf(text))) {
            throw new IllegalArgumentException(
                    "article " + docId + " has id " + id + ", its text hashes to " + idOf(text));
        }
        Optional<Span> line = dateline.map(Dateline::span);
        if (line.isPresent() && line.get().end() > text.length()) {
            throw new IllegalArgumentException("dateline " + line.get() + " lies outside of article " + docId);
        }
    }

    /** An article of which nothing is known but its text. */
    public static Article ofText(String docId, String text) {
        return new Article(
                idOf(text),
                docId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                text);
    }

    /** The id that the text gives: SHA-256 over its UTF-8 bytes (unpaired surrogates count as {@code ?}). */
    public static String idOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
