package org.sayso.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Stance;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Sets right what the head and the trees often get wrong at the edges: a name cut in two, a date taken into the source, a
 * hole in the content that nobody else fills, a clause that belongs to the next speaker.
 */
final class Mending {
    private static final Pattern DATE_AT_END = Pattern.compile(
            "(?i)\\s+(?:on|in|late on|early on|earlier on)\\s+(?:late |early )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b.*|\\d{1,2}\\s+\\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+\\.?\\s+\\d{1,2})$");

    /** What is left unanswered, and not what the silence is about. */
    private static final Pattern UNANSWERED = Pattern.compile(
            "(?:[a-z]+ ){0,2}(?:calls?|messages?|e-?mails?|requests?|inquir\\w+|enquir\\w+|questions?)(?: (?:seeking|for|requesting) .*)?");

    private static final Set<String> PRONOUNS = Set.of("it", "that", "this", "them", "so", "those");
    private static final Set<String> LOOSE = Set.of("in", "at", "during");
    private static final Set<String> TURNS = Set.of("but", "while", "though", "although", "whereas", "and");

    private final AnalyzedText text;
    private final Stances stances;

    private Mending(AnalyzedText text, Stances stances) {
        this.text = text;
        this.stances = stances;
    }

    static List<Draft> mend(AnalyzedText text, Stances stances, List<Draft> drafts) {
        Mending mending = new Mending(text, stances);
        List<Draft> whole = drafts.stream()
                .map(mending::source)
                .map(mending::cue)
                .map(d -> mending.content(d, drafts))
                .toList();
        return whole.stream()
                .filter(d -> !mending.isAsked(d))
                .map(d -> mending.apart(d, whole))
                .toList();
    }

    /** "The spokesman, asked about the raid, said": he asks for nothing; "without citing a source": nobody is cited. */
    private boolean isAsked(Draft d) {
        if (text.text().substring(0, d.cue().getFirst().start()).endsWith("ithout ")
                && d.rule().equals("head")) {
            return true;
        }
        Optional<Token> asked = d.cue().size() == 1
                ? text.sentenceAt(d.cue().getFirst().start())
                        .flatMap(s -> s.headOf(d.cue().getFirst()))
                        .filter(t -> t.form().equals("asked") && t.relation().equals("acl"))
                : Optional.empty();
        return asked.filter(t -> d.source().stream()
                        .anyMatch(p -> p.start() < t.span().start()
                                && p.end() + 3 > t.span().start()))
                .isPresent();
    }

    /** A clause behind the verb that tells what the speaker did while speaking ("…, two sources said, speaking on condition of …"). */
    private boolean isOfSpeaker(Draft d, Span piece) {
        return text.sentenceAt(piece.start()).stream()
                .flatMap(s -> s.tokensIn(piece).stream().limit(1))
                .anyMatch(t -> t.xpos().equals("VBG")
                        && t.is("advcl")
                        && d.cueTouches(List.of(text.sentenceAt(piece.start())
                                .orElseThrow()
                                .token(t.head())
                                .span()))
                        && d.cue().stream().allMatch(c -> c.end() < piece.start()));
    }

    /** Names whole, dates off. */
    private Draft source(Draft d) {
        List<Span> mended = new ArrayList<>();
        for (Span piece : d.source()) {
            Span grown = piece;
            for (Name name : text.namesIn(new Span(piece.start(), piece.end() + 2))) {
                boolean next = name.span().start() >= piece.end()
                        && text.text()
                                .substring(piece.end(), name.span().start())
                                .isBlank();
                boolean touches = name.span().overlaps(piece) || next;
                boolean free = d.cue().stream().noneMatch(name.span()::overlaps)
                        && d.content().stream().noneMatch(name.span()::overlaps);
                if (name.kind() == Name.Kind.PERSON && touches && free) {
                    grown = grown.union(name.span());
                }
            }
            mended.add(withoutDate(grown));
        }
        return d.withSource(Pieces.merged(mended));
    }

    /** "Said in a": what the head takes of "said in a statement" beside the cue. */
    private Draft cue(Draft d) {
        return d.withCue(d.cue().stream().map(this::withoutLooseWords).toList());
    }

    private Span withoutLooseWords(Span piece) {
        Optional<Sentence> sentence = text.sentenceAt(piece.start());
        List<Token> words = sentence.map(s -> s.tokensIn(piece)).orElse(List.of());
        int last = words.size() - 1;
        while (last > 0
                && (words.get(last).upos() == Upos.DET
                        || LOOSE.contains(words.get(last).form()))) {
            last--;
        }
        boolean verb = last >= 0 && words.get(last).isVerb();
        return verb ? new Span(piece.start(), words.get(last).span().end()) : piece;
    }

    private Span withoutDate(Span piece) {
        Matcher date = DATE_AT_END.matcher(piece.of(text.text()));
        return date.find() && date.start() > 0 ? new Span(piece.start(), piece.start() + date.start()) : piece;
    }

    /** A hole in the content within one sentence stays only where its source, or a cue, stands in it. */
    private Draft content(Draft d, List<Draft> all) {
        List<Span> mended = new ArrayList<>();
        if (d.rule().contains("rule:silence")
                && d.content().stream()
                        .allMatch(p -> UNANSWERED.matcher(p.of(text.text())).matches())) {
            return d.withContent(List.of());
        }
        List<Span> said = d.content().stream().filter(p -> !isOfSpeaker(d, p)).toList();
        for (Span piece : said.isEmpty() ? d.content() : said) {
            Optional<Span> before = mended.isEmpty() ? Optional.empty() : Optional.of(mended.getLast());
            boolean bridge =
                    before.isPresent() && before.get().end() < piece.start() && empty(d, before.get(), piece, all);
            if (bridge) {
                mended.set(mended.size() - 1, before.get().union(piece));
            } else {
                mended.add(piece);
            }
        }
        return d.withContent(mended.stream()
                .map(piece -> reported(d, piece, all))
                .map(piece -> coordinated(d, piece, all))
                .toList());
    }

