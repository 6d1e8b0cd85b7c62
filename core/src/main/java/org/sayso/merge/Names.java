package org.sayso.merge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sayso.model.Attribution;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Entity;
import org.sayso.model.Reading;

/** Who is who across the reports of one story. Immutable once made. */
final class Names {
    /** PLOVER sectors whose people speak for their government. */
    private static final Set<String> OFFICIAL = Set.of("GOV", "MIL", "SPY", "COP", "JUD", "LEG", "ELI");

    /** Held by one person in one place. */
    private static final List<String> LOCAL_OFFICES = List.of("mayor", "governor");

    private static final Pattern RUN = Pattern.compile(
            "(\\p{Lu}\\p{L}+)-(?:run|controlled|ruled|led)\\b|\\b(?:run|controlled|ruled|led) by (\\p{Lu}\\p{L}+)");

    /** Run by a state, and not its voice. */
    private static final Pattern INSTITUTION = Pattern.compile(
            "(?iu)\\b(?:hospital|clinic|university|school|college|station|airport|plant|ministry|department|agency|bank|company)\\b");

    private static final Pattern OFFICIAL_PAPER = Pattern.compile(
            "(?iu)\\b(?:intelligence|government|military|defen[cs]e|ministry|state department|army|police|navy|cabinet|court)\\b");

    private static final Pattern BODY = Pattern.compile(
            "(?:(?:[Tt]he|[Aa]n?) )?(?:(?!(?:of|in|at|from|with|by|for|on|the|and)\\b)[\\p{Ll}-]+(?<!ing) ){0,3}"
                    + "((?:\\p{Lu}[\\p{L}’'-]+ ){1,4}\\p{Lu}\\p{Ll}+)");

    /** "Rights group RNDDH". */
    private static final Pattern ACRONYM = Pattern.compile(
            "(?u)(?:(?:[Tt]he|[Aa]n?) )?(?:\\p{Lu}?\\p{Ll}+ ){0,2}(?:group|agency|organi[sz]ation|party|union|coalition|network|charity|body) (\\p{Lu}{3,8})");

    private static final Pattern ORDINARY = Pattern.compile(
            "(?u)(?:An?|One|Two|Three|Four|Five|Six|Several|Some|Many|Most|Other|Another|Both|His|Her|Its|Their|Senior|Local|Former|Unnamed|"
                    + "Sources?|People|Persons?|Officials?|Officers?|Diplomats?|Witnesses|Insiders|Aides|Advisers|Residents|Activists|"
                    + "Rescuers|Medics|Analysts|Experts|Militants|Rebels|Gunmen|Lawyers|Relatives|Prosecutors|Police|Authorities|"
                    + "Lawmakers|Investigators|Survivors|Villagers|Security|Military|Medical|Intelligence|Government)\\b(?! \\p{Lu})");

    private static final Pattern SPEAKERS = Pattern.compile(
            "(?iu)(?:(?:the|an?|some|several|two|three|senior|unnamed) )*((?:[\\p{L}’'-]+ ){0,3}[\\p{L}’'-]+) (?:sources?|officials?|spokes(?:man|woman|person|people)|representatives?)\\b.*");

    private final Map<String, Party> parties = new HashMap<>();
    private final Map<String, Party> byName = new HashMap<>();
    private final List<Party> bodies = new ArrayList<>();

    private final SidesNamed sidesNamed;

