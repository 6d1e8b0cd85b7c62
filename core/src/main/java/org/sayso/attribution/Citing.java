package org.sayso.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Who stands behind whoever reports: "the Post reported, citing officials, that Y", "the agency quoted him as saying Y", "the
 * paper attributed its account to people close to him". The reporter is the outer link and keeps the content; whoever is
 * cited is the inner one and says the same words. Read from the words rather than the tree, for such sentences are long and
 * trees of long sentences err.
 */
final class Citing {
    private static final Set<String> CITE = Set.of("cite", "quote");
    private static final Set<String> SAYING =
            Set.of("saying", "telling", "writing", "confirming", "claiming", "warning");
    private static final Set<String> ENDS = Set.of(",", ";", ":", ")", "—", "–", "--");
    private static final Pattern MEDIUM_AT_END =
            Pattern.compile("\\s+on (?:Telegram|Facebook|X|Twitter|Instagram|YouTube|state (?:television|TV))$");
    private static final int LONGEST_NAME = 25;

    private final AnalyzedText text;
    private final SourceKinds kinds;
    private final List<Draft> drafts;

    private Citing(AnalyzedText text, SourceKinds kinds, List<Draft> drafts) {
        this.text = text;
        this.kinds = kinds;
        this.drafts = new ArrayList<>(drafts);
    }

    static List<Draft> link(AnalyzedText text, SourceKinds kinds, List<Draft> drafts) {
        Citing citing = new Citing(text, kinds, drafts);
        for (Sentence s : text.sentences()) {
            for (Token t : s.tokens()) {
                if (t.isVerb() && (CITE.contains(Cues.lemma(t)) || Cues.lemma(t).equals("report"))) {
                    citing.cite(s, t);
                } else if (t.isVerb() && Cues.lemma(t).equals("attribute")) {
                    citing.attribute(s, t);
                }
            }
        }
        return citing.drafts;
    }

    private void cite(Sentence s, Token cite) {
        Optional<Token> saying = saying(s, cite);
        if (saying.isEmpty() && !CITE.contains(Cues.lemma(cite)) || isContrary(s, cite)) {
            return;
        }
        if (saying.isPresent()) {
            quoted(s, cite, saying.get());
        } else if (!Clauses.passive(s, cite)) {
            cited(s, cite).ifPresent(source -> under(s, cite, source));
        }
    }

    /** "Contrary to a report that cited …": whoever is cited says something else; "without citing a source" cites nobody. */
    private static boolean isContrary(Sentence s, Token cite) {
        boolean without = cite.index() > 0 && s.token(cite.index() - 1).form().equalsIgnoreCase("without");
        return without
                || s.tokens().subList(0, cite.index()).stream()
                        .anyMatch(t -> Cues.lemma(t).equals("contrary"));
    }