    /** "denied a report by the Post | that Y": what the report says is denied with it. */
    private Span reported(Draft d, Span piece, List<Draft> all) {
        Optional<Sentence> sentence =
                text.sentenceAt(piece.start()).filter(s -> s.span().covers(piece));
        Optional<Token> noun =
                sentence.flatMap(s -> s.headOf(piece)).filter(t -> Stances.REPORTS.contains(Cues.lemma(t)));
        if (noun.isEmpty() || stances.of(text, d) != Stance.DENIES) {
            return piece;
        }
        Span whole = all.stream()
                .filter(x -> x.cueTouches(List.of(noun.get().span())))
                .map(x -> Pieces.hull(x.content()))
                .reduce(Pieces.hull(Pieces.subtree(sentence.get(), noun.get(), List.of())), Span::union)
                .union(piece);
        boolean own = d.cue().stream().noneMatch(whole::overlaps)
                && d.source().stream().noneMatch(whole::overlaps);
        return own ? whole : piece;
    }

    /** "said Trump asked him to wait | and wanted more talks": a second verb of the same subject belongs to it. */
    private Span coordinated(Draft d, Span piece, List<Draft> all) {
        Optional<Sentence> sentence =
                text.sentenceAt(piece.start()).filter(s -> s.span().covers(piece));
        Optional<Token> head = sentence.flatMap(s -> s.headOf(piece)).filter(Token::isVerb);
        if (head.isEmpty()) {
            return piece;
        }
        Sentence s = sentence.get();
        Span grown = piece;
        for (Token next : s.children(head.get(), "conj")) {
            Span more = s.subtreeSpan(next);
            boolean behind = next.isVerb()
                    && more.start() >= grown.end()
                    && s.tokensIn(new Span(grown.end(), more.end())).stream()
                            .takeWhile(t -> t.span().start() < more.start())
                            .allMatch(t -> t.is("punct") || t.is("cc"));
            boolean own = s.child(next, "nsubj", "nsubj:pass", "expl").isPresent();
            boolean free = d.cue().stream().noneMatch(more::overlaps)
                    && d.source().stream().noneMatch(more::overlaps)
                    && all.stream()
                            .noneMatch(x -> !x.equals(d)
                                    && x.cueTouches(List.of(next.span()))
                                    && x.source().equals(d.source()));
            if (behind && !own && free) {
                grown = grown.union(Pieces.hull(Pieces.subtree(s, next, List.of())));
            }
        }
        return grown;
    }

    private boolean empty(Draft d, Span left, Span right, List<Draft> all) {
        Span hole = new Span(/* start= */ left.end(), /* end= */ right.start());
        boolean same = text.sentenceAt(left.start()).equals(text.sentenceAt(right.start()));
        boolean filled = all.stream().anyMatch(x -> x.cueTouches(List.of(hole)))
                || d.source().stream().anyMatch(hole::overlaps);
        return same && !filled;
    }

    /** What the next speaker says to it, and who merely reported what is denied, stand apart. */
    private Draft apart(Draft d, List<Draft> all) {
        Draft apart = d;
        for (Draft other : all) {
            if (other.equals(d)
                    || other.cue().stream().noneMatch(d::says)
                    || other.source().isEmpty()) {
                continue;
            }
            Stance stance = stances.of(text, other);
            if (stance == Stance.DENIES && asReported(d, other)) {
                apart = apart.withContent(other.content());
            } else if ((stance == Stance.DENIES || stance == Stance.DECLINES) && answers(other)) {
                apart = before(apart, other);
            }
        }
        return apart;
    }

    /** "X denied that Y, as Z reported": Z reported Y, not the denial. */
    private boolean asReported(Draft reporter, Draft denier) {
        return !denier.content().isEmpty()
                && !reporter.source().isEmpty()
                && Pieces.hull(denier.content()).end()
                        <= reporter.source().getFirst().start()
                && before(reporter.source().getFirst()).filter("as"::equals).isPresent();
    }

    /** "…, but the Kremlin denied it": an answer to what is said before, no part of it. */
    private boolean answers(Draft denier) {
        boolean pronoun = denier.content().stream()
                .allMatch(c -> PRONOUNS.contains(c.of(text.text()).toLowerCase(Locale.ROOT)));
        return pronoun
                && before(denier.source().getFirst()).filter(TURNS::contains).isPresent();
    }

    private Optional<String> before(Span span) {
        return text.sentenceAt(span.start())
                .flatMap(s -> token(s, span).map(t -> t.form().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Token> token(Sentence s, Span before) {
        return s.tokens().stream().filter(t -> t.span().end() <= before.start()).reduce((first, second) -> second);
    }

    private Draft before(Draft d, Draft answer) {
        Span source = answer.source().getFirst();
        int cut = text.sentenceAt(source.start())
                .flatMap(s -> token(s, source))
                .map(t -> t.span().start())
                .orElse(source.start());
        List<Span> left = new ArrayList<>();
        for (Span piece : d.content()) {
            if (piece.end() <= cut) {
                left.add(piece);
            } else if (piece.start() < cut) {
                left.addAll(Pieces.without(text.text(), piece, List.of(new Span(cut, piece.end()))));
            }
        }
        return left.isEmpty() ? d : d.withContent(left);
    }
}