    Names(List<Reading> readings, SidesNamed sidesNamed) {
        this.sidesNamed = sidesNamed;
        Map<String, List<Mentioned>> byKey = new TreeMap<>();
        Map<String, List<String>> surnames = new TreeMap<>();
        for (Reading r : readings) {
            for (Entity e : r.entities()) {
                byKey.computeIfAbsent(key(e, r, surnames), k -> new ArrayList<>())
                        .add(new Mentioned(r.article().docId() + "#" + e.id(), e));
            }
        }
        holders(byKey);
        Map<String, String> runBy = runBy(readings);
        GenericBodies generic = new GenericBodies(readings);
        Map<String, String> sidesOfBodies = new TreeMap<>();
        byKey.values()
                .forEach(same -> same.stream()
                        .map(Mentioned::entity)
                        .filter(e ->
                                e.kind() == Entity.Kind.ORGANIZATION && e.name().contains(" "))
                        .forEach(e -> side(e).ifPresent(side -> sidesOfBodies.putIfAbsent(folded(e.name()), side))));
        Map<String, String> groupNames = new TreeMap<>();
        byKey.forEach((key, same) -> {
            if (key.startsWith("body:") && (fullest(same).name().contains(" ") || GenericBodies.is(fullest(same)))
                    || same.getFirst().entity().kind() == Entity.Kind.GROUP) {
                groupNames.put(key, fullest(same).name());
            }
        });
        byKey.forEach((key, same) -> {
            Optional<String> side = same.stream()
                    .map(m -> side(m.entity()).or(() -> ofBody(m.entity(), sidesOfBodies)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> Optional.ofNullable(runBy.get(folded(fullest(same).name()))))
                    .or(() -> same.stream()
                            .filter(m -> m.entity().kind() == Entity.Kind.DOCUMENT)
                            .flatMap(m -> ofState(m.entity().name()).flatMap(Party::side).stream())
                            .findFirst())
                    .or(() -> same.stream()
                            .filter(m -> m.entity().kind() == Entity.Kind.PERSON)
                            .flatMap(m -> m.entity().role().stream())
                            .flatMap(role -> ofGroup(role, groupNames, runBy).stream())
                            .findFirst())
                    .or(() -> speakersBody(fullest(same)).flatMap(b -> sideOf(b, sidesOfBodies, generic)))
                    .map(of -> generic.sideOf(of).orElse(of))
                    .or(() -> generic.sideOf(key));
            Entity fullest = fullest(same);
            Party party = new Party(
                    key,
                    bodyNamed(fullest).orElse(plain(fullest.name())),
                    side,
                    bodyNamed(fullest).isPresent() ? Source.Kind.ORGANIZATION : kind(fullest));
            if (key.startsWith("body:")
                    && fullest.sector().filter("JRN"::equals).isEmpty()) {
                bodies.add(party);
            }
            same.forEach(m -> parties.put(m.id(), party));
            same.forEach(m -> byName.putIfAbsent(folded(m.entity().name()), party));
        });
        new LooseNames(readings, parties, byName).settle();
    }

    /** "The mayor" of one report is the mayor whom another names, where the story knows only one. */
    private static void holders(Map<String, List<Mentioned>> byKey) {
        for (String office : LOCAL_OFFICES) {
            List<String> named = byKey.entrySet().stream()
                    .filter(same -> same.getValue().stream()
                            .map(Mentioned::entity)
                            .anyMatch(e -> e.kind() == Entity.Kind.PERSON
                                    && e.role().filter(r -> isOffice(r, office)).isPresent()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (named.size() != 1) {
                continue;
            }
            for (String key : List.copyOf(byKey.keySet())) {
                List<Mentioned> some = Objects.requireNonNull(byKey.get(key));
                boolean holder = some.stream()
                        .map(Mentioned::entity)
                        .allMatch(e -> e.kind() == Entity.Kind.UNNAMED && isOffice(e.name(), office));
                if (holder) {
                    Objects.requireNonNull(byKey.get(named.getFirst())).addAll(some);
                    byKey.remove(key);
                }
            }
        }
    }

    private static boolean isOffice(String words, String office) {
        return words.toLowerCase(Locale.ROOT).matches("(?:the )?" + office + "(?: of .*)?");
    }

    private static Entity fullest(List<Mentioned> same) {
        return same.stream()
                .map(Mentioned::entity)
                .max(Comparator.comparingInt((Entity e) -> e.name().split(" ").length)
                        .thenComparingInt(e -> -e.name().length())
                        .thenComparing(Entity::name, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** "The Hamas-run Health Ministry": the side for which Hamas speaks is the ministry's. Folded name to side. */
    private static Map<String, String> runBy(List<Reading> readings) {
        Map<String, String> runBy = new TreeMap<>();
        for (Reading r : readings) {
            for (Entity e : r.entities()) {
                side(e).ifPresent(side -> e.mentions().forEach(m -> {
                    Matcher run = RUN.matcher(m.of(r.article().text()));
                    while (run.find()) {
                        runBy.putIfAbsent(folded(run.group(1) == null ? run.group(2) : run.group(1)), side);
                    }
                }));
            }
        }
        return runBy;
    }

    /** "Senior Hamas official" speaks for Hamas, or for the side that Hamas runs; the head of a body for that body. */
    private static Optional<String> ofGroup(String role, Map<String, String> groupNames, Map<String, String> runBy) {
        String words = " " + folded(role) + " ";
        return groupNames.entrySet().stream()
                .filter(g -> words.contains(" " + folded(g.getValue()) + " "))
                .map(g -> runBy.getOrDefault(folded(g.getValue()), g.getKey()))
                .findFirst();
    }

    /** "Gaza health ministry spokesman" speaks for the side of the Gaza Health Ministry. */
    private static Optional<String> ofBody(Entity e, Map<String, String> sidesOfBodies) {
        String role = " " + folded(e.role().orElse("")) + " ";
        return e.kind() != Entity.Kind.PERSON
                ? Optional.empty()
                : sidesOfBodies.entrySet().stream()
                        .filter(b -> role.contains(" " + b.getKey() + " "))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** "Health ministry sources", "two army officials": the body whose people they are, folded. */
    private static Optional<String> speakersBody(Entity e) {
        Matcher m = SPEAKERS.matcher(e.name());
        return e.kind() == Entity.Kind.UNNAMED && m.matches() ? Optional.of(folded(m.group(1))) : Optional.empty();
    }

    /** The side of the only body that is called so, with or without the name of its state. */
    private static Optional<String> sideOf(String body, Map<String, String> sidesOfBodies, GenericBodies generic) {
        Set<String> sides = new TreeSet<>();
        sidesOfBodies.forEach((name, side) -> {
            if ((" " + name).endsWith(" " + body)) {
                sides.add(side);
            }
        });
        return sides.size() == 1 ? sides.stream().findFirst() : generic.sideOf("body:" + body);
    }

    private record Mentioned(String id, Entity entity) {}

    /** The sides that whoever says something is on. */
    Set<String> sidesOf(Report report, Attribution a) {
        return a.source()
                .entity()
                .flatMap(e -> party(report.reading(), e))
                .map(Draft::sidesOf)
                .orElse(Set.of());
    }

    /** The party that an entity of a reading is. */
    Optional<Party> party(Reading reading, String entityId) {
        return Optional.ofNullable(parties.get(reading.article().docId() + "#" + entityId));
    }

    /** The state whose paper a document is by its own words: "a preliminary US intelligence assessment". */
    Optional<Party> ofState(String document) {
        List<Party> nations = OFFICIAL_PAPER.matcher(document).find() ? sidesNamed.nations(document) : List.of();
        return nations.size() == 1
                ? Optional.of(new Party(
                        "words:" + folded(document),
                        document.replaceFirst("^(?:[Aa]n?|[Tt]he) ", ""),
                        nations.getFirst().side(),
                        Source.Kind.DOCUMENT))
                : Optional.empty();
    }

    /** The bodies and groups of the story, newsrooms left out, by key. */
    List<Party> bodies() {
        return bodies;
    }

    /** The parties that an entity is: one, or for "A and B" the two, where both are known by name. */
    List<Party> members(Reading reading, String entityId) {
        Optional<Party> whole = party(reading, entityId);
        boolean pair = reading.entity(entityId)
                .filter(e -> e.kind() == Entity.Kind.GROUP && e.name().contains(" and "))
                .isPresent();
        if (pair) {
            List<Party> members = Arrays.stream(whole.orElseThrow().name().split(" and ", -1))
                    .map(n -> Optional.ofNullable(byName.get(folded(n))))
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            if (members.size() == 2) {
                return members;
            }
        }
        return whole.stream().toList();
    }

    static Optional<String> side(Entity e) {
        boolean official = e.sector().filter(OFFICIAL::contains).isPresent();
        return e.country().filter(c -> official).map(c -> "side:" + c);
    }

    private String key(Entity e, Reading r, Map<String, List<String>> surnames) {
        return switch (e.kind()) {
            case PERSON -> "person:" + person(e.name(), surnames);
            case PLACE ->
                e.country()
                        .filter(c -> sidesNamed.isCountry(e.name()))
                        .map(c -> "country:" + c)
                        .orElse("place:" + folded(e.name()));
            case ORGANIZATION, GROUP, DOCUMENT -> organization(e);
            case UNNAMED ->
                GenericBodies.is(e)
                        ? organization(e)
                        : bodyNamed(e)
                                .map(n -> "body:" + folded(n))
                                .orElse("unnamed:" + r.article().docId() + "#" + e.id());
        };
    }

    /** "The rights group Emergency Lawyers", "Emergency Lawyers, a rights group": a name after all. */
    private static Optional<String> bodyNamed(Entity e) {
        if (e.kind() != Entity.Kind.UNNAMED) {
            return Optional.empty();
        }
        String name = e.name().replaceFirst(",.*", "");
        return Stream.of(BODY, ACRONYM)
                .map(p -> p.matcher(name))
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .findFirst();
    }

    private static String organization(Entity e) {
        boolean wholeGovernment = e.sector().filter("GOV"::equals).isPresent()
                && e.role().isEmpty()
                && e.country().isPresent()
                && !INSTITUTION.matcher(e.name()).find();
        return wholeGovernment ? "country:" + e.country().orElseThrow() : "body:" + folded(e.name());
    }

    /** One person by surname, spelled in two ways or not, unless the first names differ. */
    private static String person(String name, Map<String, List<String>> surnames) {
        String full = folded(name);
        String surname = full.substring(full.lastIndexOf(' ') + 1);
        for (Map.Entry<String, List<String>> known : surnames.entrySet()) {
            if (alike(known.getKey(), surname) && known.getValue().stream().allMatch(k -> firstNamesAgree(k, full))) {
                known.getValue().add(full);
                return known.getKey() + "/" + known.getValue().getFirst();
            }
        }
        surnames.computeIfAbsent(surname, k -> new ArrayList<>()).add(full);
        return surname + "/" + full;
    }

    private static boolean firstNamesAgree(String a, String b) {
        String firstA = a.contains(" ") ? a.substring(0, a.indexOf(' ')) : "";
        String firstB = b.contains(" ") ? b.substring(0, b.indexOf(' ')) : "";
        return firstA.isEmpty() || firstB.isEmpty() || firstA.charAt(0) == firstB.charAt(0);
    }

    /** Transliterations differ by a letter or two: Tykhyi, Tikhiy; Zelensky, Zelenskiy. */
    private static boolean alike(String a, String b) {
        return a.equals(b)
                || Math.min(a.length(), b.length()) >= 5 && a.charAt(0) == b.charAt(0) && distance(a, b) <= 2;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static Source.Kind kind(Entity e) {
        if (GenericBodies.is(e)) {
            return Source.Kind.ORGANIZATION;
        }
        return switch (e.kind()) {
            case PERSON -> Source.Kind.PERSON;
            case GROUP ->
                e.name().chars().anyMatch(Character::isUpperCase) || e.sector().isPresent()
                        ? Source.Kind.ORGANIZATION
                        : Source.Kind.UNNAMED;
            case ORGANIZATION, PLACE -> Source.Kind.ORGANIZATION;
            case DOCUMENT -> Source.Kind.DOCUMENT;
            case UNNAMED -> Source.Kind.UNNAMED;
        };
    }

    private static String plain(String name) {
        return name.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("['’]s$", "")
                .replaceAll("\\bU\\.S\\.", "US")
                .replaceAll("\\bU\\.K\\.", "UK")
                .replaceAll("\\bU\\.N\\.", "UN");
    }

    /** Without the capital of a sentence's first word: "a spokesman for the army", "officials". Names keep theirs. */
    static String withinSentence(String words) {
        return ORDINARY.matcher(words).lookingAt()
                ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
                : words;
    }

    /** Lower case, no accents, no "the", no punctuation, one spelling of "defence". */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]s\\b", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replace("defence", "defense")
                .strip()
                .replaceFirst("^the ", "");
    }
}
