package org.sayso.event;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Factuality;
import org.sayso.model.Factuality.Status;
import org.sayso.model.Sentence;
import org.sayso.model.Token;

/**
 * Tells history from news: what is dated by a year of its own ("which Russia occupied in 2014"), by "years ago", "last
 * year" or a decade is history, and so is what was told then or months ago. A year beside month and day is news, unless the article tells of much later years.
 */
final class Background {
    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]\\d\\d|20\\d\\d)\\b");
    private static final Set<String> OPEN = Set.of("since", "by", "until", "till", "from");
    private static final Set<String> LONG = Set.of("year", "decade", "century");
    private static final Set<String> MONTHS_AGO = Set.of("month", "year", "decade", "century");
    private static final Set<String> PAST = Set.of("VBD", "VBN");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "jan.",
            "feb",
            "feb.",
            "mar.",
            "apr",
            "apr.",
            "aug",
            "aug.",
            "sept",
            "sept.",
            "sep",
            "sep.",
            "oct",
            "oct.",
            "nov",
            "nov.",
            "dec",
            "dec.");

    private Background() {}

    static boolean of(AnalyzedText text, Sentence sentence, Token word, Factuality fact) {
        boolean ahead = fact.status() == Status.PLANNED || fact.status() == Status.REQUESTED;
        if (ahead) {
            return false;
        }
        List<Token> own = clause(sentence, word);
        return history(text, sentence, own, LONG)
                || own.stream().noneMatch(NounArguments::isTime) && toldLongAgo(text, sentence, word);
    }

    /** "Last month he also confirmed that they had sent masks": what was told then is older still. */
    private static boolean toldLongAgo(AnalyzedText text, Sentence sentence, Token word) {
        Token at = word;
        for (Token above : sentence.ancestors(word)) {
            boolean inside = at.is("ccomp") || at.is("acl") || at.is("advcl") || at.is("xcomp");
            if (at.isVerb() && (!inside || at.relation().equals("acl:relcl") || !PAST.contains(at.xpos()))) {
                return false;
            }
            if (above.isVerb() && at.isVerb() && history(text, sentence, clause(sentence, above), MONTHS_AGO)) {
                return true;
            }
            at = above;
        }
        return false;
    }

    private static boolean history(AnalyzedText text, Sentence sentence, List<Token> clause, Set<String> units) {
        boolean decade = clause.stream().anyMatch(t -> t.form().matches("(?:19|20)\\d0s|'?\\d0s"));
        if (decade || longAgo(sentence, clause, units)) {
            return true;
        }
        OptionalInt year = clause.stream()
                .filter(t -> YEAR.matcher(t.form()).matches() && dates(sentence, t))
                .mapToInt(t -> Integer.parseInt(t.form()))
                .max();
        if (year.isEmpty()) {
            return false;
        }
        boolean day = clause.stream().anyMatch(t -> MONTHS.contains(t.form().toLowerCase(Locale.ROOT)))
                && clause.stream().anyMatch(t -> t.form().matches("[1-9]|[12]\\d|3[01]"));
        return !day || year.getAsInt() < latestYear(text.text()) - 1;
    }

    /** "in 2014"; not "since 2014", which is still going on, nor "by 2030". */
    private static boolean dates(Sentence sentence, Token year) {
        boolean placed = year.is("obl") || year.is("nmod") || year.is("nummod");
        return placed
                && sentence.children(year, "case").stream()
                        .noneMatch(c -> OPEN.contains(c.form().toLowerCase(Locale.ROOT)));
    }

    private static boolean longAgo(Sentence sentence, List<Token> clause, Set<String> units) {
        return clause.stream()
                .anyMatch(t -> units.contains(t.lemma().toLowerCase(Locale.ROOT))
                        && (followedByAgo(sentence, t) || earlier(sentence, t)));
    }

    private static boolean followedByAgo(Sentence sentence, Token t) {
        int next = t.index() + 1;
        return next < sentence.size()
                && Set.of("ago", "earlier", "before")
                        .contains(sentence.token(next).form().toLowerCase(Locale.ROOT));
    }

    private static boolean earlier(Sentence sentence, Token t) {
        return t.index() > 0
                && Set.of("previous", "last")
                        .contains(sentence.token(t.index() - 1).form().toLowerCase(Locale.ROOT))
                && !t.xpos().equals("NNS");
    }

    private static int latestYear(String text) {
        Matcher m = YEAR.matcher(text);
        int latest = 0;
        while (m.find()) {
            latest = Math.max(latest, Integer.parseInt(m.group()));
        }
        return latest;
    }

    /** The words of the event's own clause, without the clauses inside it. */
    private static List<Token> clause(Sentence sentence, Token word) {
        Token top = word;
        while (!top.isRoot() && !top.isVerb()) {
            top = sentence.token(top.head());
        }
        Token head = top;
        return sentence.subtree(word.isNoun() && head.index() != word.index() ? word : head).stream()
                .filter(t -> ownClause(sentence, head, t))
                .toList();
    }

    private static boolean ownClause(Sentence sentence, Token head, Token t) {
        Token at = t;
        while (at.index() != head.index() && !at.isRoot()) {
            if (at.is("acl")
                    || at.is("ccomp")
                    || at.is("advcl")
                    || at.is("parataxis")
                    || at.is("conj") && at.isVerb()) {
                return false;
            }
            at = sentence.token(at.head());
        }
        return true;
    }
}
