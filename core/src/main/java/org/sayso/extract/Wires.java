package org.sayso.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sayso.model.Dateline;

/** Finds the agencies whose copy a report is: by its dateline, its byline and its last lines. Immutable. */
final class Wires {
    /** A first line that says only whose work the report is: "By The Associated Press". */
    private static final Pattern BYLINE = Pattern.compile("[Bb][Yy] [^.!?:\"“]{2,60}");

    private final Agencies agencies;

    Wires(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * @param lines of the report, its credits among them
     * @param bylines as written
     * @return without the publisher itself
     */
    List<String> of(Optional<Dateline> dateline, List<String> lines, List<String> bylines, Optional<String> publisher) {
        Set<String> wire = new LinkedHashSet<>();
        dateline.flatMap(Dateline::agency)
                .flatMap(agencies::named)
                .filter(Agencies.Agency::sellsCopy)
                .ifPresent(agency -> wire.add(agency.name()));
        bylines.forEach(line -> wire.addAll(agencies.namedIn(line)));
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> BYLINE.matcher(line).matches())
                .ifPresent(line -> wire.addAll(agencies.namedIn(line)));
        List<String> last = lines.subList(Math.max(0, lines.size() - Endings.LAST_LINES), lines.size());
        String lastOfText = "";
        for (String line : last) {
            Optional<Agencies.Signed> credit = agencies.credit(line);
            credit.ifPresent(signed -> wire.addAll(signed.wire()));
            lastOfText = credit.isPresent() ? lastOfText : line;
        }
        wire.addAll(agencies.signature(lastOfText));
        if (wire.size() > 1) {
            wire.remove(Agencies.UNNAMED);
        }
        publisher.ifPresent(name -> wire.removeIf(one -> agencies.same(one, name)));
        return List.copyOf(wire);
    }
}
