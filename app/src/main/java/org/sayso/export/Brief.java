package org.sayso.export;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Article;
import org.sayso.model.Claim;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Story;

/** A brief in Markdown: each story's claims in sentences, each sentence with endnotes that quote the words. */
final class Brief {
    private final Map<String, Article> articles = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Brief(List<Reading> readings) {
        readings.forEach(r -> articles.put(r.article().docId(), r.article()));
    }

    static void write(List<Reading> readings, List<Story> stories, PrintWriter out) {
        Brief brief = new Brief(readings);
        for (Story story : stories) {
            out.println("# " + escape(story.title()));
            out.println();
            out.println(story.docs().size() + " reports"
                    + story.from().map(f -> ", " + f).orElse("")
                    + story.to()
                            .filter(t -> !story.from().equals(story.to()))
                            .map(t -> " to " + t)
                            .orElse("")
                    + ".");
            out.println();
            story.claims().forEach(c -> brief.claim(c, out));
        }
        if (!brief.notes.isEmpty()) {
            out.println("## Notes");
            out.println();
            brief.notes.forEach(out::println);
        }
    }

    private void claim(Claim c, PrintWriter out) {
        StringBuilder line = new StringBuilder("* **" + escape(c.summary()) + "**");
        c.reports().forEach(r -> line.append(note(r.doc(), r.span(), r.said())));
        line.append("  \n  ")
                .append(c.status().name().toLowerCase(Locale.ROOT))
                .append("; ")
                .append(c.independent()
                        .count()
                        .map(n -> n + (n == 1 ? " root" : " roots"))
                        .orElse("number of roots unknown"))
                .append(c.independent().established() ? "" : " (not established)")
                .append(": ")
                .append(escape(c.independent().why()));
        for (Claim.Denial d : c.denials()) {
            line.append("  \n  Denied by ")
                    .append(escape(d.by()))
                    .append(d.on().map(on -> " on " + on).orElse(""))
                    .append(d.scope() == Claim.Scope.PART ? ", in part" : "")
                    .append('.')
                    .append(note(d.doc(), d.span(), List.of(d.by())));
        }
        for (Claim.NoComment n : c.noComment()) {
            line.append("  \n  No comment from ")
                    .append(escape(n.by()))
                    .append('.')
                    .append(note(n.doc(), n.span(), List.of(n.by())));
        }
        out.println(line);
        out.println();
    }

    private String note(String doc, Span span, List<String> said) {
        int n = notes.size() + 1;
        Article a = articles.get(doc);
        String words = a == null ? "" : ": “" + escape(span.of(a.text())) + "”";
        String chain = Stream.concat(Stream.of(a == null ? doc : a.publisher().orElse(doc)), said.stream())
                .map(Brief::escape)
                .collect(Collectors.joining(" ← "));
        String url = a == null ? "" : a.url().map(u -> " <" + u + ">").orElse("");
        notes.add("[^" + n + "]: " + chain + words + " (" + escape(doc) + ", " + span + ")" + url);
        return "[^" + n + "]";
    }

    /** Words of a report are words, not Markdown. */
    private static String escape(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
