package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;

/**
 * Outlets that were told, or whose sources speak: "told Reuters that Y", "said in an interview with the BBC", "the Post's
 * unnamed sources said Y", "its sources said Y". The outlet is the outer link of the chain, for we know the words through
 * it; whoever spoke is the inner one.
 */
final class Hearers {
    /** The maker of the outer link. */
    static final String RULE = "rule:hearer";

    /** The same where it is their owner. */
    static final String OWNER = "rule:sources-of";

    /** The same where it saw a paper. */
    static final String SEEN = "rule:seen-by";

    /** The same where it passes a statement on. */
    static final String CARRIED = "rule:carried-by";

    /** The same where the outlet stands in the sentence before. */
    static final String GOING_ON = "rule:report-going-on";

    private static final Pattern CONFIDENTIAL = Pattern.compile(
            "(?i)\\bsources?\\b|\\b(?:people|persons?|officials?|diplomats?|aides?)\\b.*\\b(?:familiar|knowledge|briefed|anonym\\w+|aware|close to|direct)\\b");

    private static final Set<String> HEARD =
            Set.of("tell", "say", "add", "write", "confirm", "speak", "comment", "deny");
    private static final Set<String> TO = Set.of("to", "with", "on", "for");
    private static final Set<String> SPEAKING = Set.of("speak", "talk", "write");
    private static final Set<String> SOURCES = Set.of("source", "informant");
    private static final Set<String> SAW = Set.of("see", "obtain", "review", "view", "examine", "read");
    private static final Set<String> CARRY = Set.of(
            "carry",
            "publish",
            "release",
            "air",
            "broadcast",
            "quote",
            "report",
            "distribute",
            "issue",
            "post",
            "run",
            "print",
            "read",
            "stream");
    private static final Set<String> ITS = Set.of("its", "their");

    private final AnalyzedText text;
    private final SourceKinds kinds;
    private final List<Draft> drafts;

    private Hearers(AnalyzedText text, SourceKinds kinds, List<Draft> drafts) {
        this.text = text;
        this.kinds = kinds;
        this.drafts = new ArrayList<>(drafts);
    }

    static boolean made(Draft draft) {
        return draft.rule().equals(RULE)
                || draft.rule().equals(SEEN)
                || draft.rule().equals(OWNER)
                || draft.rule().equals(CARRIED)
                || draft.rule().equals(GOING_ON);
    }

    static List<Draft> link(AnalyzedText text, SourceKinds kinds, List<Draft> drafts) {
        Hearers hearers = new Hearers(text, kinds, drafts);
        for (Draft d : List.copyOf(drafts)) {
            hearers.hear(d);
        }
        return hearers.drafts;
    }

    private void hear(Draft d) {
        Kind kind = kinds.of(text, d.source());
        Optional<Span> owner = owner(d);
        if (d.source().isEmpty()
                || d.content().isEmpty()
                || d.within().isPresent()
                || kind == Kind.OUTLET && owner.isEmpty()) {
            return;
        }
        Optional<Sentence> sentence = text.sentenceAt(d.cue().getFirst().start());
        Optional<Token> verb = sentence.flatMap(s -> verb(s, d));
        if (verb.isEmpty()) {
            return;
        }
        Optional<Span> outlet = owner.or(() -> heardBy(sentence.get(), verb.get())
                .filter(o -> !d.says(o) && d.source().stream().noneMatch(p -> p.overlaps(o))));
        Optional<Token> seen = outlet.isEmpty() ? seen(sentence.get(), d) : Optional.empty();
        if (seen.isPresent()) {
            Span outletThatSaw = seenBy(sentence.get(), seen.get()).orElseThrow();
            carried(d, seen.get().span(), outletThatSaw, SEEN, d.confidence());
            return;
        }
        Optional<Token> passedOn = outlet.isEmpty() ? passedOn(sentence.get(), verb.get(), d) : Optional.empty();
        if (passedOn.isPresent()) {
            Span carrier = seenBy(sentence.get(), passedOn.get()).orElseThrow();
            carried(d, passedOn.get().span(), carrier, CARRIED, d.confidence());
            return;
        }
        Span cue = verb.get().span();
        outlet.ifPresent(o -> carried(d, cue, o, owner.isPresent() ? OWNER : RULE, d.confidence()));
        if (outlet.isEmpty() && kind == Kind.UNNAMED) {
            reportGoingOn(sentence.get(), d).ifPresent(o -> carried(d, cue, o, GOING_ON, 0.5));
        }
    }

    private void carried(Draft d, Span cue, Span outlet, String rule, double confidence) {
        drafts.set(
                drafts.indexOf(d),
                new Draft(List.of(outlet), List.of(cue), d.content(), false, Optional.empty(), rule, confidence));
        drafts.add(d.under(cue));
    }

    /**
     * "The Post reported that Y. Sources familiar with the call said Z": sources that stand right behind what an outlet
     * reported are that outlet's, for a newsroom that had them itself would say so.
     */
    private Optional<Span> reportGoingOn(Sentence s, Draft d) {
        if (!CONFIDENTIAL.matcher(Pieces.hull(d.source()).of(text.text())).find()) {
            return Optional.empty();
        }
        return drafts.stream()
                .filter(x -> !x.rule().equals(RULE)
                        && !x.source().isEmpty()
                        && x.within().isEmpty())
                .filter(x -> text.sentenceAt(x.cue().getFirst().start())
                        .filter(b -> b.index() == s.index() - 1 && b.paragraph() == s.paragraph())
                        .isPresent())
                .filter(x -> kinds.of(text, x.source()) == Kind.OUTLET || made(x))
                .map(x -> x.source().getFirst())
                .findFirst();
    }

