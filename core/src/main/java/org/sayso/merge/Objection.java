package org.sayso.merge;

import java.time.LocalDate;
import java.util.Optional;
import org.sayso.model.Claim;
import org.sayso.model.Span;

/**
 * Somebody denies a claim or keeps silent about it, in one report.
 *
 * @param key equal keys are one voice
 * @param by in words
 * @param person a person, who may speak for somebody
 * @param silent neither confirms nor denies
 */
record Objection(
        String key,
        String by,
        boolean person,
        Optional<LocalDate> on,
        Claim.Scope scope,
        boolean silent,
        String doc,
        Span span) {
    Objection by(String otherKey, String name) {
        return new Objection(otherKey, name, false, on, scope, silent, doc, span);
    }

    Objection of(Claim.Scope other) {
        return new Objection(key, by, person, on, other, silent, doc, span);
    }
}
