package org.sayso.actor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sayso.model.Entity;
import org.sayso.model.Span;
import org.sayso.world.Countries;

/** Turns those whom somebody asked for into entities. Lives as long as one call. */
final class Credits {
    /** Why somebody is meant by words for what he does or fires. */
    static final String DEED = "whose deed or weapon it is";

    private final Scene scene;
    private final Countries countries;
    private final Map<Referent, Map<Span, String>> asked = new LinkedHashMap<>();

    /** Who some words mean, and why. */
    record Link(Referent referent, String reason) {}

    Credits(Scene scene, Countries countries) {
        this.scene = scene;
        this.countries = countries;
    }

    void add(Span span, Optional<Link> link) {
        link.ifPresent(
                l -> asked.computeIfAbsent(l.referent(), k -> new TreeMap<>()).put(span, l.reason()));
    }

    Actors actors() {
        List<Map.Entry<Referent, List<Span>>> ordered = asked.keySet().stream()
                .map(r -> Map.entry(r, spans(r)))
                .sorted(Comparator.comparing((Map.Entry<Referent, List<Span>> e) ->
                                e.getValue().getFirst())
                        .thenComparingInt(e -> e.getKey().order))
                .toList();
        List<Entity> entities = new ArrayList<>();
        List<Actors.Link> links = new ArrayList<>();
        for (Map.Entry<Referent, List<Span>> e : ordered) {
            String id = "e" + (entities.size() + 1);
            entities.add(entity(id, e.getKey(), e.getValue()));
            asked.getOrDefault(e.getKey(), Map.of()).forEach((span, why) -> links.add(new Actors.Link(span, id, why)));
        }
        links.sort(Comparator.comparing(Actors.Link::span));
        return new Actors(entities, links);
    }

    /** The spans asked for, and the other mentions that lie apart from them. */
    private List<Span> spans(Referent r) {
        List<Span> wanted = List.copyOf(asked.getOrDefault(r, Map.of()).keySet());
        Stream<Span> others = r.mentions.stream()
                .map(Mention::span)
                .filter(m -> wanted.stream().noneMatch(w -> w.overlaps(m)));
        return Stream.concat(wanted.stream(), others).distinct().sorted().toList();
    }

    private Entity entity(String id, Referent r, List<Span> spans) {
        Optional<Known.Office> office =
                r.known.flatMap(k -> scene.article.published().flatMap(k::officeOn));
        Optional<String> role =
                r.role.or(() -> office.filter(o -> !o.role().isEmpty()).map(o -> role(o, r)));
        boolean government = r.state && governs(r);
        Optional<String> sector = government
                ? Optional.of("GOV")
                : r.sector
                        .or(() -> office.map(Known.Office::sector))
                        .or(() -> lastOffice(r))
                        .or(() -> pastOffice(r));
        return new Entity(
                id,
                name(r, government),
                r.state && !government ? Entity.Kind.PLACE : r.kind,
                r.country,
                sector,
                role,
                r.known.flatMap(Known::qid),
                spans);
    }

    /** "Russian president"; a role that names a body stands as it is. */
    private String role(Known.Office office, Referent r) {
        boolean plain = Character.isLowerCase(office.role().charAt(0))
                && !office.role().matches(".*\\b(of|for|in) (the )?\\p{Lu}.*");
        return r.country
                .filter(c -> plain)
                .flatMap(countries::code)
                .map(c -> Cast.adjective(c) + " " + office.role())
                .orElse(office.role());
    }

    /** Where the files' knowledge ends, the trade of who was in office then is still told; the role no longer is. */
    private Optional<String> lastOffice(Referent r) {
        return r.known
                .filter(k -> scene.article
                        .published()
                        .filter(day -> !day.isBefore(Known.Office.HORIZON))
                        .isPresent())
                .flatMap(k -> k.officeOn(Known.Office.HORIZON.minusDays(1)))
                .filter(o -> o.to().isEmpty())
                .map(Known.Office::sector);
    }

    /** Who once held office and holds none is of the elite, in PLOVER's terms. */
    private Optional<String> pastOffice(Referent r) {
        return r.known
                .filter(k ->
                        scene.article.published().isPresent() && !k.offices().isEmpty())
                .filter(k -> k.offices().stream()
                        .anyMatch(o -> o.to().filter(
                                        to -> !scene.article.published().get().isBefore(to))
                                .isPresent()))
                .map(k -> "ELI");
    }

    private boolean governs(Referent r) {
        boolean acts = asked.getOrDefault(r, Map.of()).containsValue(DEED);
        return acts
                || r.mentions.stream()
                        .anyMatch(m -> m.form() != Mention.Form.NAME
                                || m.subject()
                                || m.reason().equals("capital for the government"));
    }

    /** Named only by its capital, or as "the Russian government". */
    private String name(Referent r, boolean government) {
        boolean byName = r.names.isEmpty()
                || r.names.stream().anyMatch(n -> countries.named(n).isPresent());
        return government && !byName ? "government of " + r.name : r.name;
    }
}
