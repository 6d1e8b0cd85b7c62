package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.Extraction.Agreement;
import org.sayso.model.Extraction.Witness;

/**
 * Asks three witnesses which text on a page is the article, and chooses: {@link Body}, which is the best of them alone, unless the
 * others show that it is wrong; {@link Density}, which knows of no elements; and what the page says in JSON.
 *
 * <p>How far another witness agrees with the one chosen is the confidence. The thresholds are round numbers; who set them had seen how
 * each witness does on each visible page of the article-extraction-benchmark, where they never choose worse than {@code Body}.
 */
final class Witnesses {
    /**
     * What was chosen.
     *
     * @param agreements of each other witness with it
     * @param blocks of the whole page
     */
    record Choice(Candidate text, List<Agreement> agreements, List<Block> blocks) {
        Choice {
            blocks = List.copyOf(blocks);
            agreements = List.copyOf(agreements);
        }

        /** The best agreement; 0 where there is no other witness. */
        double confidence() {
            return agreements.stream().mapToDouble(Agreement::share).max().orElse(0);
        }
    }

    /** Characters from which a text can be an article. */
    private static final int THIN = 250;
    /** Two texts that are this much alike are one. */
    private static final double ALIKE = 0.5;
    /** A text that is so much within a longer one is a part of it. */
    private static final double PART = 0.8;
    /** By how much the whole is longer than the part. */
    private static final double LONGER = 1.5;
    /** By how much more of what the page says of its article a text must hold to be preferred. */
    private static final double CLEARLY = 0.25;

    private static final int WORD = 4;
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Boilerplate boilerplate;
    private final Body body;

    Witnesses(Boilerplate boilerplate, Body body) {
        this.boilerplate = boilerplate;
        this.body = body;
    }

    private record Account(Candidate candidate, String text, Shingles shingles) {
        static Account of(Candidate candidate) {
            return new Account(candidate, candidate.text());
        }

        private Account(Candidate candidate, String text) {
            this(candidate, text, Shingles.of(text));
        }

        /** The same text is not cut twice. */
        static Account beside(Account other, Candidate candidate) {
            String text = candidate.text();
            return new Account(candidate, text, text.equals(other.text) ? other.shingles : Shingles.of(text));
        }

        int length() {
            return candidate.length();
        }

        double likeness(Account other) {
            return shingles.likeness(other.shingles);
        }
    }

    Choice choose(Markup page, StructuredData data, String title) {
        Cut cut = Cut.of(page, boilerplate);
        Account container = Account.of(body.find(cut, title));
        Account density = Account.beside(container, Density.find(cut, title));
        Optional<Account> json = json(page, data, container).map(Account::of);
        Account chosen = json.filter(said -> isWhole(said, container))
                .or(() -> json.filter(said -> said.length() >= THIN
                                && said.likeness(container) < 1 - PART
                                && said.likeness(density) >= ALIKE)
                        .map(said -> density))
                .or(() -> Optional.of(density)
                        .filter(d -> d.likeness(container) < ALIKE && isAbout(d, container, said(page, data, title))))
                .orElse(container);
        List<Agreement> agreements = new ArrayList<>();
        List.of(Optional.of(container), Optional.of(density), json)
                .forEach(account -> account.filter(
                                a -> a.candidate().by() != chosen.candidate().by())
                        .ifPresent(
                                a -> agreements.add(new Agreement(a.candidate().by(), a.likeness(chosen)))));
        return new Choice(chosen.candidate(), agreements, cut.blocks());
    }

    /** What the page says in JSON-LD; where neither that nor the mark-up holds an article, any other JSON. */
    private static Optional<Candidate> json(Markup page, StructuredData data, Account container) {
        List<String> said = data.body()
                .map(JsonLd::paragraphs)
                .orElseGet(() -> data.updates().stream()
                        .flatMap(update -> update.paragraphs().stream())
                        .toList());
        Optional<Candidate> structured = data.bodyScript()
                .filter(script -> !said.isEmpty())
                .map(script -> Candidate.ofScript(Witness.STRUCTURED_DATA, page.outline(), script, said));
        return structured.isEmpty() && container.length() < THIN ? EmbeddedText.in(page) : structured;
    }

    /** Whether the JSON holds the article, and the mark-up nothing of it or only its beginning. */
    private static boolean isWhole(Account json, Account container) {
        boolean thin = container.length() < THIN && json.length() > 2 * container.length();
        boolean part =
                container.shingles().within(json.shingles()) >= PART && json.length() >= LONGER * container.length();
        return json.length() > THIN && (thin || part);
    }

    /** Whether one text is clearly more about what the page says of its article than another. */
    private static boolean isAbout(Account one, Account other, Set<String> said) {
        double more = share(said, one) - share(said, other);
        boolean thin = other.length() < THIN && one.length() > 2 * Math.max(THIN, other.length());
        return !said.isEmpty() && (more >= CLEARLY || (thin && more >= 0));
    }

    /** The longer words of title and description. */
    private static Set<String> said(Markup page, StructuredData data, String title) {
        Set<String> said = words(title);
        Optional.of(page)
                .flatMap(p -> p.meta("og:description").or(() -> p.meta("description")))
                .or(data::description)
                .ifPresent(text -> said.addAll(words(text)));
        return said;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : BREAK.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() >= WORD) {
                words.add(word);
            }
        }
        return words;
    }

    private static double share(Set<String> said, Account account) {
        Set<String> words = words(account.text());
        return said.isEmpty()
                ? 0
                : (double) said.stream().filter(words::contains).count() / said.size();
    }
}
