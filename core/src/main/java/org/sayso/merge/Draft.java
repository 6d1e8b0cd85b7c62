package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sayso.model.Event;
import org.sayso.model.EventType;
import org.sayso.model.Factuality;
import org.sayso.model.Place;
import org.sayso.model.Timex;

/** A claim in the making: all evidence for and against one thing. Confined to one merge. */
final class Draft {
    /** One who is named by less than a fourth as much evidence as another is hardly a participant. */
    private static final int HARDLY = 4;

    /** In which there is room for several happenings. */
    private static final Set<Place.Precision> WIDE =
            Set.of(Place.Precision.REGION, Place.Precision.COUNTRY, Place.Precision.AREA);

    private static final Comparator<Party> NAMED_FIRST =
            Comparator.comparing((Party p) -> p.key().startsWith("unnamed:")).thenComparing(Party::name);

    private final List<Evidence> all = new ArrayList<>();
    /** What was found out about the evidence so far; forgotten when evidence comes or goes. */
    private final Map<String, Object> found = new HashMap<>();

    void add(Evidence evidence) {
        all.add(evidence);
        found.clear();
    }

    @SuppressWarnings("unchecked")
    private <T> T once(String what, Supplier<T> find) {
        Object known = found.get(what);
        if (known == null) {
            known = Objects.requireNonNull(find.get());
            found.put(what, known);
        }
        return (T) known;
    }

    void remove(Evidence evidence) {
        all.remove(evidence);
        found.clear();
    }

    List<Evidence> all() {
        return all;
    }

    List<Evidence> inFavour() {
        return once("inFavour", this::findInFavour);
    }

    private List<Evidence> findInFavour() {
        return all.stream().filter(e -> !e.against()).toList();
    }

    List<Evidence> against() {
        return once("against", this::findAgainst);
    }

    private List<Evidence> findAgainst() {
        return all.stream().filter(Evidence::against).toList();
    }

    /** Whether somebody on one of these sides did it. */
    boolean isBy(Set<String> sides) {
        return actors().stream().anyMatch(p -> sidesOf(p).stream().anyMatch(sides::contains));
    }

    /** The evidence whose words the others share most; of equals the first. */
    Evidence central() {
        return central(inFavour().isEmpty() ? all : inFavour());
    }

    /** The same of what tells of dead, else of when and where; the missing are no toll by themselves, nor is half a sentence. */
    Evidence centralToll() {
        List<Evidence> whole = inFavour().stream().filter(e -> !e.goesOn()).toList();
        return Stream.<Predicate<Evidence>>of(
                        Evidence::countsDead,
                        e -> e.when().isPresent() && e.where().isPresent(),
                        e -> true)
                .map(kind -> whole.stream().filter(kind).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .map(Draft::central)
                .orElseGet(this::central);
    }

    private static Evidence central(List<Evidence> some) {
        Map<String, Integer> counts = new TreeMap<>();
        some.forEach(e -> stems(e).forEach(s -> counts.merge(s, 1, Integer::sum)));
        Evidence best = some.getFirst();
        double most = -1;
        for (Evidence e : some) {
            Set<String> stems = stems(e);
            double shared =
                    stems.stream().mapToInt(s -> counts.getOrDefault(s, 0) - 1).sum() / Math.sqrt(stems.size() + 4.0);
            if (shared > most + 1e-9) {
                most = shared;
                best = e;
            }
        }
        return best;
    }

    private static Set<String> stems(Evidence e) {
        Set<String> stems = new TreeSet<>();
        for (String word : e.span().of(e.report().text()).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 3) {
                stems.add(Words.stem(word));
            }
        }
        return stems;
    }

    /** What it tells is how many were killed or hurt. */
    boolean isToll() {
        return once("isToll", this::findIsToll);
    }

    private Boolean findIsToll() {
        return all.stream().anyMatch(Evidence::isToll);
    }

    /** An account of who did it, in words in which no event was found. */
    boolean isBlame() {
        return once("isBlame", this::findIsBlame);
    }

    private Boolean findIsBlame() {
        return isStatement() && all.stream().anyMatch(e -> !e.actors().isEmpty());
    }

    boolean isStatement() {
        return type().isEmpty();
    }

