package org.sayso.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sayso.model.Article;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Story;
import org.sayso.store.RecordStore;

/** The readings of a record by docId, each fetched once; for one answer, by one thread. */
public final class Kept {
    private static final int HEADLINE = 90;

    private final RecordStore store;
    private final Map<String, Optional<Reading>> known = new HashMap<>();

    public Kept(RecordStore store) {
        this.store = store;
    }

    /** @throws UncheckedIOException where the record cannot be read */
    public Optional<Reading> reading(String doc) {
        return known.computeIfAbsent(doc, this::fetch);
    }

    private Optional<Reading> fetch(String doc) {
        try {
            return store.reading(doc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Article> article(String doc) {
        return reading(doc).map(Reading::article);
    }

    /** Who printed it; the docId where that is not known. */
    public String publisher(String doc) {
        return article(doc).flatMap(Article::publisher).orElse(doc);
    }

    /** How many publishers a story has. */
    public long outlets(Story story) {
        return story.docs().stream().map(this::publisher).distinct().count();
    }

    /** 11 Nov 2024, or "undated". */
    public String day(String doc) {
        return article(doc).flatMap(Article::published).map(Wording::day).orElse("undated");
    }

    /** Its title, else how it begins. */
    public String headline(String doc) {
        return article(doc).map(Kept::headline).orElse(doc);
    }

    public static String headline(Article article) {
        return article.title().orElseGet(() -> beginning(article.text()));
    }

    /** The first line of a text, as far as a headline goes. */
    public static String beginning(String text) {
        return Wording.shorten(text.strip().lines().findFirst().orElse(""), HEADLINE);
    }

    /** The words of a report; none where it is gone. */
    public Optional<String> words(String doc, Span span) {
        return article(doc)
                .map(Article::text)
                .filter(t -> span.end() <= t.length())
                .map(span::of);
    }

    /** Publisher first, then who it cites, and so on. */
    public List<String> chain(String doc, List<String> said) {
        return Stream.concat(Stream.of(publisher(doc)), said.stream()).toList();
    }
}
