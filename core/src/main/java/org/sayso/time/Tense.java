package org.sayso.time;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.table.Table;

/** Reads from the tree which way an incomplete date lies: tense, aspect and modality of the verb that governs it. */
final class Tense {
    private static final Set<String> CALLING = Set.of("call", "appeal", "ask", "push", "press", "prepare", "brace");

    private static final Set<String> CALLING_OFF =
            Set.of("cancel", "call", "scrap", "abandon", "ban", "postpone", "disrupt");

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
        return head.flatMap(h -> participleBefore(sentence, span))
                .or(() -> head.map(h -> upwards(sentence, h)))
                .orElse(Direction.UNKNOWN);
    }

    /** "the ruling issued Thursday": the words right before tell, whatever the tree hangs the day on. */
    private Optional<Direction> participleBefore(Sentence sentence, Span span) {
        return sentence.tokens().stream()
                .filter(t -> t.xpos().equals("VBN") && t.is("acl"))
                .filter(t -> span.start() - t.span().end() == 1)
                .findFirst()
                .map(t -> ofVerb(sentence, t));
    }

    private Direction upwards(Sentence sentence, Token head) {
        if (head.isVerb() && !head.isRoot()) {
            // the expression itself was parsed as a verb ("second"): its head decides
            return sentence.head(head).map(h -> upwards(sentence, h)).orElse(Direction.UNKNOWN);
        }
        if (sentence.child(head, "cop").isPresent()) {
            // "the hearing is on Thursday"
            return isNow(sentence, head) ? Direction.FUTURE : ofVerb(sentence, head);
        }
        Optional<Token> above = sentence.head(head);
        boolean attribute = above.isPresent()
                && above.get().isNoun()
                && above.get().index() > head.index()
                && (head.is("nmod") || head.is("compound") || head.is("amod"));
        boolean limit = isLimit(sentence, head);
        boolean aim = false;
        for (Token at : sentence.ancestors(head)) {
            boolean due = at.upos() == Upos.ADJ && coming.contains(at.lemma()) && isNow(sentence, at);
            if (due || isDue(sentence, at)) {
                return Direction.FUTURE;
            }
            if (at.isNoun() && (coming.contains(at.lemma()) || isPlanned(sentence, at))) {
                return Direction.FUTURE;
            }
            if (at.isNoun() && isCalledFor(sentence, at)) {
                return Direction.FUTURE;
            }
            if (at.isVerb() && isOfPlannedBefore(sentence, head, at)) {
                return Direction.FUTURE;
            }
            boolean clause = at.isVerb() || sentence.child(at, "cop").isPresent();
            if (clause && attribute) {
                return Direction.UNKNOWN;
            }
            if (clause && isDayOfPromise(sentence, head, at)) {
                return Direction.PAST;
            }
            if (clause && isOfWhatWasCalledOff(sentence, at)) {
                return Direction.NEAREST;
            }
            if (clause) {
                Direction direction = limit && granting.contains(at.lemma()) ? Direction.FUTURE : ofVerb(sentence, at);
                boolean runs = isPresent(at) || isPresentPassive(sentence, at);
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

    /** "Promised on Sunday to hold elections": right behind a finite verb, with what is promised after it. */
    private boolean isDayOfPromise(Sentence sentence, Token day, Token verb) {
        boolean next = sentence.tokens().subList(verb.index() + 1, Math.max(verb.index() + 1, day.index())).stream()
                .allMatch(t -> t.head() == day.index());
        return planning.contains(verb.lemma())
                && verb.xpos().equals("VBD")
                && !isLimit(sentence, day)
                && day.head() == verb.index()
                && day.index() > verb.index()
                && next
                && sentence.children(verb, "xcomp", "ccomp", "obj").stream().anyMatch(t -> t.index() > day.index());
    }

    /** "A march planned for Saturday was cancelled": the Saturday may be over or to come. */
    private boolean isOfWhatWasCalledOff(Sentence sentence, Token participle) {
        return participle.is("acl")
                && planning.contains(participle.lemma())
                && sentence.head(participle)
                        .filter(t -> t.is("nsubj"))
                        .flatMap(sentence::head)
                        .filter(v -> CALLING_OFF.contains(v.lemma()))
                        .isPresent();
    }

    /** "Is due to meet him on Thursday", where the tree hangs the adjective on the verb. */
    private boolean isDue(Sentence sentence, Token verb) {
        return verb.xpos().equals("VB")
                && sentence.children(verb).stream()
                        .anyMatch(t -> t.xpos().equals("JJ") && coming.contains(t.lemma()) && isNow(sentence, t));
    }

    /** A predicate that is no verb, in the present. */
    private static boolean isNow(Sentence sentence, Token predicate) {
        List<Token> copulas = sentence.children(predicate, "cop", "aux");
        return copulas.stream().anyMatch(Tense::isPresent)
                && copulas.stream().noneMatch(t -> t.lemma().equals("have"));
    }

    private static boolean isPresent(Token verb) {
        return verb.xpos().equals("VBZ") || verb.xpos().equals("VBP");
    }

    /** "when the case is heard in May". */
    private static boolean isPresentPassive(Sentence sentence, Token verb) {
        return verb.xpos().equals("VBN")
                && sentence.children(verb, "aux").stream().anyMatch(t -> t.is("aux:pass") && isPresent(t));
    }

    /** "the slated visit in September". */
    private boolean isPlanned(Sentence sentence, Token noun) {
        return sentence.children(noun, "amod").stream()
                .anyMatch(
                        t -> planning.contains(t.lemma()) || coming.contains(t.lemma()) || planning.contains(base(t)));
    }

    /** "Talked about the slated visit of the minister in September", where the tree hangs the month on the verb. */
    private boolean isOfPlannedBefore(Sentence sentence, Token date, Token verb) {
        return date.head() == verb.index()
                && sentence.children(verb).stream()
                        .filter(t -> t.index() < date.index() && t.index() > verb.index())
                        .reduce((a, b) -> b)
                        .filter(t -> t.isNoun() && isPlanned(sentence, t))
                        .isPresent();
    }

    /** "Called for a strike on Monday". */
    private static boolean isCalledFor(Sentence sentence, Token noun) {
        return noun.is("obl")
                && sentence.children(noun, "case").stream()
                        .anyMatch(c -> c.lemma().equals("for"))
                && sentence.head(noun).filter(v -> CALLING.contains(v.lemma())).isPresent();
    }

    /** The verb of a participle that the tagger took for an adjective. */
    private static String base(Token participle) {
        String form = participle.form().toLowerCase(Locale.ROOT);
        return form.endsWith("ed") ? form.substring(0, form.length() - (form.endsWith("ted") ? 2 : 1)) : form;
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
        // "is to leave", "were to leave"
        boolean isTo = verb.xpos().equals("VB")
                && auxiliaries.stream()
                        .anyMatch(a -> a.lemma().equals("be") && !a.xpos().equals("VB"));
        if (isTo && !have) {
            return Direction.FUTURE;
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
            boolean toBe = sentence.child(verb, "mark").isPresent()
                    && auxiliaries.stream().anyMatch(a -> a.xpos().equals("VB"));
            if (toBe) {
                return Direction.FUTURE;
            }
            return !present && (verb.is("acl") || verb.is("advcl")) ? Direction.PAST : Direction.UNKNOWN;
        }
        return speech.contains(verb.lemma()) ? Direction.PAST : Direction.UNKNOWN;
    }
}
