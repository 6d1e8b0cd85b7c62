package org.sayso.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.EventType;

/**
 * One entry of {@code verbs.tsv} or {@code nouns.tsv}: these words in this frame name an event of this type.
 *
 * @param rule file and line: what {@code decidedBy} says
 * @param particle after a phrasal verb; empty for a plain one
 * @param type absent: the type and mode of the event noun that the frame asks for ("carried out an attack")
 * @param recipients where to look for the recipient, best first: {@code obj}, {@code iobj}, {@code subj}, {@code poss},
 *     {@code noun} (what the event noun is done to), {@code of}, or another preposition
 * @param flags see the head of the tables
 */
record Entry(
        String rule,
        Set<String> lemmas,
        String particle,
        List<Condition> frame,
        Optional<EventType> type,
        Optional<String> mode,
        List<String> recipients,
        Set<String> flags,
        String example) {

    int weight() {
        return frame.stream().mapToInt(Condition::weight).sum() + (particle.isEmpty() ? 0 : 3);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    static Entry of(Row row, WordClasses classes) {
        String words = row.cell(0);
        int plus = words.indexOf('+');
        String particle = plus < 0 ? "" : words.substring(plus + 1);
        Set<String> lemmas = classes.expand(plus < 0 ? words : words.substring(0, plus), row.where());
        if (particle.contains(",")) {
            throw new IllegalStateException(row.where() + ": a particle goes with the last word only: " + words);
        }
        String type = row.cell(2);
        String mode = row.cell(3);
        return new Entry(
                row.where(),
                lemmas,
                particle,
                Condition.parse(row.cell(1), classes, row.where()),
                type.equals("=") ? Optional.empty() : Optional.of(EventType.valueOf(type)),
                mode.isEmpty() ? Optional.empty() : Optional.of(mode),
                row.list(4),
                Set.copyOf(row.list(5)),
                row.cell(6));
    }
}
