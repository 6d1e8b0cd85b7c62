package org.sayso.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sayso.pattern.Grammar;
import org.sayso.table.Table;

/** Builds the grammar of time expressions from its tables. */
final class TimeGrammar {
    private TimeGrammar() {}

    static Grammar load(Lexicon lexicon, NamedDays namedDays) {
        List<Map.Entry<String, String>> definitions = Table.rows(TimeGrammar.class, "definitions.tsv", 2).stream()
                .map(r -> Map.entry(r.get(0), r.get(1)))
                .toList();
        List<Grammar.Rule> rules = new ArrayList<>(namedDays.rules());
        for (List<String> row : Table.rows(TimeGrammar.class, "rules.tsv", 5)) {
            rules.add(new Grammar.Rule(row.get(0), row.get(1), row.get(2)));
        }
        return new Grammar(lexicon.classes(), lexicon, definitions, rules);
    }
}
