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
    private static final Set<String> CALLED_BACK = Set.of(
            "ambassador",
            "envoy",
            "diplomat",
            "consul",
            "attache",
            "attaché",
            "troop",
            "soldier",
            "unit",
            "parliament");
    private static final Set<String> KINDS_OF_REPORTS = Set.of(
            "media", "news", "press", "newspaper", "television", "tv", "intelligence", "police", "earlier", "recent");
    private static final Set<String> LINKS = Set.of(",", "and", "but", "then", "after", "before", "while", "having");
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
        List<Draft> whole = mending.reportsWhole(drafts.stream()
                .map(mending::source)
                .map(mending::cue)
                .map(d -> mending.content(d, drafts))
                .toList());
        return whole.stream()
                .filter(d -> !mending.isAsked(d) && !mending.callsBack(d))
                .map(d -> mending.apart(d, whole))
                .toList();
    }

    /** "Media reports that Y are false, the ministry said": a parser may take the reports for a verb; only the ministry speaks. */
    private List<Draft> reportsWhole(List<Draft> drafts) {
        List<Draft> all = new ArrayList<>(drafts);
        for (Draft noun : drafts) {
            Optional<Draft> speaker =
                    drafts.stream().filter(d -> isSubjectOfWhatIsSaid(noun, d)).findFirst();
            speaker.ifPresent(d -> {
                all.remove(noun);
                all.replaceAll(x -> x.equals(d)
                        ? d.withContent(List.of(noun.source().getFirst().union(Pieces.hull(d.content()))))
                        : x);
            });
        }
        return all;
    }

    private boolean isSubjectOfWhatIsSaid(Draft noun, Draft speaker) {
        if (noun.source().size() != 1
                || noun.cue().size() != 1
                || noun.content().isEmpty()) {
            return false;
        }
        Span source = noun.source().getFirst();
        Span cue = noun.cue().getFirst();
        return KINDS_OF_REPORTS.contains(source.of(text.text()).toLowerCase(Locale.ROOT))
                && cue.of(text.text()).equals("reports")
                && cue.start() == source.end() + 1
                && speaker.content().equals(noun.content())
                && speaker.cue().getFirst().start() >= noun.content().getLast().end();
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

    /** "Recalled its ambassador": nobody speaks. */
    private boolean callsBack(Draft d) {
        return text.sentenceAt(d.cue().getFirst().start())
                .filter(s -> s.tokensIn(d.cue().getFirst()).stream()
                        .filter(t -> t.isVerb() && Cues.lemma(t).equals("recall"))
                        .flatMap(t -> s.children(t, "obj", "nsubj:pass").stream())
                        .anyMatch(o -> CALLED_BACK.contains(Cues.lemma(o))))
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
        Draft apart = goingOn(d, all);
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

    /** "Said that Y, and denied that Z", "owned that Y, after denying it": what the speaker says next is no part of Y. */
    private Draft goingOn(Draft d, List<Draft> all) {
        Optional<Integer> next = all.stream()
                .filter(x -> !x.equals(d)
                        && x.source().stream().anyMatch(p -> d.source().stream().anyMatch(p::overlaps)))
                .map(x -> x.cue().getFirst())
                .filter(cue -> d.says(cue) && d.cue().getLast().end() <= cue.start())
                .flatMap(cue -> beforeLink(cue).stream())
                .min(Integer::compare);
        if (next.isEmpty()) {
            return d;
        }
        List<Span> left = d.content().stream()
                .flatMap(c -> Pieces.without(text.text(), c, List.of(new Span(next.get(), Integer.MAX_VALUE))).stream())
                .toList();
        return left.isEmpty() ? d : d.withContent(left);
    }

    /** Where the words begin that link a clause to what stands before: ", and", "after having"; empty where there are none. */
    private Optional<Integer> beforeLink(Span cue) {
        Sentence s = text.sentenceAt(cue.start()).orElseThrow();
        int at = s.tokensIn(cue).getFirst().index();
        while (at > 0
                && (LINKS.contains(s.token(at - 1).form()) || s.token(at - 1).upos() == Upos.ADV)) {
            at--;
        }
        boolean linked = s.tokens().subList(at, s.tokensIn(cue).getFirst().index()).stream()
                .anyMatch(t -> LINKS.contains(t.form()) && !t.form().equals(","));
        return linked ? Optional.of(s.token(at).span().start()) : Optional.empty();
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
