package org.sayso.time;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.pattern.Grammar.Match;
import org.sayso.pattern.Word;
import org.sayso.pattern.Word.Kind;
import org.sayso.table.Table;

/** Tells words that look like time from time: "may", "march", "2000 troops", "No. 1984", "Friday" in a name. */
final class Plausibility {
    /** Words before a bare number that make a year of it. */
    private final Set<String> beforeYear = new HashSet<>();

    /** Words after a number that make a quantity or a name of it. */
    private final Set<String> afterQuantity = new HashSet<>();

    /** Words before a number that is neither. */
    private final Set<String> beforeNumber = new HashSet<>();

    /** Words before a month that is also another word, or a season, where it is one. */
    private final Set<String> beforeMonth = new HashSet<>();

    /** Words after a number that is the year of a car. */
    private final Set<String> maker = new HashSet<>();

    private Plausibility() {}

    static Plausibility load() {
        Plausibility plausibility = new Plausibility();
        for (List<String> row : Table.rows(Plausibility.class, "numbers.tsv", 3)) {
            Set<String> words = switch (row.get(1)) {
                case "before-year" -> plausibility.beforeYear;
                case "after-quantity" -> plausibility.afterQuantity;
                case "maker" -> plausibility.maker;
                case "before-number" -> plausibility.beforeNumber;
                case "before-month" -> plausibility.beforeMonth;
                default -> throw new IllegalStateException("numbers.tsv knows no kind " + row.get(1));
            };
            words.add(row.get(0));
        }
        return plausibility;
    }

    boolean isTime(Match match, AnalyzedText text) {
        for (Word word : match.words().subList(match.from(), match.to())) {
            if (word.kind() == Kind.LETTERS && needsCapital(word, match) && !word.isCapital()) {
                return false;
            }
        }
        return switch (match.rule().meaning()) {
            case "YEAR", "YEAR_PAIR" -> isYear(match, text);
            case "MONTH" ->
                !isVerb(match, text) && !isPerson(match, text) && !isMarch(match, text) && !isCutShort(match);
            case "DATE_OF_MONTH" -> match.has("rel") || !leadsToName(match);
            case "PART_ALONE" -> !isAttribute(match, text);
            case "SEASON" -> isSeason(match, text);
            case "FUTURE" -> !isName(match, text) && !isThing(match, text);
            case "PRESENT", "PAST" -> !isName(match, text);
            case "ADVSET" -> !isName(match, text) && !isPaper(match, text);
            default -> true;
        };
    }

    private static boolean needsCapital(Word word, Match match) {
        return match.captures().getOrDefault("month", List.of()).contains(word)
                || match.captures().getOrDefault("wd", List.of()).contains(word);
    }

    private boolean isYear(Match match, AnalyzedText text) {
        List<Word> words = match.words();
        if (match.has("short")) {
            // "'60 Minutes"
            return match.to() >= words.size()
                    || !isName(words.get(match.to()))
                    || text.text().charAt(match.span().end()) != ' ';
        }
        if (match.has("era") || match.keys("mod").length() > 0) {
            return true;
        }
        String before = match.from() > 0 ? words.get(match.from() - 1).key() : "\n";
        String after = match.to() < words.size() ? words.get(match.to()).key() : "\n";
        Word year = match.word("year").orElseThrow();
        if (beforeNumber.contains(before) || afterQuantity.contains(after)) {
            return false;
        }
        if (match.has("two")) {
            return true;
        }
        boolean joined = after.equals("-")
                && match.to() + 1 < words.size()
                && words.get(match.to() + 1).number().isPresent();
        if (joined || year.asInt() < 1300 && !before.equals("in")) {
            return false;
        }
        boolean glued = match.from() > 0
                && words.get(match.from() - 1).span().end()
                        == words.get(match.from()).span().start()
                && before.equals("-");
        if (glued && words.get(match.from() - 1).span().start() > 0 && match.from() > 1) {
            return words.get(match.from() - 2).number().isEmpty()
                    && !words.get(match.from() - 2).isCapital();
        }
        String direct =
                words.indexOf(year) > 0 ? words.get(words.indexOf(year) - 1).key() : before;
        return !isQuantity(year, direct, text) && !isModel(words, words.indexOf(year), text);
    }

    /** "Russell 2000 Index": a number between two names; "a 1998 Toyota": the year of a car. */
    private boolean isModel(List<Word> words, int at, AnalyzedText text) {
        boolean car = at + 1 < words.size() && maker.contains(words.get(at + 1).key());
        return car || isBetweenNames(words, at, text);
    }

    private boolean isBetweenNames(List<Word> words, int at, AnalyzedText text) {
        return at > 1
                && at + 1 < words.size()
                && isName(words.get(at - 1))
                && !beforeYear.contains(words.get(at - 1).key())
                && isName(words.get(at + 1))
                && text.text().charAt(words.get(at).span().end()) == ' ';
    }

    /** "A future without war" is no time; "a future president" is one's later office. */
    private static boolean isThing(Match match, AnalyzedText text) {
        return match.from() > 0
                && match.words().get(match.from() - 1).key().equals("a")
                && text.tokenAt(match.span().start()).filter(Token::isNoun).isPresent();
    }