    Optional<EventType> type() {
        return once("type", this::findType);
    }

    private Optional<EventType> findType() {
        return most(e -> e.event().map(Event::type).stream().toList());
    }

    Optional<String> mode() {
        return once("mode", this::findMode);
    }

    private Optional<String> findMode() {
        return most(e -> e.event().flatMap(Event::mode).stream().toList());
    }

    boolean isMutual() {
        return once("isMutual", this::findIsMutual);
    }

    private Boolean findIsMutual() {
        return all.stream().anyMatch(Evidence::isMutual);
    }

    /** How far the thing is from having happened: planned things are other claims than done ones. */
    boolean isDone() {
        return once("isDone", this::findIsDone);
    }

    private Boolean findIsDone() {
        return all.stream().anyMatch(Draft::done);
    }

    static boolean done(Evidence e) {
        return e.event()
                .map(v -> switch (v.factuality().status()) {
                    case HAPPENED, ONGOING, DENIED -> true;
                    case PLANNED, REQUESTED, CONDITIONAL, HYPOTHETICAL -> false;
                })
                .orElse(true);
    }

    Optional<Factuality.Status> status() {
        return most(e -> e.event().map(v -> v.factuality().status()).stream().toList());
    }

    /** The distinct times that the evidence gives. */
    Set<Timex> times() {
        return once("times", () -> {
            Map<String, Timex> times = new TreeMap<>();
            all.forEach(e -> e.when()
                    .filter(t -> t.earliest().isPresent())
                    .ifPresent(t -> times.putIfAbsent(t.earliest().get() + "/" + t.latest(), t)));
            return new LinkedHashSet<>(times.values());
        });
    }

    /** The distinct places that the evidence gives. */
    Set<Place> places() {
        return once("places", () -> {
            Set<Place> places = new LinkedHashSet<>();
            all.forEach(e -> e.where().ifPresent(places::add));
            return places;
        });
    }

    /** By how much evidence names them; those who only take part in the same thing by name. */
    List<Party> actors() {
        return once("actors", this::findActors);
    }

    private List<Party> findActors() {
        List<Party> actors = ranked(Evidence::actors);
        if (isBlame()) {
            return actors.stream()
                    .sorted(Comparator.comparing((Party p) -> p.name().chars().noneMatch(Character::isUpperCase)))
                    .toList();
        }
        return isMutual() ? actors.stream().sorted(NAMED_FIRST).toList() : actors;
    }

    /** Those who count as taking part, on either side. */
    List<Party> participants() {
        return Stream.concat(actors().stream(), recipients().stream())
                .distinct()
                .toList();
    }

    List<Party> recipients() {
        return once("recipients", this::findRecipients);
    }

    private List<Party> findRecipients() {
        return ranked(Evidence::recipients);
    }

    Set<String> who() {
        return once("who", this::findWho);
    }

    private Set<String> findWho() {
        Set<String> who = new TreeSet<>();
        all.forEach(e -> who.addAll(e.who()));
        return who;
    }

    /** What the unnamed are called: "students" for "all 17 students kidnapped from a college". */
    static Set<String> heads(List<Party> parties) {
        Set<String> heads = new TreeSet<>();
        for (Party p : parties) {
            if (p.key().startsWith("unnamed:")) {
                String name = p.name()
                        .replaceFirst(
                                " (?:of|from|in|on|at|by|near|who|that|with|kidnapped|abducted|killed|held|seized|taken)\\b.*",
                                "");
                heads.add(Words.stem(name.substring(name.lastIndexOf(' ') + 1)));
            }
        }
        return heads;
    }

    static Set<String> keys(List<Party> parties) {
        Set<String> keys = new TreeSet<>();
        parties.forEach(p -> keys.add(p.key()));
        return named(keys);
    }

    /** Without those whom no other report can mean: "gunmen" here and "armed men" there may be the same. */
    static Set<String> named(Set<String> keys) {
        Set<String> named = new TreeSet<>(keys);
        named.removeIf(k -> k.startsWith("unnamed:"));
        return named;
    }

    Set<String> actorKeys() {
        return once("actorKeys", () -> keys(actors()));
    }