    /** "… as saying". */
    private static Optional<Token> saying(Sentence s, Token cite) {
        for (int i = cite.index() + 1; i < Math.min(s.size() - 1, cite.index() + LONGEST_NAME); i++) {
            if (s.token(i).form().equals("as")
                    && SAYING.contains(s.token(i + 1).form().toLowerCase(Locale.ROOT))) {
                return Optional.of(s.token(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The words after "citing" up to the next comma or clause, if they are somebody or something that speaks. */
    private Optional<Span> cited(Sentence s, Token cite) {
        int end = cite.index() + 1;
        while (end < s.size() && !ends(s, s.token(end), cite)) {
            end++;
        }
        List<Span> words = Pieces.of(s, s.tokens().subList(cite.index() + 1, end)).stream()
                .map(this::withoutMedium)
                .toList();
        return words.size() == 1 && kinds.isSpeaker(text, words.getFirst())
                ? Optional.of(words.getFirst())
                : Optional.empty();
    }

    private Span withoutMedium(Span source) {
        Matcher medium = MEDIUM_AT_END.matcher(source.of(text.text()));
        return medium.find() && medium.start() > 0 ? new Span(source.start(), source.start() + medium.start()) : source;
    }

    private static boolean ends(Sentence s, Token t, Token cite) {
        if (t.index() == s.size() - 1 && (t.upos() == Upos.PUNCT || ENDS.contains(t.form()))) {
            return true;
        }
        boolean list = t.form().equals(",")
                && s.token(t.index() + 1).is("conj")
                && s.token(t.index() + 1).isNoun();
        boolean that = t.form().equals("that") && t.is("mark");
        boolean relative = t.isVerb()
                && t.xpos().equals("VBD")
                && t.index() > cite.index() + 1
                && s.tokens().subList(cite.index() + 1, t.index()).stream()
                        .noneMatch(w -> w.xpos().startsWith("W"))
                && !t.is("acl");
        return ENDS.contains(t.form()) && !list || that || relative;
    }

    private void under(Sentence s, Token cite, Span source) {
        Span cue = Clauses.cue(s, cite, 1);
        Optional<Draft> host = host(s, cite, source);
        if (host.isEmpty()) {
            clauseOf(s, cite, source);
            return;
        }
        Draft outer = host.get();
        List<Span> content = new ArrayList<>();
        for (Span piece : outer.content()) {
            content.addAll(Pieces.without(text.text(), piece, List.of(source, cue)));
        }
        List<Span> cues = outer.cue().stream().filter(c -> !c.overlaps(cue)).toList();
        if (content.isEmpty() || cues.isEmpty()) {
            return;
        }
        drafts.removeIf(d -> d.cueTouches(List.of(cue)));
        drafts.remove(outer);
        withoutCiting(outer, List.of(source, cue));
        Draft trimmed = outer.withContent(content).withCue(cues);
        drafts.add(trimmed);
        drafts.add(Draft.of(List.of(source), List.of(cue), trimmed.content(), "rule:citing", 0.75)
                .under(cues.getFirst()));
    }

    /** Whom the reporter cites has no part in what others say there. */
    private void withoutCiting(Draft outer, List<Span> citing) {
        drafts.replaceAll(d -> {
            boolean here = outer.says(d.cue().getFirst())
                    && d.content().stream().anyMatch(c -> citing.stream().anyMatch(c::overlaps));
            List<Span> left = new ArrayList<>();
            d.content().forEach(c -> left.addAll(Pieces.without(text.text(), c, citing)));
            return here && !left.isEmpty() ? d.withContent(left) : d;
        });
    }

    /** "A report cited an assessment that Y": the one and the other say Y. */
    private void clauseOf(Sentence s, Token cite, Span source) {
        Optional<Token> that = s.tokens().stream()
                .filter(t -> t.span().start() > source.end()
                        && t.span().start() <= source.end() + 2
                        && t.form().equals("that"))
                .findFirst();
        List<Span> outer = subject(s, cite);
        if (that.isEmpty() || outer.isEmpty()) {
            return;
        }
        Span cue = Clauses.cue(s, cite, 1);
        List<Span> content = Pieces.of(s, s.tokens().subList(that.get().index(), s.size()));
        List<Token> above = s.ancestors(cite);
        Span reporting = drafts.stream()
                .filter(d -> d.content().isEmpty() && above.stream().anyMatch(a -> d.cueTouches(List.of(a.span()))))
                .map(d -> d.cue().getFirst())
                .findFirst()
                .orElse(cue);
        drafts.removeIf(d ->
                d.cueTouches(List.of(cue, reporting)) || source.covers(d.cue().getFirst()));
        drafts.add(Draft.of(outer, List.of(reporting), content, "rule:citing", 0.75));
        drafts.add(Draft.of(List.of(source), List.of(cue), content, "rule:cited", 0.7)
                .under(reporting));
    }

    /** The report that the citing stands beside: its verb above, else the nearest one in the sentence. */
    private Optional<Draft> host(Sentence s, Token cite, Span source) {
        List<Token> above = s.ancestors(cite);
        return drafts.stream()
                .filter(d -> s.span().covers(d.cue().getFirst()) && !d.content().isEmpty())
                .filter(d -> d.within().isEmpty() && !d.source().isEmpty())
                .filter(d -> d.cue().size() > 1 || !d.cueTouches(List.of(cite.span())))
                .filter(d -> d.source().stream().noneMatch(source::overlaps))
                .filter(d -> !source.covers(d.cue().getFirst()))
                .min(Comparator.comparing((Draft d) -> kinds.of(text, d.source()) != Kind.OUTLET)
                        .thenComparing(d -> above.stream().noneMatch(a -> d.cueTouches(List.of(a.span()))))
                        .thenComparingInt(d -> Math.abs(
                                d.cue().getFirst().start() - cite.span().start())));
    }

    /** "X quoted Y as saying Z", "Y was quoted (by X) as saying Z (by X)". */
    private void quoted(Sentence s, Token cite, Token saying) {
        Span cue = Clauses.cue(s, cite, 1);
        boolean passive = Clauses.passive(s, cite);
        List<Token> between = s.tokens().subList(cite.index() + 1, saying.index() - 1);
        List<Token> after = s.tokens().subList(saying.index() + 1, s.size());
        List<Span> speaker = passive ? subject(s, cite) : Pieces.of(s, between);
        Optional<Span> agent = passive ? agent(s, between).or(() -> agent(s, after)) : Optional.empty();
        List<Span> reporter = passive ? agent.map(List::of).orElse(List.of()) : subject(s, cite);
        List<Span> behind = content(s, after, agent);
        List<Span> content = passive && behind.isEmpty() ? before(s, cite) : behind;
        if (speaker.size() != 1 || content.isEmpty()) {
            return;
        }
        Span said = saying.span();
        Optional<Draft> known = drafts.stream()
                .filter(d -> d.cueTouches(List.of(cue)) && !passive)
                .findFirst();
        drafts.removeIf(d -> d.cueTouches(List.of(said))
                || d.cueTouches(List.of(cue)) && known.filter(d::equals).isEmpty());
        if (reporter.isEmpty() && known.isEmpty()) {
            drafts.add(Draft.of(speaker, List.of(cue, said), content, "rule:quoted-as-saying", 0.75));
            return;
        }
        if (known.isEmpty()) {
            drafts.add(Draft.of(reporter, List.of(cue), content, "rule:quoting", 0.75));
        }
        drafts.add(Draft.of(speaker, List.of(said), content, "rule:quoted-as-saying", 0.75)
                .under(cue));
    }

    /** "Y, X was quoted as saying". */
    private static List<Span> before(Sentence s, Token cite) {
        Optional<Token> subject = s.child(cite, "nsubj:pass");
        int end = subject.map(n -> s.subtree(n).getFirst().index()).orElse(0);
        return end > 1 ? Pieces.of(s, s.tokens().subList(0, end)) : List.of();
    }

    private static List<Span> subject(Sentence s, Token verb) {
        return s.child(verb, "nsubj:pass")
                .or(() -> Clauses.subject(s, verb))
                .map(n -> Clauses.nounPhrase(s, n, verb))
                .orElse(List.of());
    }

    private Optional<Span> agent(Sentence s, List<Token> among) {
        return among.stream()
                .filter(t -> t.form().equals("by") && t.index() + 1 < s.size())
                .map(t -> s.token(t.head() < 0 ? t.index() + 1 : t.head()))
                .flatMap(n -> Clauses.nounPhrase(s, n, s.root()).stream().limit(1))
                .filter(span -> kinds.of(text, List.of(span)) == Kind.OUTLET)
                .findFirst();
    }

    private static List<Span> content(Sentence s, List<Token> after, Optional<Span> agent) {
        List<Token> words = new ArrayList<>(after);
        agent.filter(a ->
                        !after.isEmpty() && a.start() > after.getFirst().span().start())
                .ifPresent(a -> words.removeIf(t -> t.span().end() > a.start() - 4));
        return words.isEmpty() ? List.of() : Pieces.of(s, words);
    }

    /** "The paper attributed its account to people close to him." */
    private void attribute(Sentence s, Token verb) {
        Optional<Token> account = s.child(verb, "obj", "nsubj:pass");
        Optional<Token> to = s.tokens().subList(verb.index() + 1, s.size()).stream()
                .filter(t -> t.form().equals("to") && t.head() >= 0)
                .findFirst()
                .map(t -> s.token(t.head()));
        if (account.isEmpty() || to.isEmpty() || to.get().isVerb()) {
            return;
        }
        Span cue = Clauses.cue(s, verb, 1);
        List<Span> source = Clauses.nounPhrase(s, to.get(), verb);
        List<Token> object = new ArrayList<>(s.subtree(account.get()));
        object.removeAll(s.subtree(to.get()));
        List<Span> content = Pieces.of(s, object);
        if (source.isEmpty() || content.isEmpty() || !kinds.speaks(text, source.getFirst())) {
            return;
        }
        List<Span> outer = Clauses.subject(s, verb)
                .map(n -> Clauses.nounPhrase(s, n, verb))
                .orElse(List.of());
        drafts.removeIf(d -> d.cueTouches(List.of(cue)));
        Optional<Draft> account1 = outer.isEmpty() ? Optional.empty() : earlier(cue);
        Draft inner =
                Draft.of(source, List.of(cue), account1.map(Draft::content).orElse(content), "rule:attributed-to", 0.7);
        if (account1.isPresent()) {
            drafts.add(inner.under(account1.get().cue().getFirst()));
        } else if (outer.isEmpty()) {
            drafts.add(inner);
        } else {
            drafts.add(Draft.of(outer, List.of(cue), content, "rule:attributing", 0.7));
            drafts.add(inner.under(cue));
        }
    }

    /** What an outlet was last said to report, in this paragraph: "its account" is that. */
    private Optional<Draft> earlier(Span cue) {
        int paragraph = text.sentenceAt(cue.start()).map(Sentence::paragraph).orElse(-1);
        return drafts.stream()
                .filter(d ->
                        d.cue().getFirst().start() < cue.start() && !d.content().isEmpty())
                .filter(d -> d.within().isEmpty() && kinds.of(text, d.source()) == Kind.OUTLET)
                .filter(d -> text.sentenceAt(d.cue().getFirst().start())
                        .filter(s -> s.paragraph() == paragraph)
                        .isPresent())
                .max(Comparator.comparing(d -> d.cue().getFirst()));
    }
}
