package org.sayso.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.figure.Lexicon.Kind;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Figure;
import org.sayso.model.Figure.Measure;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Numerals;
import org.sayso.pattern.Word;

/**
 * Finds the figures of a report: how many, of what, and what became of them. Thread-safe.
 *
 * <p>Left out are numbers that count nothing (dates, ages, names, list markers), and small definite ones that only refer
 * back ("the two leaders").
 */
public final class FigureFinder {
    private static final BigDecimal DEFINITE = BigDecimal.TEN;
    private static final String PERSON = "person";
    private static final Set<String> REFERRING =
            Set.of("the", "all", "these", "those", "both", "its", "their", "his", "her", "our", "other");

    private static final Set<String> UP_OR_DOWN = Set.of("up", "down", "Up", "Down");

    private final Lexicon lexicon;
    private final Numerals numerals;
    private final AmountReader reader;
    private final Totals totals;

    private FigureFinder(Lexicon lexicon, Numerals numerals) {
        this.lexicon = lexicon;
        this.numerals = numerals;
        this.reader = new AmountReader(lexicon);
        this.totals = Totals.load(lexicon);
    }

    /** With the rules and words that ship beside this class. */
    public static FigureFinder load() {
        return new FigureFinder(Lexicon.load(), Numerals.load());
    }

    /** The figures in order, never overlapping, with ids f1, f2, …; without event and sources, which are tied later. */
    public List<Figure> find(AnalyzedText text) {
        List<Word> words = numerals.fold(text.text());
        LookAlikes lookAlikes = new LookAlikes(text, words, lexicon);
        List<Figure> found = new ArrayList<>();
        Optional<Amount> last = Optional.empty();
        for (Amount amount : reader.read(words)) {
            boolean whole = last.filter(l -> isWhole(l, amount, words)).isPresent();
            text.sentenceAt(amount.core().start())
                    .flatMap(s -> figure(amount, whole, isStrength(amount, words), s, lookAlikes, found))
                    .ifPresent(found::add);
            last = Optional.of(amount);
        }
        for (Sentence sentence : text.sentences()) {
            found.addAll(ones(sentence, found));
        }
        found.sort(Comparator.comparing(Figure::span));
        List<Figure> numbered = new ArrayList<>();
        for (Figure f : found) {
            numbered.add(new Figure(
                    "f" + (numbered.size() + 1),
                    f.span(),
                    f.low(),
                    f.high(),
                    f.approximate(),
                    f.cumulative(),
                    f.unit(),
                    f.measure(),
                    f.counted(),
                    f.event(),
                    f.said()));
        }
        return List.copyOf(numbered);
    }

    /**
     * The single persons of whom something became, in order.
     *
     * @param figures those of the same text; whoever is counted by one is left out
     */
    public List<Harm> harms(AnalyzedText text, List<Figure> figures) {
        return new Harms(lexicon, text, figures).find();
    }

    /** "62 of 145", "four of the 101". */
    private static boolean isWhole(Amount part, Amount amount, List<Word> words) {
        List<String> between = words.subList(part.to(), Math.max(part.to(), amount.from())).stream()
                .map(Word::key)
                .toList();
        return !between.isEmpty() && between.size() <= 2 && between.getFirst().equals("of");
    }

    /** "the 1,200-strong force": so many people, whatever noun follows. */
    private static boolean isStrength(Amount amount, List<Word> words) {
        int at = amount.to() < words.size() && words.get(amount.to()).key().equals("-") ? amount.to() + 1 : amount.to();
        return at < words.size() && words.get(at).key().equals("strong");
    }

