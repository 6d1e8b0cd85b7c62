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
                    + "post|times|washington|new|york)\\b|['’]s\\b|[^\\p{L}\\p{N}]+");

    private final Pattern silence = any("nocomment.tsv");

    /** "pure fiction", "there was no conversation". */
    boolean callsFalse(String words) {
        return falsity.matcher(words).find();
    }

    /** "denied", "rejected". */
    boolean denies(String cue) {
        return verbs.matcher(cue).find();
    }

    /** "neither confirm nor deny", "not aware of": neither denial nor confirmation. */
    boolean keepsSilent(String words) {
        return silence.matcher(words).find();
    }

    /** "it", "the allegations", "another part of the report": at most two words besides those for a report. */
    boolean pointsBack(String words) {
        long others = POINTING.splitAsStream(words)
                .filter(w -> !w.isBlank())
                .mapToLong(w -> w.strip().split("[^\\p{L}\\p{N}]+").length)
                .sum();
        return others <= 2;
    }

    private static Pattern any(String list) {
        List<String> patterns = Lists.first(list);
        return Pattern.compile(
                patterns.stream().map(p -> "(?:" + p + ")").collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
