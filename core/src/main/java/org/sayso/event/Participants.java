package org.sayso.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** The words for participants: whole names, one span each, and what kind of participant it is. Made for one sentence. */
final class Participants {
    private static final Set<String> JOINTS = Set.of("and", ",", "&", "/");
    private static final Set<String> HYPHENS = Set.of("-", "–");
    private static final Set<String> NOT_HIM = Set.of("not", "neither", "nor");
    private static final Set<String> LARGELY = Set.of("mostly", "mainly", "largely", "chiefly", "primarily");

    private final AnalyzedText text;
    private final Sentence sentence;
    private final WordClasses classes;

    Participants(AnalyzedText text, Sentence sentence, WordClasses classes) {
        this.text = text;
        this.sentence = sentence;
        this.classes = classes;
    }

    /** The words for each, in order, none within another. */
    List<Span> spans(List<Token> heads) {
        List<Span> all = new ArrayList<>();
        for (Token head : heads) {
            if (!excluded(head) && !idle(head) && !thing(head)) {
                Span phrase = hyphenated(wholeNames(NounArguments.phrase(sentence, head), head));
                if (!apposition(head, phrase) && !date(phrase)) {
                    all.addAll(split(phrase));
                }
            }
        }
        return joined(all.stream()
                .filter(s -> all.stream().noneMatch(o -> !o.equals(s) && o.covers(s)))
                .distinct()
                .sorted()
                .toList());
    }

    /** "the April 15, 2013, attack": the date is no party to it. */
    private boolean date(Span phrase) {
        return sentence.tokensIn(phrase).stream()
                .allMatch(t -> NounArguments.isTime(t) || t.upos() == Upos.PUNCT || t.is("det") || t.is("case"));
    }

    /** A title and the name right after it are one. */
    private List<Span> joined(List<Span> spans) {
        List<Span> all = new ArrayList<>();
        for (Span span : spans) {
            boolean adjacent = !all.isEmpty()
                    && span.start() - all.getLast().end() <= 1
                    && text.text()
                            .substring(Math.min(all.getLast().end(), span.start()), span.start())
                            .isBlank();
            if (adjacent) {
                all.set(all.size() - 1, all.getLast().union(span));
            } else {
                all.add(span);
            }
        }
        return all;
    }

    /**
     * "Ann Lee, the chief negotiator, and Bo Ek": parsers take what stands between the commas for a third; and "nine people, mostly
     * nurses".
     */
    private boolean apposition(Token head, Span phrase) {
        List<Token> tokens = sentence.tokensIn(phrase);
        if (head.is("conj") && LARGELY.contains(tokens.getFirst().lemma())) {
            return true;
        }
        int before = tokens.getFirst().index() - 1;
        int after = tokens.getLast().index() + 1;
        return head.is("conj")
                && !namesAt(head)
                && before >= 0
                && after < sentence.size()
                && sentence.token(before).form().equals(",")
                && sentence.token(after).form().equals(",")
                && namesAt(sentence.token(head.head()));
    }

    private boolean namesAt(Token t) {
        return !text.namesIn(t.span()).isEmpty();
    }

    /** With what a hyphen joins to it: "the president-elect" is three words to some treebanks. */
    private Span hyphenated(Span phrase) {
        List<Token> tokens = sentence.tokensIn(phrase);
        int first = tokens.getFirst().index();
        int last = tokens.getLast().index();
        while (last + 2 < sentence.size() && glued(last + 1)) {
            last += 2;
        }
        while (first > 1 && glued(first - 1)) {
            first -= 2;
        }
        return sentence.token(first).span().union(sentence.token(last).span());
    }

    private boolean glued(int hyphen) {
        Token t = sentence.token(hyphen);
        return t.form().equals("-")
                && sentence.token(hyphen - 1).span().end() == t.span().start()
                && t.span().end() == sentence.token(hyphen + 1).span().start();
    }

