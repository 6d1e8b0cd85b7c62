package org.sayso.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One clean article: its text as published and what is known about it.
 *
 * @param id {@code sha256:} and the hash of {@link #text()}: copies that several outlets print have the same
 * @param docId the caller's name for the document
 * @param canonicalUrl the address that the page gives as its own, where it gives one
 * @param publisher who printed it, not who is cited in it
 * @param published day of publication, in the publisher's own time zone as far as known
 * @param publishedAt the moment, where the page gives one with its offset from UTC
 * @param modified day of the last change that the page tells, in the publisher's own time zone as far as known
 * @param modifiedAt the moment of it, where the page gives one with its offset from UTC
 * @param wire agencies whose copy this is
 * @param section from the outermost inward
 * @param tags keywords as the publisher gives them, in that order
 * @param language ISO 639-1, where it could be told
 * @param text what every {@link Span} points into
 * @param posts of a live blog, in the order of the text; empty for any other article
 * @param extraction how the text was had; empty where it was given as text
 */
public record Article(
        String id,
        String docId,
        Optional<String> url,
        Optional<String> canonicalUrl,
        Optional<String> publisher,
        Optional<String> title,
        List<String> authors,
        Optional<LocalDate> published,
        Optional<OffsetDateTime> publishedAt,
        Optional<LocalDate> modified,
        Optional<OffsetDateTime> modifiedAt,
        Optional<Dateline> dateline,
        List<String> wire,
        List<String> section,
        List<String> tags,
        Optional<String> language,
        String text,
        List<Post> posts,
        Optional<Extraction> extraction) {
    public Article {
        authors = List.copyOf(authors);
        wire = List.copyOf(wire);
        section = List.copyOf(section);
        tags = List.copyOf(tags);
        posts = List.copyOf(posts);
        if (!id.equals(idOf(text))) {
            throw new IllegalArgumentException(
                    "article " + docId + " has id " + id + ", its text hashes to " + idOf(text));
        }
        Optional<Span> line = dateline.map(Dateline::span);
        if (line.isPresent() && line.get().end() > text.length()) {
            throw new IllegalArgumentException("dateline " + line.get() + " lies outside of article " + docId);
        }
        Stream.concat(
                        posts.stream().map(Post::span),
                        extraction.stream().flatMap(e -> e.origins().stream()).map(Extraction.Origin::span))
                .filter(span -> span.end() > text.length())
                .findFirst()
                .ifPresent(span -> {
                    throw new IllegalArgumentException("span " + span + " lies outside of article " + docId);
                });
    }

    /** An article given as text: nothing is known of changes, tags or posts. */
    public Article(
            String id,
            String docId,
            Optional<String> url,
            Optional<String> publisher,
            Optional<String> title,
            List<String> authors,
            Optional<LocalDate> published,
            Optional<OffsetDateTime> publishedAt,
            Optional<Dateline> dateline,
            List<String> wire,
            List<String> section,
            Optional<String> language,
            String text) {
        this(
                id,
                docId,
                url,
                Optional.empty(),
                publisher,
                title,
                authors,
                published,
                publishedAt,
                Optional.empty(),
                Optional.empty(),
                dateline,
                wire,
                section,
                List.of(),
                language,
                text,
                List.of(),
                Optional.empty());
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

    /** The day on which what stands there was published: that of the live blog's entry where it has one, else the article's. */
    public Optional<LocalDate> dayOf(Span span) {
        return posts.stream()
                .filter(post -> post.span().covers(span))
                .flatMap(post -> post.at().stream())
                .map(OffsetDateTime::toLocalDate)
                .findFirst()
                .or(() -> published);
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