    private static Optional<Token> verb(Sentence s, Draft d) {
        return d.cue().stream()
                .flatMap(c -> s.tokensIn(c).stream())
                .filter(Token::isVerb)
                .filter(t -> t.xpos().startsWith("VB") || t.is("root"))
                .reduce((first, second) -> second)
                .or(() -> s.headOf(d.cue().getFirst()));
    }

    /** "The Post's unnamed sources", "several of the newspaper's sources", "its sources". */
    private Optional<Span> owner(Draft d) {
        Optional<Span> source = d.source().stream().findFirst();
        Optional<Sentence> sentence = source.flatMap(p -> text.sentenceAt(p.start()));
        if (sentence.isEmpty()) {
            return Optional.empty();
        }
        Sentence s = sentence.get();
        List<Token> words = s.tokensIn(source.get());
        boolean sources = words.stream().anyMatch(t -> t.isNoun() && SOURCES.contains(Cues.lemma(t)));
        return words.stream()
                .filter(t -> sources)
                .flatMap(t -> owner(s, words.getFirst(), t, d).stream())
                .findFirst();
    }

    private Optional<Span> owner(Sentence s, Token first, Token t, Draft d) {
        if (ITS.contains(t.form().toLowerCase(Locale.ROOT))) {
            return lastOutlet(d).map(o -> o.source().getFirst());
        }
        if (!t.xpos().equals("POS") || t.index() == first.index()) {
            return Optional.empty();
        }
        Token noun = s.token(t.index() - 1);
        Span name = bare(s, first.span().union(noun.span()));
        return kinds.outlet(text, name).isPresent() || kinds.isOutletNoun(noun) ? Optional.of(name) : Optional.empty();
    }

    /** Without "several of" before it. */
    private static Span bare(Sentence s, Span words) {
        int start = words.start();
        for (Token t : s.tokensIn(words)) {
            if (t.form().equals("of") || t.form().equals("from")) {
                start = s.token(t.index() + 1).span().start();
            }
        }
        return new Span(start, words.end());
    }

    /** The participle of "documents seen by Reuters". */
    private Optional<Token> seen(Sentence s, Draft d) {
        Optional<Token> head = s.headOf(d.source().getFirst());
        return head.stream()
                .flatMap(h -> s.children(h, "acl").stream())
                .filter(t -> t.xpos().equals("VBN") && SAW.contains(Cues.lemma(t)))
                .filter(t -> seenBy(s, t).isPresent() && !d.cueTouches(List.of(t.span())))
                .findFirst();
    }

    /** The participle of "in a statement carried by KCNA". */
    private Optional<Token> passedOn(Sentence s, Token verb, Draft d) {
        return s.children(verb, "obl").stream()
                .flatMap(medium -> s.children(medium, "acl").stream())
                .filter(t -> t.xpos().equals("VBN") && CARRY.contains(Cues.lemma(t)) && !d.says(t.span()))
                .filter(t -> seenBy(s, t).isPresent() && !d.cueTouches(List.of(t.span())))
                .findFirst();
    }

    private Optional<Span> seenBy(Sentence s, Token participle) {
        Optional<Span> agent = Clauses.agent(s, participle)
                .flatMap(n -> Clauses.nounPhrase(s, n, participle).stream().findFirst());
        return agent.flatMap(span -> named(s, span))
                .or(() -> agent.filter(span -> kinds.of(text, List.of(span)) == Kind.OUTLET));
    }

    /** "The state news agency IRNA", whatever the tree makes of the name. */
    private Optional<Span> named(Sentence s, Span agency) {
        return s.tokens().stream()
                .filter(t -> t.span().start() >= agency.end() && t.span().start() <= agency.end() + 1
                        || t.span().end() == agency.end()
                                && t.index() > 0
                                && Character.isLowerCase(
                                        s.token(t.index() - 1).form().charAt(0)))
                .map(Token::span)
                .filter(name -> !name.equals(agency) && kinds.outlet(text, name).isPresent())
                .findFirst();
    }

    /** The outlet that spoke last before, in this paragraph. */
    private Optional<Draft> lastOutlet(Draft d) {
        int at = d.cue().getFirst().start();
        int paragraph = text.sentenceAt(at).map(Sentence::paragraph).orElse(-1);
        return drafts.stream()
                .filter(x -> x.cue().getFirst().start() < at && kinds.of(text, x.source()) == Kind.OUTLET)
                .filter(x -> text.sentenceAt(x.cue().getFirst().start())
                        .filter(s -> s.paragraph() == paragraph)
                        .isPresent())
                .reduce((first, second) -> second);
    }

    /** "told Reuters", "in an interview with the BBC", "in comments to Interfax", "speaking to CNN". */
    private Optional<Span> heardBy(Sentence s, Token verb) {
        if (!HEARD.contains(Cues.lemma(verb))) {
            return Optional.empty();
        }
        List<Token> hearers = new ArrayList<>(s.children(verb, "iobj", "obj"));
        for (Token o : s.children(verb, "obl", "advcl")) {
            if (!o.isVerb() || SPEAKING.contains(Cues.lemma(o))) {
                hearers.add(o);
                hearers.addAll(s.children(o, "nmod", "obj", "obl", "iobj"));
            }
        }
        hearers.removeIf(h -> s.child(h, "case").isPresent() && TO.stream().noneMatch(p -> Clauses.hasCase(s, h, p)));
        return hearers.stream()
                .flatMap(h -> Clauses.nounPhrase(s, h, verb).stream().limit(1))
                .filter(span -> kinds.of(text, List.of(span)) == Kind.OUTLET)
                .findFirst();
    }
}
