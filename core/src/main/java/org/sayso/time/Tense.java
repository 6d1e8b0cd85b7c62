package org.sayso.time;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.pattern.Table;

/** Reads from the tree which way an incomplete date lies: tense, aspect and modality of the verb that governs it. */
final class Tense {
    private final Set<String> planning = new HashSet<>();
    private final Set<String> coming = new HashSet<>();
    private final Set<String> speech = new HashSet<>();
    private final Set<String> granting = new HashSet<>();

    private Tense() {}

    static Tense load() {
        Tense tense = new Tense();
        for (List<String> row : Table.rows(Tense.class, "direction.tsv", 3)) {
            Set<String> words = switch (row.get(1)) {
                case "planning" -> tense.planning;
                case "coming" -> tense.coming;
                case "speech" -> tense.speech;
                case "granting" -> tense.granting;
                default -> throw new IllegalStateException("direction.tsv knows no kind " + row.get(1));
            };
            words.add(row.get(0));
        }
        return tense;
    }

    Direction direction(AnalyzedText text, Span span) {
        Optional<Sentence> found = text.sentenceAt(span.start());
        if (found.isEmpty()) {
            return Direction.UNKNOWN;
        }
        Sentence sentence = found.get();
        Optional<Token> head = sentence.headOf(span);
        return head.map(h -> upwards(sentence, h)).orElse(Direction.UNKNOWN);
    }

    private Direction upwards(Sentence sentence, Token head) {
        if (head.isVerb() && !head.isRoot()) {
            // the expression itself was parsed as a verb ("second"): its head decides
            return sentence.head(head).map(h -> upwards(sentence, h)).orElse(Direction.UNKNOWN);
        }
        Optional<Token> above = sentence.head(head);
        boolean attribute = above.isPresent()
                && above.get().isNoun()
                && above.get().index() > head.index()
                && (head.is("nmod") || head.is("compound") || head.is("amod"));
        boolean limit = isLimit(sentence, head);
        boolean aim = false;
        for (Token at : sentence.ancestors(head)) {
            if (at.isNoun() && coming.contains(at.lemma())) {
                return Direction.FUTURE;
            }
            boolean clause = at.isVerb() || sentence.child(at, "cop").isPresent();
            if (clause && attribute) {
                return Direction.UNKNOWN;
            }
            if (clause) {
                Direction direction = limit && granting.contains(at.lemma()) ? Direction.FUTURE : ofVerb(sentence, at);
                boolean runs = at.xpos().equals("VBZ") || at.xpos().equals("VBP");
                if (limit && runs && direction == Direction.UNKNOWN) {
                    return Direction.FUTURE;
                }
                if (direction != Direction.UNKNOWN || runs) {
                    // "subpoenaed him to testify on Feb. 10" happened, the testimony may be to come
                    return aim && direction == Direction.PAST ? Direction.UNKNOWN : direction;
                }
                aim |= at.xpos().equals("VB");
            }
        }
        return Direction.UNKNOWN;
    }

    /** "until Tuesday", "by Jan. 14", "as early as Tuesday". */
    private static boolean isLimit(Sentence sentence, Token head) {
        return sentence.tokens().stream()
                .skip(Math.max(0, head.index() - 4))
                .limit(Math.min(4, head.index()))
                .anyMatch(t -> t.lemma().equals("until")
                        || t.lemma().equals("by")
                        || t.lemma().equals("till"));
    }

    private Direction ofVerb(Sentence sentence, Token verb) {
        List<Token> auxiliaries = sentence.children(verb, "aux", "cop");
        boolean have = false;
        boolean modal = false;
        // Quirk: the tagger takes rare verbs in -s for the past
        boolean past = verb.xpos().equals("VBD")
                && !(verb.form().endsWith("s") && verb.lemma().length() > 3);
        boolean present = false;
        for (Token aux : auxiliaries) {
            have |= aux.lemma().equals("have");
            modal |= aux.xpos().equals("MD");
            past |= aux.xpos().equals("VBD");
            present |= aux.xpos().equals("VBZ") || aux.xpos().equals("VBP");
        }
        if (planning.contains(verb.lemma()) && !verb.xpos().equals("VB")) {
            return Direction.FUTURE;
        }
        if (modal) {
            boolean could = auxiliaries.stream()
                    .anyMatch(a -> a.lemma().equals("could") || a.form().equals("could"));
            return have || (could && sentence.child(verb, "aux:pass").isPresent()) ? Direction.PAST : Direction.FUTURE;
        }
        if (have || past) {
            return Direction.PAST;
        }
        if (verb.xpos().equals("VB")) {
            boolean purpose = verb.is("advcl") || verb.is("acl");
            return sentence.child(verb, "mark").isPresent() && !purpose ? Direction.FUTURE : Direction.UNKNOWN;
        }
        if (verb.xpos().equals("VBG")) {
            return present ? Direction.FUTURE : Direction.UNKNOWN;
        }
        if (verb.xpos().equals("VBN")) {
            return verb.is("acl") || verb.is("advcl") ? Direction.PAST : Direction.UNKNOWN;
        }
        return speech.contains(verb.lemma()) ? Direction.PAST : Direction.UNKNOWN;
    }
}
