package org.sayso.merge;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Claim.FigureLine;
import org.sayso.model.Claim.Frame;
import org.sayso.model.Claim.Relation;
import org.sayso.model.Event;
import org.sayso.model.Figure;

/** Puts a claim in one line for a reader. Immutable. */
final class Summaries {
    private static final int LONGEST = 140;

    /** Of a row for which a report's own words say more (what was seized is nobody), as they do of a mode that has no row. */
    private static final String IN_WORDS = "{W}";

    /** Words that tie a clause to what stood before it. */
    private static final String OPENING = "^(?:and|but|that|when|after|as|while|because|before|since) (?=\\S+ \\S)";

    private static final int CLAUSE = 25;
    private static final int OTHERS = 4;

    private static final Pattern PRONOUN = Pattern.compile("(?i)(?:that )?(?:it|they|we|he|she)\\b");

    private final List<String[]> rows = Lists.rows("summaries.tsv");

    String of(Draft draft, Frame frame, List<FigureLine> figures) {
        if (draft.isToll()) {
            return toll(quoted(draft.centralToll()), figures);
        }
        if (draft.isBlame()) {
            return "blamed on " + list(frame.actors()) + ": “" + shortened(shortest(draft)) + "”";
        }
        if (draft.isStatement() || !Gist.isVerbal(draft.type().orElseThrow()) && isNameless(draft)) {
            return quoted(draft.central());
        }
        String type = frame.type().orElseThrow().name();
        String[] row = rows.stream()
                .filter(r -> r[0].equals(type)
                        && (r[1].isEmpty() || Optional.of(r[1]).equals(frame.mode())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("summaries.tsv has no row for " + type));
        List<String> actors = frame.actors();
        List<String> recipients = frame.recipients();
        if (actors.isEmpty() && recipients.isEmpty()) {
            return quoted(draft.all().getFirst());
        }
        if (Gist.isVerbal(frame.type().orElseThrow())) {
            return (actors.isEmpty() ? "" : list(actors) + " ") + "“" + act(draft) + "”";
        }
        int form = actors.isEmpty() ? 4 : recipients.isEmpty() ? 3 : 2;
        String done = draft.status()
                .map(s -> switch (s) {
                    case PLANNED -> "planned: ";
                    case REQUESTED -> "asked for: ";
                    case HAPPENED, ONGOING, DENIED, CONDITIONAL, HYPOTHETICAL -> "";
                })
                .orElse("");
        boolean unsaid = row[1].isEmpty() && frame.mode().isPresent();
        if (unsaid || row[form].equals(IN_WORDS)) {
            Evidence told = draft.central();
            return done
                    + (actors.isEmpty() || namesItsDoer(told)
                            ? quoted(told)
                            : list(actors) + ": “" + shortened(told) + "”");
        }
        String line = row[form]
                .replace("{A}", list(actors))
                .replace("{R}", list(recipients))
                .replace(
                        "{B}",
                        list(Stream.concat(actors.stream(), recipients.stream())
                                .distinct()
                                .toList()));
        String where = frame.where().map(w -> ", " + w).orElse("");
        String when = frame.when().map(w -> ", " + w).orElse("");
        return done + line + where + when;
    }

    /** Not "are training pilots", whose subject stands before. */
    private static boolean namesItsDoer(Evidence e) {
        return e.event().map(Event::actors).orElse(List.of()).stream()
                .flatMap(id -> e.report().reading().entity(id).stream())
                .anyMatch(who -> who.mentions().stream().anyMatch(e.span()::covers));
    }

    /** With a count in front where the words have none, and what others count behind. */
    private static String toll(String told, List<FigureLine> figures) {
        List<String> counts = figures.stream()
                .filter(f -> f.measure() == Figure.Measure.KILLED && f.relation() != Relation.SLIP)
                .map(Summaries::number)
                .distinct()
                .toList();
        boolean counted = counts.isEmpty() || counts.stream().anyMatch(n -> holds(told, n));
        String line = counted ? told : capital(counts.getFirst()) + " killed: " + told;
        List<String> other = counts.stream()
                .filter(n -> !holds(line, n))
                .map(n -> n.replaceFirst("^at least ", ""))
                .distinct()
                .toList();
        return other.isEmpty()
                ? line
                : line + " (others count " + String.join(", ", other.subList(0, Math.min(OTHERS, other.size())))
                        + (other.size() > OTHERS ? " …" : "") + ")";
    }

    private static boolean holds(String words, String number) {
        return words.matches("(?s).*\\b" + number.replaceFirst("^at least ", "") + "\\b.*");
    }

    private static String number(FigureLine f) {
        String low = f.low().map(BigDecimal::toPlainString).orElse("0");
        return f.high()
                .map(BigDecimal::toPlainString)
                .map(high -> high.equals(low) ? low : low + " to " + high)
                .orElse("at least " + low);
    }

    private static boolean isNameless(Draft draft) {
        return draft.participants().stream().allMatch(p -> p.key().startsWith("unnamed:"));
    }

    private static String list(List<String> names) {
        return switch (names.size()) {
            case 0 -> "somebody";
            case 1 -> names.getFirst();
            case 2 -> names.get(0) + " and " + names.get(1);
            case 3 -> names.get(0) + ", " + names.get(1) + " and " + names.get(2);
            default -> names.get(0) + ", " + names.get(1) + " and others";
        };
    }

    /** What is urged, alleged or promised, in the words of the report that puts it most like the others. */
    private static String act(Draft draft) {
        Evidence e = draft.central();
        return shortened(e.event()
                .map(v -> Gist.words(e.report(), v))
                .orElse(e.span())
                .of(e.report().text()));
    }

    /** The shortest words that make a clause, and that say whom they speak of. */
    private static Evidence shortest(Draft draft) {
        return draft.all().stream()
                .filter(e -> e.span().length() >= CLAUSE)
                .min(Comparator.comparing((Evidence e) ->
                                PRONOUN.matcher(e.span().of(e.report().text())).lookingAt())
                        .thenComparingInt(e -> e.span().length()))
                .orElse(draft.all().getFirst());
    }

    private static String quoted(Evidence e) {
        return capital(shortened(e));
    }

    private static String shortened(Evidence e) {
        return shortened(e.span().of(e.report().text()));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String shortened(String printed) {
        String words = printed.replaceAll("\\s+", " ").strip().replaceFirst(OPENING, "");
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.lastIndexOf(' ', LONGEST) > 0 ? words.lastIndexOf(' ', LONGEST) : LONGEST)
                        + " …";
    }
}
