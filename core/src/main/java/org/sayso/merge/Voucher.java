package org.sayso.merge;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.Attribution.Source;

/**
 * Who vouches at the end of one chain.
 *
 * @param key equal keys are one voucher
 * @param words for a reader
 * @param via outlet through which it came
 */
record Voucher(String key, String words, Optional<String> via, Source.Kind kind, Evidence evidence) {
    static final String OUTLET = "outlet:";

    /** Absent where nobody is named: the publisher's own words, "reportedly". */
    static Optional<Voucher> of(Evidence e, Optional<String> outletCitedForIt) {
        Chain chain = e.chain();
        String words = chain.hearsay()
                .orElse(chain.words().isEmpty() ? "" : chain.words().getLast());
        Optional<String> via = chain.lastOutlet();
        Source.Kind kind = chain.hearsay().isPresent() ? Source.Kind.UNNAMED : chain.endKind();
        return switch (kind) {
            case AUTHOR, NONE -> Optional.empty();
            case OUTLET -> via.map(o -> new Voucher(OUTLET + o, o, Optional.of(o), Source.Kind.OUTLET, e));
            case UNNAMED -> {
                Optional<String> through =
                        via.or(() -> outletCitedForIt).or(() -> e.report().newsroom());
                String key = chain.end()
                        .filter(p -> chain.hearsay().isEmpty())
                        .flatMap(Party::side)
                        .orElse(OUTLET + through.orElse(e.report().doc()));
                yield Optional.of(new Voucher(key, words, through, Source.Kind.UNNAMED, e));
            }
            case PERSON, ORGANIZATION, DOCUMENT -> {
                String key = chain.end().map(Party::standsFor).orElse("words:" + Names.folded(words));
                String name = chain.end().map(Party::name).orElse(words);
                yield Optional.of(new Voucher(key, name, via, chain.endKind(), e));
            }
        };
    }

    /** Outlets that its chain names, or the newsroom whose report it stands in. */
    Set<String> passed() {
        Set<String> passed = new TreeSet<>(evidence.chain().outlets());
        evidence.report().newsroom().ifPresent(passed::add);
        return passed;
    }

    boolean isFaceless() {
        return kind == Source.Kind.UNNAMED || kind == Source.Kind.OUTLET;
    }
}
