package org.sayso.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sayso.model.AnalyzedText;
import org.sayso.model.EventType;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Looks the words of one sentence up in the lexicon, frames and all. Made for one sentence; used by one thread. */
final class SenseReader {
    private static final int DEEPEST = 3;
    private static final Set<EventType> OPERATORS =
            Set.of(EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN);
    private final Lexicon lexicon;
    private final Sentence sentence;
    private final NounArguments nouns;
    private final AnalyzedText text;

    SenseReader(Lexicon lexicon, AnalyzedText text, Sentence sentence) {
        this.lexicon = lexicon;
        this.text = text;
        this.sentence = sentence;
        this.nouns = new NounArguments(text, sentence);
    }

    WordClasses classes() {
        return lexicon.classes();
    }

    /** The event that the word names, if the lexicon knows it in this frame. */
    Optional<Sense> read(Token token) {
        return read(token, 0);
    }

    private Optional<Sense> read(Token token, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (token.upos() == Upos.VERB || token.upos() == Upos.ADJ || token.upos() == Upos.AUX) {
            return verb(token, depth);
        }
        if (token.upos() == Upos.NOUN) {
            return noun(token, depth);
        }
        return Optional.empty();
    }

    private Optional<Sense> verb(Token token, int depth) {
        Clause clause = new Clause(sentence, token);
        if (clause.describes() && is(token, "briefed")) {
            return Optional.empty();
        }
        for (Entry entry : lexicon.verb(sentence, token)) {
            boolean names = entry.type().isEmpty() && clause.judges();
            if (names || !entry.particle().isEmpty() && !clause.hasParticle(entry.particle())) {
                continue;
            }
            Match match = new Match();
            if (holds(entry, clause, token, match, depth)) {
                if (entry.has("mute")) {
                    return Optional.empty();
                }
                Optional<Sense> sense = verbSense(entry, clause, match, depth);
                if (sense.isPresent()) {
                    return sense;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Sense> noun(Token token, int depth) {
        for (Entry entry : lexicon.noun(sentence, token)) {
            Match match = new Match();
            if (holds(entry, null, token, match, depth) && entry.type().isPresent()) {
                if (entry.has("mute")) {
                    return Optional.empty();
                }
                EventType type = entry.type().get();
                List<Token> recipients = nouns.recipients(token, entry);
                List<Token> actors = nouns.actors(token, entry);
                return Optional.of(
                        new Sense(entry, type, entry.mode(), token, token, actors, recipients, match.absorbed(entry)));
            }
        }
        return Optional.empty();
    }

    private Optional<Sense> verbSense(Entry entry, Clause clause, Match match, int depth) {
        Optional<Sense> inner = Optional.ofNullable(match.inner);
        Optional<EventType> type = entry.type().or(() -> inner.map(Sense::type));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        boolean own = entry.type().isPresent();
        Optional<String> mode = own ? entry.mode() : entry.mode().or(() -> inner.flatMap(Sense::mode));
        List<Token> absorbed = new ArrayList<>(match.absorbed(entry));
        if (own) {
            // "talks, which Oman offered to host, will go ahead": the clause above has its own say of them
            absorbed.removeIf(t -> t.index() != clause.verb().index() && sentence.dominates(t, clause.verb()));
        }
        Set<Token> recipients = new LinkedHashSet<>();
        List<Token> actors = new ArrayList<>();
        List<Token> struck = new ArrayList<>();
        for (Token agent : verbActors(entry, clause)) {
            Optional<Sense> means = type.get().quad() == 4 ? attack(agent, depth) : Optional.empty();
            actors.addAll(means.map(Sense::actors).orElse(List.of(agent)));
            if (means.isPresent() && type.get() == EventType.ASSAULT) {
                struck.addAll(means.get().recipients());
                absorbed.add(agent);
                mode = mode.or(() -> means.get().mode());
            }
        }
        if (!own) {
            // "Canada launched its campaign" names nobody else
            inner.ifPresent(i -> i.actors().stream()
                    .filter(a -> actors.isEmpty() || !a.xpos().equals("PRP$"))
                    .forEach(actors::add));
        }
        for (String slot : entry.recipients()) {
            if (!recipients.isEmpty()) {
                break;
            }
            role(slot, clause, inner, match, depth).stream()
                    .filter(t -> !slot.equals("in") || !is(t, "aid") && !is(t, "weapons"))
                    .forEach(recipients::add);
        }
        if (recipients.isEmpty()) {
            recipients.addAll(struck);
        }
        actors.forEach(recipients::remove);
        Token named = own ? clause.verb() : inner.map(Sense::named).orElse(clause.verb());
        return Optional.of(new Sense(
                entry, type.get(), mode, clause.verb(), named, distinct(actors), List.copyOf(recipients), absorbed));
    }

    /** "A strike on the depot killed two": who strikes is the actor, not the strike. */
    private Optional<Sense> attack(Token agent, int depth) {
        return agent.upos() == Upos.NOUN
                ? read(agent, depth + 1).filter(s -> s.type() == EventType.ASSAULT)
                : Optional.empty();
    }

    private static List<Token> verbActors(Entry entry, Clause clause) {
        if (entry.has("fleeing")) {
            return List.of();
        }
        if (entry.has("hosted")) {
            return clause.objects();
        }
        return entry.has("from") ? clause.obliques("from") : clause.agents();
    }

    private static List<Token> distinct(List<Token> tokens) {
        return List.copyOf(new LinkedHashSet<>(tokens));
    }

    private List<Token> role(String slot, Clause clause, Optional<Sense> inner, Match match, int depth) {
        return switch (slot) {
            case "obj" -> throughEvents(withoutAbsorbed(clause.objects(), match), depth);
            case "iobj" -> clause.indirect();
            case "subj" -> clause.agents();
            case "poss" -> holders(clause);
            case "noun" -> inner.map(Sense::recipients).orElse(List.of());
            case "doer" -> inner.map(Sense::actors).orElse(List.of());
            case "that" ->
                clause.contents().stream()
                        .flatMap(t -> new Clause(sentence, t).agents().stream())
                        .toList();
            case "deep" ->
                clause.complements().stream()
                        .flatMap(t -> {
                            Optional<Sense> sense = read(t, depth + 1);
                            return sense.map(s -> s.recipients().stream())
                                    .orElseGet(() -> new Clause(sentence, t).objects().stream());
                        })
                        .toList();
            default -> throughEvents(clause.obliques(slot), depth);
        };
    }

    /** Whose the object is: "rejected Iran's offer", "the Iranian offer"; not "its", which is the subject's own more often than not. */
    private List<Token> holders(Clause clause) {
        return clause.objects().stream()
                .flatMap(o -> sentence.children(o, "nmod:poss", "amod", "compound").stream())
                .filter(t -> t.is("nmod") && !t.xpos().equals("PRP$")
                        || text.namesIn(t.span()).stream()
                                .anyMatch(n -> n.kind() == Name.Kind.GROUP || n.kind() == Name.Kind.PLACE))
                .toList();
    }

    /** Whoever condemns an attack condemns the attacker, where the words tell who that is. */
    private List<Token> throughEvents(List<Token> tokens, int depth) {
        List<Token> result = new ArrayList<>();
        for (Token t : tokens) {
            List<Token> doers = read(t, depth + 1).map(Sense::actors).orElse(List.of());
            result.addAll(doers.isEmpty() ? List.of(t) : doers);
        }
        return result;
    }

    private static List<Token> withoutAbsorbed(List<Token> tokens, Match match) {
        return tokens.stream().filter(t -> !match.events.contains(t)).toList();
    }

    private boolean holds(Entry entry, @Nullable Clause clause, Token token, Match match, int depth) {
        for (Condition c : entry.frame()) {
            Optional<Token> found = first(c, slot(c, clause, token), match, depth);
            if (found.isPresent() == c.negated()) {
                return false;
            }
            if (found.isPresent() && (c.slot().equals("inf") || c.slot().equals("that"))) {
                match.events.add(found.get());
            }
        }
        return true;
    }

    private Optional<Token> first(Condition c, List<Token> tokens, Match match, int depth) {
        for (Token t : tokens) {
            if (fits(c, t, match, depth)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    private List<Token> slot(Condition c, @Nullable Clause clause, Token token) {
        if (clause == null) {
            return nouns.slot(c, token);
        }
        return switch (c.slot()) {
            case "subj" -> clause.agents();
            case "obj" -> clause.objects();
            case "iobj" -> clause.indirect();
            case "inf" -> clause.infinitives();
            case "that" -> clause.contents();
            case "whether" -> clause.questions();
            case "p" -> clause.obliques(c.word());
            case "prt" -> clause.hasParticle(c.word()) ? List.of(token) : List.of();
            case "arg" -> sentence.children(token, "obj", "obl", "nsubj", "iobj", "xcomp");
            case "mod" -> nouns.slot(c, token);
            case "prefix" -> clause.prefix().stream().toList();
            default -> List.of();
        };
    }

    private boolean fits(Condition c, Token t, Match match, int depth) {
        if (!c.words().isEmpty()) {
            return counted(t).stream().anyMatch(k -> c.holds(text, sentence, k));
        }
        if (c.types().isEmpty()) {
            return true;
        }
        Optional<Sense> inner = counted(t).stream()
                .flatMap(k -> read(k, depth + 1).stream())
                .filter(s -> c.types().contains(s.type()))
                .findFirst();
        if (inner.isPresent() && !c.negated()) {
            match.inner = inner.get();
            match.events.add(t);
            match.events.add(inner.get().head());
            match.events.addAll(inner.get().absorbed());
        }
        return inner.isPresent();
    }

    /** The word, and what it counts or is made of: "thousands of police officers", "ten hours of talks", "artillery systems". */
    private List<Token> counted(Token t) {
        List<Token> all = new ArrayList<>(List.of(t));
        if (is(t, "vague")) {
            all.addAll(sentence.children(t, "compound"));
        }
        if (!is(t, "quantity")) {
            return all;
        }
        sentence.children(t, "nmod").stream()
                .filter(k -> sentence.children(k, "case").stream()
                        .anyMatch(x -> x.lemma().equals("of")))
                .forEach(all::add);
        return all;
    }

    private boolean is(Token t, String wordClass) {
        return Lemma.of(t).stream().anyMatch(lexicon.classes().named(wordClass)::contains);
    }

    /** What a frame found while it was tried. */
    private static final class Match {
        private @Nullable Sense inner;
        private final List<Token> events = new ArrayList<>();

        /** An operator swallows what it is about; a judgement leaves it standing: what is condemned did happen. */
        List<Token> absorbed(Entry entry) {
            boolean swallows = entry.type().isEmpty()
                    || entry.has("absorb")
                    || OPERATORS.contains(entry.type().get())
                    || (inner != null
                            && !entry.has("keep")
                            && entry.type().get() != EventType.ACCUSE
                            && entry.type().get() != EventType.SUPPORT);
            return swallows && !entry.has("keep") ? events : List.of();
        }
    }
}
