package org.sayso.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.model.Attribution;
import org.sayso.model.Event;
import org.sayso.model.Span;

/**
 * Reports that tell a known claim in words in which no event was found: what somebody is quoted for names all who take part
 * and one of the words by which other reports call the happening. Only for what needs two (calls, meetings), where names and
 * word together hardly mean anything else in one story.
 */
final class Echoes {
    private static final Pattern NOT =
            Pattern.compile("(?iu)\\b(?:no|not|never|neither|nor|n['’]t|without|if|would|could|may|might|will)\\b");

    private static final List<String[]> HAPPENINGS = Lists.rows("happenings.tsv");

    private final Names names;
    /** Drafts do not change any more once they are asked about. */
    private final Map<Draft, Called> told = new HashMap<>();

    Echoes(Names names) {
        this.names = names;
    }

    /** Adds one stretch of each report that has no evidence for the claim yet. */
    void into(Draft draft, List<Report> reports) {
        if (!draft.isMutual() || draft.docs().size() < 2) {
            return;
        }
        List<Set<String>> parties = parties(draft);
        if (parties.size() < 2) {
            return;
        }
        Set<String> words = triggers(draft);
        for (Report report : reports) {
            boolean told = draft.all().stream().anyMatch(e -> e.report() == report && e.vouches() && !e.against());
            if (!told) {
                echo(report, parties, words).ifPresent(draft::add);
            }
        }
    }

    /** Whether words name all who take part and call the happening by one of its words. */
    boolean tells(Draft draft, String text) {
        if (!draft.isMutual()) {
            return false;
        }
        Called called = told.computeIfAbsent(draft, d -> new Called(parties(d), triggers(d)));
        List<Set<String>> parties = called.parties();
        Set<String> held = stems(text);
        return parties.size() >= 2
                && parties.stream().allMatch(p -> p.stream().anyMatch(held::contains))
                && called.triggers().stream().anyMatch(held::contains);
    }

    private record Called(List<Set<String>> parties, Set<String> triggers) {}

    private static List<Set<String>> parties(Draft draft) {
        return draft.participants().stream()
                .filter(p -> !p.key().startsWith("unnamed:"))
                .map(Echoes::lastName)
                .collect(Collectors.toList());
    }

    private Optional<Evidence> echo(Report report, List<Set<String>> parties, Set<String> triggers) {
        for (Attribution a : report.reading().attributions()) {
            List<String> around = report.chains().around(a);
            if (around.stream()
                    .map(id -> report.reading().attribution(id).orElseThrow())
                    .anyMatch(x -> isAgainst(report, x))) {
                continue;
            }
            for (Span content : a.content()) {
                Span clause = report.sentences().within(content);
                String text = clause.of(report.text());
                Set<String> held = stems(text);
                boolean all = parties.stream().allMatch(p -> p.stream().anyMatch(held::contains));
                if (all
                        && triggers.stream().anyMatch(held::contains)
                        && !NOT.matcher(before(text, triggers)).find()) {
                    return Optional.of(
                            Evidence.ofStatement(report, clause, report.chains().of(around, names)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAgainst(Report report, Attribution a) {
        return report.denies(a) || report.keepsSilent(a) || a.stance() != Attribution.Stance.ASSERTS;
    }

    /** From the start to the word for the happening. */
    private static String before(String text, Set<String> triggers) {
        StringBuilder before = new StringBuilder();
        for (String word : text.split("(?<=\\s)", -1)) {
            before.append(word);
            if (stems(word).stream().anyMatch(triggers::contains)) {
                break;
            }
        }
        return before.toString();
    }

    private static Set<String> triggers(Draft draft) {
        Set<String> stems = new TreeSet<>();
        draft.mode()
                .ifPresent(mode ->
                        HAPPENINGS.stream().filter(row -> row[0].equals(mode)).forEach(row -> stems.add(row[1])));
        for (Evidence e : draft.all()) {
            e.event()
                    .map(Event::trigger)
                    .ifPresent(t -> stems.addAll(stems(t.of(e.report().text()))));
        }
        stems.removeAll(Set.of("held", "hold", "had", "have", "took", "take", "made", "make", "discuss"));
        return stems;
    }

    private static Set<String> lastName(Party party) {
        String folded = Names.folded(party.name());
        return Set.of(Words.stem(folded.substring(folded.lastIndexOf(' ') + 1)));
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.split("[^\\p{L}\\p{N}'’]+")) {
            if (!word.isEmpty()) {
                stems.add(Words.stem(Names.folded(word).toLowerCase(Locale.ROOT)));
            }
        }
        return stems;
    }
}