    private Optional<Figure> figure(
            Amount amount,
            boolean whole,
            boolean strength,
            Sentence sentence,
            LookAlikes lookAlikes,
            List<Figure> before) {
        Optional<Counted> read = Counted.of(sentence, amount);
        if (read.isEmpty() || !sentence.span().covers(amount.span())) {
            return Optional.empty();
        }
        Counted counted = read.get();
        Optional<Lexicon.Unit> unit =
                strength ? lexicon.unit(PERSON) : counted.noun().flatMap(n -> unit(sentence, n));
        if (!lookAlikes.isFigure(amount, sentence, counted, unit.isPresent())) {
            return Optional.empty();
        }
        if (amount.unit().isPresent()) {
            Measure measure = amount.isMoney() ? Measure.MONEY : Measure.OTHER;
            boolean total = totals.isTotal(sentence, counted);
            return Optional.of(figure(amount, total, amount.unit().get(), measure, Optional.empty()));
        }
        Optional<Kind> kind =
                unit.map(Lexicon.Unit::kind).or(() -> counted.noun().map(n -> Kind.UNKNOWN));
        if (kind.filter(k -> k == Kind.PAGE).isPresent() && sentence.size() <= 5) {
            return Optional.empty();
        }
        Optional<Tally> tally = counted.noun().isEmpty() && !whole
                ? Tally.of(sentence, lookAlikes.before(sentence), lexicon, counted.argument())
                : Optional.empty();
        if (tally.isPresent()) {
            return tally.map(t -> tallied(amount, totals.isTotal(sentence, counted), t));
        }
        boolean again = counted.noun().isEmpty()
                && !whole
                && (isFormer(sentence, counted.number()) || Tally.isBare(sentence, lexicon, counted.argument()));
        Optional<Figure> same = again ? lastCount(before, lookAlikes.reach(sentence)) : Optional.empty();
        if (same.isPresent()) {
            boolean total = totals.isTotal(sentence, counted);
            return same.map(f -> figure(amount, total, f.unit(), f.measure(), Optional.empty()));
        }
        Outcomes outcomes = new Outcomes(lexicon, sentence);
        List<Figure> earlier =
                before.stream().filter(f -> sentence.span().covers(f.span())).toList();
        Optional<Measure> measure = whole
                ? outcomes.ofWhole(counted.argument(), kind)
                        .or(() -> counted.noun().flatMap(outcomes::weak))
                : measure(counted, kind, outcomes, earlier);
        if (measure.isEmpty()
                && !whole
                && (isLoneOne(amount, sentence, counted)
                        || (!counted.part() && refersBack(amount, sentence, counted)))) {
            return Optional.empty();
        }
        Optional<String> name = name(counted, unit, measure, earlier);
        boolean total = !whole && totals.isTotal(sentence, counted);
        return name.map(n -> figure(amount, total, n, measure.orElse(Measure.OTHER), counted.words(sentence, amount)));
    }

    /** "61 people died, up from 43". */
    private static boolean isFormer(Sentence sentence, Token number) {
        return sentence.children(number, "case").stream()
                .anyMatch(c -> c.lemma().equals("from")
                        && c.index() > 0
                        && UP_OR_DOWN.contains(sentence.token(c.index() - 1).form()));
    }

