package org.sayso.merge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells words of denial from words that keep silent. Immutable. */
final class Denying {
    private final Pattern falsity = any("falsity.tsv");
    private final Pattern verbs = any("denying.tsv");
    private static final Pattern POINTING = Pattern.compile(
            "(?iu)\\b(?:it|its|this|that|these|those|they|such|the|a|an|any|all|some|another|part|of|as|so|by|in|which|"
                    + "reports?|reporting|claims?|allegations?|stor(?:y|ies)|accounts?|accusations?|charges?|assertions?|suggestions?|rumou?rs?|"
                    + "article|statements?|figures?|version|media|press|newspapers?|had|has|have|been|was|were|is|are|"
                    + "post|times|washington|new|york|true|untrue|accurate|correct)\\b|['’]s\\b|[^\\p{L}\\p{N}]+");

    private final Pattern silence = any("nocomment.tsv");
    private final Pattern doubt = any("discrediting.tsv");

    /** "pure fiction", "there was no conversation". */
    boolean callsFalse(String words) {
        return falsity.matcher(words).find();
    }

    /** "biased", "not credible", or plainly false. */
    boolean discredits(String words) {
        return callsFalse(words) || doubt.matcher(words).find();
    }

    /** "denied", "rejected". */
    boolean denies(String cue) {
        return verbs.matcher(cue).find();
    }

    /** "neither confirm nor deny", "not aware of": neither denial nor confirmation. */
    boolean keepsSilent(String words) {
        return silence.matcher(words).find();
    }

    /** "It had paid a ransom" says what is denied. */
    private static final Pattern CLAUSE = Pattern.compile(
            "(?iu)^\\W*(?:that )?(?:it|they|he|she|we|i|its|their|his|her|our|there)\\b.*\\p{L}.*", Pattern.DOTALL);

    /** "it", "the allegations", "another part of the report": at most two words besides those for a report. */
    boolean pointsBack(String words) {
        long others = POINTING.splitAsStream(words)
                .filter(w -> !w.isBlank())
                .mapToLong(w -> w.strip().split("[^\\p{L}\\p{N}]+").length)
                .sum();
        return others == 0 || others <= 2 && !CLAUSE.matcher(words).matches();
    }

    private static Pattern any(String list) {
        List<String> patterns = Lists.first(list);
        return Pattern.compile(
                patterns.stream().map(p -> "(?:" + p + ")").collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