    private static boolean isName(Word word) {
        return word.kind() == Kind.LETTERS && word.isCapital();
    }

    /** "by the 2nd Infantry Division". */
    private static boolean leadsToName(Match match) {
        return match.to() < match.words().size() && isName(match.words().get(match.to()));
    }

    /** "Mar-a-Lago": three letters are a month with a dot, a day or a year only. */
    private static boolean isCutShort(Match match) {
        Word month = match.word("month").orElseThrow();
        return month.form().length() == 3
                && !month.key().equals("may")
                && !match.has("year")
                && match.words().subList(match.from(), match.to()).stream()
                        .noneMatch(w -> w.key().equals("."));
    }

    /** "the March to the Sea", "the Long March": a march that is no month. */
    private boolean isMarch(Match match, AnalyzedText text) {
        Word month = match.word("month").orElseThrow();
        boolean bare = match.span().equals(month.span()) && !match.has("year");
        if (!bare || !month.key().equals("march")) {
            return false;
        }
        List<Word> words = match.words();
        String before = match.from() > 0 ? words.get(match.from() - 1).key() : "\n";
        if (beforeMonth.contains(before)) {
            return false;
        }
        Optional<Token> token = text.tokenAt(month.span().start());
        Optional<Token> head =
                token.flatMap(t -> text.sentenceAt(month.span().start()).flatMap(s -> s.head(t)));
        return head.filter(h -> token.orElseThrow().is("compound")
                        && h.index() > token.orElseThrow().index()
                        && !Character.isUpperCase(h.form().charAt(0)))
                .isEmpty();
    }

    private boolean isQuantity(Word year, String before, AnalyzedText text) {
        Optional<Token> token = text.tokenAt(year.span().start());
        Optional<Sentence> sentence = text.sentenceAt(year.span().start());
        if (token.isEmpty() || sentence.isEmpty()) {
            return !beforeYear.contains(before);
        }
        Optional<Token> head = sentence.get().head(token.get());
        boolean counts = token.get().is("nummod")
                && head.isPresent()
                && head.get().index() > token.get().index()
                && head.get().xpos().equals("NNS");
        return counts && !before.equals("the") && !before.equals("'s") && !before.equals("in");
    }

    private static boolean isVerb(Match match, AnalyzedText text) {
        Optional<Word> month = match.word("month");
        if (month.isEmpty()) {
            return false;
        }
        String key = month.get().key();
        boolean doubtful = key.equals("may") || key.equals("march");
        if (!doubtful || match.has("day") || match.has("year")) {
            return false;
        }
        return text.tokenAt(month.get().span().start())
                .map(t -> t.upos() == Upos.VERB || t.upos() == Upos.AUX)
                .orElse(false);
    }

    /** Names of months are names of people too: "April Jones", "Theresa May". */
    private static boolean isPerson(Match match, AnalyzedText text) {
        if (match.has("day") || match.has("year")) {
            return false;
        }
        Span span = match.span();
        return text.namesIn(span).stream()
                .anyMatch(n ->
                        n.kind() == org.sayso.model.Name.Kind.PERSON && n.span().length() > span.length());
    }

    private boolean isSeason(Match match, AnalyzedText text) {
        String season = match.keys("season");
        if (match.has("year")) {
            return true;
        }
        Optional<Token> token =
                text.tokenAt(match.word("season").orElseThrow().span().start());
        boolean noun =
                token.map(t -> t.upos() == Upos.NOUN || t.upos() == Upos.PROPN).orElse(true);
        if (season.equals("fall") && !match.has("dir")) {
            int at = match.words().indexOf(match.word("season").orElseThrow());
            String before = at > 0 ? match.words().get(at - 1).key() : "the";
            if (!beforeMonth.contains(before) && !before.equals("the")) {
                return false;
            }
            String after = match.to() < match.words().size()
                    ? match.words().get(match.to()).key()
                    : "";
            return noun && !after.equals("of") && !after.equals("in") && !after.equals("from") && !after.equals("to");
        }
        boolean name = match.to() < match.words().size()
                && match.words().get(match.to()).key().equals("of");
        return noun && !name;
    }

    /** "in the morning report". */
    private static boolean isAttribute(Match match, AnalyzedText text) {
        int part = match.word("part").orElseThrow().span().start();
        Optional<Token> token = text.tokenAt(part);
        return token.filter(t -> t.is("compound") && t.head() > t.index()).isPresent();
    }

    /** "the Communist Party daily Granma". */
    private static boolean isPaper(Match match, AnalyzedText text) {
        Word word = match.word("adv").orElseThrow();
        return text.tokenAt(word.span().start()).filter(Token::isNoun).isPresent() && leadsToName(match);
    }

    /** "the Now party", "Future Fund": a capital inside a sentence. */
    private static boolean isName(Match match, AnalyzedText text) {
        Word first = match.words().get(match.from());
        boolean start = text.sentenceAt(first.span().start())
                .map(s -> s.span().start() == first.span().start())
                .orElse(true);
        return first.isCapital() && !start && match.to() - match.from() == 1;
    }
}