    Set<String> recipientKeys() {
        return once("recipientKeys", () -> keys(recipients()));
    }

    Set<String> actorHeads() {
        return once("actorHeads", () -> heads(actors()));
    }

    Set<String> recipientHeads() {
        return once("recipientHeads", () -> heads(recipients()));
    }

    /** Sides and parties that take part. */
    Set<String> sides() {
        return once("sides", this::findSides);
    }

    private Set<String> findSides() {
        Set<String> sides = new TreeSet<>();
        for (Evidence e : all) {
            e.actors().forEach(p -> sides.addAll(sidesOf(p)));
            e.recipients().forEach(p -> sides.addAll(sidesOf(p)));
        }
        return sides;
    }

    static Set<String> sidesOf(Party p) {
        Set<String> sides = new TreeSet<>(Set.of(p.key()));
        p.side().ifPresent(sides::add);
        if (p.key().startsWith("country:")) {
            sides.add("side:" + p.key().substring("country:".length()));
        }
        return sides;
    }

    /** The day that most evidence gives; where none gives a day, the span of time that most gives. */
    Optional<Timex> when() {
        return once("when", this::findWhen);
    }

    private Optional<Timex> findWhen() {
        Map<String, Timex> byValue = new TreeMap<>();
        all.forEach(e -> e.when().ifPresent(t -> t.edtf().ifPresent(v -> byValue.putIfAbsent(v, t))));
        return most(e -> e.when().filter(Draft::isDay).flatMap(Timex::edtf).stream()
                        .toList())
                .or(() -> most(e -> e.when().flatMap(Timex::edtf).stream().toList()))
                .map(byValue::get);
    }

    private static boolean isDay(Timex t) {
        return t.earliest().isPresent() && t.earliest().equals(t.latest());
    }

    /**
     * The town or spot, else the wider place, where most evidence that names one has it, if that is a third of all, or twice the
     * only one. A call by phone is at no one place.
     */
    Optional<String> where() {
        if (mode().filter("phone"::equals).isPresent()) {
            return Optional.empty();
        }
        return where(p -> !WIDE.contains(p.precision())).or(() -> where(p -> true));
    }

    private Optional<String> where(Predicate<Place> kind) {
        Function<Evidence, List<String>> name =
                e -> e.where().filter(kind).map(Place::name).stream().toList();
        long placed = all.stream().filter(e -> !name.apply(e).isEmpty()).count();
        return most(name).filter(n -> {
            long there = all.stream().filter(e -> name.apply(e).contains(n)).count();
            return 3 * there >= all.size() || there > 1 && there == placed;
        });
    }

    Set<String> docs() {
        return once("docs", this::findDocs);
    }

    private Set<String> findDocs() {
        Set<String> docs = new TreeSet<>();
        all.forEach(e -> docs.add(e.report().doc()));
        return docs;
    }

    Optional<LocalDate> firstDay() {
        return all.stream()
                .map(e -> e.report().published())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private <T extends Comparable<T>> Optional<T> most(Function<Evidence, List<T>> values) {
        Map<T, Integer> counts = new TreeMap<>();
        all.forEach(e -> values.apply(e).forEach(v -> counts.merge(v, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** Those that most evidence names, first; without whom hardly any names. */
    private List<Party> ranked(Function<Evidence, List<Party>> which) {
        Map<Party, Integer> counts = new LinkedHashMap<>();
        all.forEach(e -> which.apply(e).forEach(p -> counts.merge(p, 1, Integer::sum)));
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return counts.entrySet().stream()
                .filter(e -> e.getValue() * HARDLY >= most)
                .sorted(Map.Entry.<Party, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().key()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those with some evidence of this kind in a report. */
    static List<Draft> carrying(List<Draft> drafts, Report report, Predicate<Evidence> which) {
        return drafts.stream()
                .filter(d -> d.all().stream().anyMatch(e -> e.report() == report && which.test(e)))
                .toList();
    }

    /** The one of some that most reports tell; of several the first among all. */
    static Draft largest(List<Draft> some, List<Draft> all) {
        return some.stream()
                .max(Comparator.comparingInt((Draft d) -> d.docs().size()).thenComparingInt(d -> -all.indexOf(d)))
                .orElseThrow();
    }
}
