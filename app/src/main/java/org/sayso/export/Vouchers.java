package org.sayso.export;

import java.util.List;
import java.util.Optional;
import org.sayso.model.Attribution;
import org.sayso.model.Entity;
import org.sayso.model.Reading;

/** The names down a chain of attributions. */
public final class Vouchers {
    private Vouchers() {}

    /** Outermost first; the publisher is left out. */
    public static List<String> of(Reading reading, List<String> said) {
        return said.stream()
                .map(reading::attribution)
                .flatMap(Optional::stream)
                .map(a -> of(reading, a))
                .toList();
    }

    public static String of(Reading reading, Attribution a) {
        return a.source()
                .entity()
                .flatMap(reading::entity)
                .map(Entity::name)
                .orElseGet(() -> a.source().spans().isEmpty() ? "somebody unnamed" : reading.sourceWords(a));
    }
}
