package org.sayso.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Attribution.Stance;
import org.sayso.table.Table;

/** What all that is said comes to: "it did not happen" denies, "he was not aware of it" keeps silent. Immutable. */
final class Verdicts {
    private static final Pattern LOOSE = Pattern.compile("[\"“”'‘’,.;\\s]+$|^[\"“”'‘’\\s]+|(?<=[,.])[\"”’]+");

    private record Verdict(Pattern pattern, Stance stance) {}

    private final List<Verdict> verdicts;

    Verdicts() {
        verdicts = Table.rows(Verdicts.class, "verdicts.tsv", 3).stream()
                .map(r -> new Verdict(
                        Pattern.compile(r.get(0), Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                        Stance.valueOf(r.get(1).toUpperCase(Locale.ROOT))))
                .toList();
    }

    /**
     * @param content all the words that are said
     */
    Optional<Stance> of(String content) {
        String bare =
                LOOSE.matcher(content).replaceAll("").replaceFirst("(?i)^that (?=(?:he|she|it|they|we|i|no) )", "");
        return verdicts.stream()
                .filter(v -> v.pattern().matcher(bare).matches())
                .map(Verdict::stance)
                .findFirst();
    }
}
