package org.sayso.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sayso.model.Lineage;
import org.sayso.model.Reading;
import org.sayso.model.Story;
import org.sayso.outlet.Outlets;
import org.sayso.world.Countries;

/**
 * Merges readings into stories. The same readings give the same stories, in whatever order they come. Immutable and
 * thread-safe.
 */
public final class Merger {
    /** Raised whenever the same readings would give other stories; stores keep it beside what they cache. */
    public static final String VERSION = "3";

    private final Outlets outlets;
    private final Words words;
    private final Citations citations;
    private final Denying denying = new Denying();
    private final SidesNamed sidesNamed = new SidesNamed(Countries.load());
    private final Summaries summaries = new Summaries();

    public Merger(Outlets outlets) {
        this.outlets = outlets;
        this.words = new Words(new HashSet<>(Lists.first("stopwords.txt")));
        this.citations = new Citations(new HashSet<>(Lists.first("citing.txt")), outlets);
    }

    /** With the outlets that ship with Sayso. */
    public static Merger load() {
        return new Merger(Outlets.load());
    }

    /**
     * @param readings one for each docId; of several with the same one, the first in order of article id counts
     * @return by first day, then id
     */
    public List<Story> merge(List<Reading> readings) {
        List<Reading> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        readings.stream()
                .sorted(ORDER)
                .filter(r -> seen.add(r.article().docId()))
                .forEach(ordered::add);
        return new Grouping(words)
                .group(ordered).stream()
                        .map(group -> story(group))
                        .sorted(Comparator.comparing((Story s) ->
                                        s.from().map(Object::toString).orElse("9999"))
                                .thenComparing(Story::id))
                        .toList();
    }

    /** All given readings as one story, whatever they are about. */
    public Story story(List<Reading> readings) {
        List<Reading> ordered = readings.stream().sorted(ORDER).toList();
        List<Lineage> copies = Copies.among(ordered);
        Map<String, String> newsrooms = new HashMap<>();
        for (Reading r : ordered) {
            new Report(r, outlets, denying, Optional.empty())
                    .newsroom()
                    .ifPresent(n -> newsrooms.put(r.article().docId(), n));
        }
        List<Report> reports = ordered.stream()
                .map(r -> new Report(
                        r, outlets, denying, newsroomCopied(r.article().docId(), copies, newsrooms)))
                .toList();
        return new StoryOf(reports, copies, words, citations, sidesNamed, summaries).story();
    }

    /** The newsroom whose words a report prints; of several, that of the first which is no copy itself. */
    private static Optional<String> newsroomCopied(String doc, List<Lineage> copies, Map<String, String> newsrooms) {
        Set<String> later = copies.stream().map(Lineage::doc).collect(Collectors.toSet());
        return copies.stream()
                .filter(c -> c.doc().equals(doc))
                .map(Lineage::to)
                .sorted(Comparator.comparing((String to) -> later.contains(to)).thenComparing(to -> to))
                .map(newsrooms::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static final Comparator<Reading> ORDER = Comparator.comparing(
                    (Reading r) -> r.article().published().map(Object::toString).orElse("9999"))
            .thenComparing(r -> r.article().docId())
            .thenComparing(r -> r.article().id());
}