    /** "terrorists, not the army". */
    private boolean excluded(Token head) {
        return sentence.children(head, "advmod", "cc").stream()
                .anyMatch(t -> t.index() < head.index()
                        && NOT_HIM.contains(t.form().toLowerCase(Locale.ROOT))
                        && t.is("advmod"));
    }

    /** "It" acts where it is a subject; what is done to "it" is more often done to a thing. */
    private static boolean thing(Token head) {
        return head.lemma().equals("it") && head.upos() == Upos.PRON && !head.is("nsubj");
    }

    private Span wholeNames(Span phrase, Token head) {
        Span whole = phrase;
        for (Name n : text.namesIn(head.span())) {
            whole = whole.union(n.span());
        }
        return whole;
    }

    /** Parsers may hang "Kim and Moon" together as one name: names that only "and" or a comma parts are two. */
    private List<Span> split(Span phrase) {
        List<Token> tokens = sentence.tokensIn(phrase);
        List<Span> parts = new ArrayList<>();
        int from = 0;
        boolean comma = false;
        for (int i = 1; i <= tokens.size(); i++) {
            boolean last = i == tokens.size();
            if (last || joint(tokens, from, i)) {
                List<Token> part = tokens.subList(from, i);
                boolean describes = comma && !last && tokens.get(i).form().equals(",") && !namesAt(part.getLast());
                if (!describes && !part.isEmpty()) {
                    parts.add(span(part));
                }
                comma = !last && tokens.get(i).form().equals(",");
                from = i + 1;
                if (from < tokens.size() && JOINTS.contains(tokens.get(from).form())) {
                    from++;
                }
            }
        }
        return parts;
    }

    private boolean joint(List<Token> tokens, int from, int i) {
        if (i <= from || i + 1 >= tokens.size() || namesAt(tokens.get(i))) {
            return false;
        }
        Token before = tokens.get(i - 1);
        if (HYPHENS.contains(tokens.get(i).form())) {
            return namesAt(before)
                    && namesAt(tokens.get(i + 1))
                    && Character.isUpperCase(before.form().charAt(0))
                    && tokens.stream().noneMatch(t -> t.is("case"))
                    && namesAt(tokens.getLast());
        }
        return JOINTS.contains(tokens.get(i).form().toLowerCase(Locale.ROOT))
                && before.upos() != Upos.ADJ
                && named(tokens.subList(0, i))
                && named(tokens.subList(i + 1, tokens.size()));
    }

    private static Span span(List<Token> tokens) {
        return tokens.getFirst().span().union(tokens.getLast().span());
    }

    /** Whether these words are names with titles and no more. */
    private boolean named(List<Token> tokens) {
        boolean bare = tokens.stream()
                .noneMatch(t ->
                        (t.is("case") && !t.xpos().equals("POS")) || t.xpos().startsWith("V"));
        return bare && tokens.stream().anyMatch(this::namesAt);
    }

    /** A name, or a word for people or bodies that act in politics and war. */
    boolean political(Token head) {
        return !text.namesIn(NounArguments.phrase(sentence, head)).isEmpty() || official(head);
    }

    /** A word for people or bodies that act in politics and war. */
    boolean official(Token head) {
        return Lemma.of(head).stream().anyMatch(classes.named("political")::contains);
    }

    /** Anybody at all who may have a part in public life. */
    boolean somebody(Token head) {
        return political(head)
                || head.upos() == Upos.PRON
                || Stream.of("person", "civil", "place")
                        .map(classes::named)
                        .anyMatch(words -> Lemma.of(head).stream().anyMatch(words::contains));
    }

    /** A thing that cannot act, a reader addressed, or anybody at all. */
    boolean idle(Token head) {
        Set<String> words = classes.named("idle");
        return text.namesIn(head.span()).isEmpty() && Lemma.of(head).stream().anyMatch(words::contains);
    }

    boolean several(List<Token> heads) {
        return spans(heads).size() > 1
                || heads.stream()
                        .anyMatch(t -> t.xpos().equals("NNS")
                                || t.xpos().equals("NNPS")
                                || Lemma.of(t).stream().anyMatch(classes.named("several")::contains));
    }
}
