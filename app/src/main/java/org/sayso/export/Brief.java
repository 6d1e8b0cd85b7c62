package org.sayso.export;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sayso.model.Article;
import org.sayso.model.Claim;
import org.sayso.model.Reading;
import org.sayso.model.Span;
import org.sayso.model.Story;
import org.sayso.wording.Kept;
import org.sayso.wording.Lead;
import org.sayso.wording.Party;
import org.sayso.wording.Wording;

/**
 * A brief in Markdown: what is claimed, on how many legs, who denies it; each with endnotes that quote the words. Words that
 * are noted twice share a note. For one answer, by one thread.
 */
public final class Brief {
    private final Kept kept;
    /** Numbers by text, in order. */
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    public Brief(Kept kept) {
        this.kept = kept;
    }

    public void write(List<Story> stories, PrintWriter out) {
        stories.forEach(s -> story(s, out));
        out.println("## Notes");
        out.println();
        notes.forEach((text, n) -> out.println("[^" + n + "]: " + text));
    }

    private void story(Story s, PrintWriter out) {
        out.println("# " + escape(s.title()));
        out.println();
        out.println(String.join(" · ", Lead.numbers(s, kept.outlets(s))) + ".");
        String lead = Stream.of(Lead.legs(s), Lead.denied(s))
                .flatMap(Optional::stream)
                .map(Brief::escape)
                .collect(Collectors.joining("; "));
        if (!lead.isEmpty()) {
            out.println("**" + sentence(lead) + "**");
        }
        out.println();
        s.claims().stream().filter(c -> !Lead.minor(c)).forEach(c -> claim(c, out));
        List<Claim> minor = s.claims().stream().filter(Lead::minor).toList();
        if (!minor.isEmpty()) {
            out.println("## In one report alone");
            out.println();
            minor.forEach(c -> out.println("* " + escape(c.summary()) + ": " + reports(c) + "." + noComment(c)));
            out.println();
        }
    }

    private void claim(Claim c, PrintWriter out) {
        out.println("## " + escape(c.summary()));
        out.println();
        out.println("* *" + sentence(Wording.word(c.status())) + "* " + escape(sentence(Lead.legs(c))));
        out.println("* Said in " + Wording.count(Lead.reports(c), "report") + ": " + reports(c) + ".");
        if (!c.roots().isEmpty()) {
            out.println("* Rests on " + c.roots().stream().map(Brief::root).collect(Collectors.joining("; ")) + ".");
        }
        Party.denying(c)
                .forEach(p ->
                        out.println("* Denied by " + escape(p.named()) + ", in " + carriers(p.words(), p.by()) + "."));
        if (!c.noComment().isEmpty()) {
            out.println("* " + noComment(c).strip());
        }
        c.figures()
                .forEach(f -> out.println("* " + escape(Wording.figure(f)) + ", says " + escape(f.party())
                        + f.asOf().map(d -> ", " + Wording.day(d)).orElse("")
                        + (f.relation() == Claim.Relation.FIRST ? "" : " (" + Wording.word(f.relation()) + ")") + "."
                        + note(f.doc(), f.span(), List.of(f.party()))));
        out.println();
    }

    private static String root(Claim.Root r) {
        return escape(r.voucher())
                + r.via()
                        .filter(v -> !v.equals(r.voucher()))
                        .map(v -> ", via " + escape(v))
                        .orElse("");
    }

    /** Each outlet with its notes. */
    private String reports(Claim c) {
        Map<String, String> outlets = new LinkedHashMap<>();
        c.reports()
                .forEach(
                        r -> outlets.merge(kept.publisher(r.doc()), note(r.doc(), r.span(), r.said()), String::concat));
        return outlets(outlets);
    }

    private String carriers(List<Party.Words> words, String by) {
        Map<String, String> outlets = new LinkedHashMap<>();
        words.forEach(
                w -> outlets.merge(kept.publisher(w.doc()), note(w.doc(), w.span(), List.of(by)), String::concat));
        return outlets(outlets);
    }

    private static String outlets(Map<String, String> notes) {
        return notes.entrySet().stream()
                .map(o -> escape(o.getKey()) + o.getValue())
                .collect(Collectors.joining(", "));
    }

    private String noComment(Claim c) {
        List<String> silent = new ArrayList<>();
        Party.silent(c).forEach(p -> silent.add(escape(p.by()) + ", in " + carriers(p.words(), p.by())));
        return silent.isEmpty() ? "" : " No comment from " + String.join("; ", silent) + ".";
    }

    private String note(String doc, Span span, List<String> said) {
        Optional<Article> article = kept.reading(doc).map(Reading::article);
        String chain = kept.chain(doc, said).stream().map(Brief::escape).collect(Collectors.joining(" ← "));
        String words = kept.words(doc, span).map(w -> ": “" + escape(w) + "”").orElse("");
        String url = article.flatMap(Article::url)
                .filter(u -> u.matches("https?://[^\\s<>]+"))
                .map(u -> ", <" + u + ">")
                .orElse("");
        String text = chain + words + ", " + kept.day(doc) + url + " (" + escape(Wording.place(doc, span)) + ")";
        notes.putIfAbsent(text, notes.size() + 1);
        return "[^" + notes.get(text) + "]";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** Words of a report are words, not Markdown. */
    private static String escape(String words) {
        return words.replaceAll("\\s+", " ").replace("&", "&amp;").replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }
}