    /** What was counted last: people of whom something became, before all else. */
    private static Optional<Figure> lastCount(List<Figure> before, Span reach) {
        List<Figure> near = before.reversed().stream()
                .filter(f -> reach.covers(f.span()) && f.measure() != Measure.MONEY)
                .toList();
        return near.stream()
                .filter(f -> f.measure().isPersonal())
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    /** "put the number of marchers at 30,000", and what is told of the same number after it: "police said it was 8,000". */
    private Figure tallied(Amount amount, boolean total, Tally tally) {
        if (tally.of().isEmpty()) {
            return figure(amount, total, PERSON, Measure.KILLED, Optional.empty());
        }
        Token noun = tally.of().get();
        Optional<Lexicon.Unit> unit = tally.count().equals(noun) ? lexicon.unit(PERSON) : unit(noun);
        Optional<Measure> measure = new Outcomes(lexicon, tally.in()).ofTallied(noun, unit.map(Lexicon.Unit::kind));
        String name = measure.filter(Measure::isPersonal).isPresent()
                ? PERSON
                : unit.map(Lexicon.Unit::name).orElse(noun.lemma().toLowerCase(Locale.ROOT));
        return figure(
                amount,
                total,
                name,
                measure.orElse(Measure.OTHER),
                Optional.of(noun.span()).filter(n -> tally.near()));
    }

    private Optional<Measure> measure(Counted counted, Optional<Kind> kind, Outcomes outcomes, List<Figure> earlier) {
        Optional<Measure> measure = outcomes.of(counted.argument(), kind);
        boolean sameAsBefore = counted.part() || outcomes.isBareTotal(counted.argument());
        if (measure.isEmpty() && sameAsBefore && counted.noun().isEmpty() && !earlier.isEmpty()) {
            return Optional.of(earlier.getLast().measure());
        }
        return measure.or(() -> counted.noun().flatMap(outcomes::nounItself))
                .or(() -> counted.noun().flatMap(outcomes::weak));
    }

    private Optional<String> name(
            Counted counted, Optional<Lexicon.Unit> unit, Optional<Measure> measure, List<Figure> earlier) {
        boolean personal = measure.filter(Measure::isPersonal).isPresent();
        if (unit.isPresent()) {
            return unit.map(Lexicon.Unit::name);
        }
        if (counted.noun().isPresent()) {
            return personal
                    ? Optional.of(PERSON)
                    : counted.noun().map(n -> n.lemma().toLowerCase(Locale.ROOT));
        }
        if (personal) {
            return Optional.of(PERSON);
        }
        boolean argument =
                counted.number().is("nsubj") || counted.number().is("obj") || counted.pronoun() || counted.part();
        return earlier.isEmpty() || !argument
                ? Optional.empty()
                : Optional.of(earlier.getLast().unit());
    }

    /** By two words, "square kilometres", where the list has them; else by the noun. */
    private Optional<Lexicon.Unit> unit(Sentence sentence, Token noun) {
        return noun.index() == 0
                ? unit(noun)
                : lexicon.unit(sentence.token(noun.index() - 1).form() + " " + noun.lemma())
                        .or(() -> unit(noun));
    }

    private Optional<Lexicon.Unit> unit(Token noun) {
        Optional<Lexicon.Unit> known = lexicon.unit(noun.lemma()).or(() -> lexicon.unit(noun.form()));
        boolean demonym = Character.isUpperCase(noun.form().charAt(0))
                && noun.xpos().startsWith("NN")
                && noun.xpos().endsWith("S")
                && lexicon.isDemonym(noun.form());
        return known.or(() -> demonym ? Optional.of(new Lexicon.Unit(PERSON, Kind.PERSON)) : Optional.empty());
    }

    /** "the two leaders": said of before, not counted. */
    private static boolean refersBack(Amount amount, Sentence sentence, Counted counted) {
        return amount.value().compareTo(DEFINITE) <= 0
                && counted.noun().isPresent()
                && sentence.children(counted.noun().get()).stream()
                        .anyMatch(t -> t.index() < counted.number().index() && REFERRING.contains(t.lemma()));
    }

    /** "one report", "one of the reports", but not "one of the three reports". */
    private static boolean isLoneOne(Amount amount, Sentence sentence, Counted counted) {
        boolean ofSoMany = counted.noun()
                .filter(n -> !sentence.children(n, "nummod").isEmpty())
                .isPresent();
        return amount.isSingular() && amount.span().equals(amount.core()) && !(counted.part() && ofSoMany);
    }

    private static Figure figure(Amount amount, boolean total, String unit, Measure measure, Optional<Span> counted) {
        return new Figure(
                "f0",
                amount.span(),
                amount.low(),
                amount.high(),
                amount.approximate(),
                total,
                unit,
                measure,
                counted,
                Optional.empty(),
                List.of());
    }

    /** "a guard was killed": one person, where something became of that person. */
    private List<Figure> ones(Sentence sentence, List<Figure> found) {
        List<Figure> ones = new ArrayList<>();
        Outcomes outcomes = new Outcomes(lexicon, sentence);
        for (Token article : sentence.tokens()) {
            boolean one = article.is("det")
                    && (article.lemma().equals("a")
                            || article.lemma().equals("an")
                            || article.lemma().equals("another"));
            Optional<Token> noun = one ? sentence.head(article) : Optional.empty();
            if (noun.isEmpty()
                    || !noun.get().xpos().equals("NN")
                    || isBesideAName(sentence, noun.get())
                    || unit(noun.get()).filter(u -> u.kind() == Kind.PERSON).isEmpty()
                    || found.stream().anyMatch(f -> f.span().overlaps(article.span()))) {
                continue;
            }
            outcomes.of(noun.get(), Optional.of(Kind.PERSON))
                    .filter(Measure::isPersonal)
                    .ifPresent(m -> ones.add(one(article, noun.get(), m)));
        }
        return ones;
    }

    /** "Omar Sadiq, a former officer", "an officer, Omar Sadiq": whoever has a name is a victim, not a number. */
    private static boolean isBesideAName(Sentence sentence, Token noun) {
        Optional<Token> name = noun.is("appos") ? sentence.head(noun) : sentence.child(noun, "appos");
        return name.filter(n -> n.upos() == Upos.PROPN).isPresent();
    }

    private static Figure one(Token article, Token noun, Measure measure) {
        return new Figure(
                "f0",
                article.span(),
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.ONE),
                false,
                PERSON,
                measure,
                Optional.of(noun.span()),
                Optional.empty(),
                List.of());
    }
}
