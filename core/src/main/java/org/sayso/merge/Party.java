package org.sayso.merge;

import java.util.Optional;
import org.sayso.model.Attribution.Source;

/**
 * Somebody who acts or vouches, the same across reports.
 *
 * @param key equal keys are the same party
 * @param name the fullest name, for a reader
 * @param side the government whose official it is: officials of one side are one voucher, however many speak
 * @param kind as a source
 */
record Party(String key, String name, Optional<String> side, Source.Kind kind) {
    /** Side or, where there is none, the party itself. */
    String standsFor() {
        return side.orElse(key);
    }
}
