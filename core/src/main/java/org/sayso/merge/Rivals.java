package org.sayso.merge;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sayso.model.EventType;
import org.sayso.model.Timex;

/** Whether two claims are rival accounts of one happening: same kind, day and victim or place, but other doers. */
final class Rivals {
    private Rivals() {}

    static boolean are(Draft a, Draft b) {
        if (a.isBlame() && b.isBlame()) {
            return Collections.disjoint(sides(a), sides(b));
        }
        boolean assault = a.type().filter(t -> t == EventType.ASSAULT).isPresent()
                && a.type().equals(b.type());
        if (!assault
                || !a.isDone()
                || !b.isDone()
                || a.actors().isEmpty()
                || b.actors().isEmpty()) {
            return false;
        }
        boolean otherDoers = Collections.disjoint(sides(a), sides(b));
        boolean sameVictims = !Collections.disjoint(keys(a), keys(b));
        boolean samePlace = a.where().isPresent()
                && a.where().equals(b.where())
                && a.mode().isPresent()
                && a.mode().equals(b.mode())
                && a.when().flatMap(Timex::edtf).isPresent()
                && a.when().flatMap(Timex::edtf).equals(b.when().flatMap(Timex::edtf));
        boolean daysClash = a.when().flatMap(Timex::edtf).isPresent()
                && b.when().flatMap(Timex::edtf).isPresent()
                && !a.when().flatMap(Timex::edtf).equals(b.when().flatMap(Timex::edtf));
        return otherDoers && (sameVictims || samePlace) && !daysClash;
    }

    private static Set<String> sides(Draft d) {
        Set<String> sides = new TreeSet<>();
        d.actors().forEach(p -> sides.addAll(Draft.sidesOf(p)));
        return sides;
    }

    private static Set<String> keys(Draft d) {
        Set<String> keys = new TreeSet<>();
        d.recipients().forEach(p -> keys.add(p.key()));
        return keys;
    }
}
