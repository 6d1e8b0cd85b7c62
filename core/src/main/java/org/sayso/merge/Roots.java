package org.sayso.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim;

/**
 * Counts who vouches for a claim. Repeating is not confirming: an outlet that cites another, prints an agency's copy or says
 * in its own words what others are cited for is no root. All officials of one government are one root. What cannot be told
 * apart is counted once; whether unnamed sources are the same persons cannot be known, and the count says so.
 */
record Roots(List<Claim.Root> roots, Claim.Independent independent, Set<String> keys) {
    private static final Pattern SPOKESMAN =
            Pattern.compile("(?iu)\\b(police|army|military|navy|air force|coast guard) spokes(?:man|woman|person)\\b");

    /** A body, and those of whom it has what it tells. */
    private static final Pattern RELYING = Pattern.compile(
            "(?u)([^.\\n]{1,160}?),? (?:which|that) (?:bases? (?:its|their) (?:information|reports|reporting|findings) on|relies on"
                    + "|gathers (?:its )?information (?:from|through)|draws on|has) (?:an? |its )?(?:\\p{Ll}+ )?(?:network of )?(?:\\p{Ll}+ )?"
                    + "(activists|sources|monitors|observers|volunteers|researchers|doctors|medics|residents)\\b");

    Roots {
        roots = List.copyOf(roots);
        keys = Set.copyOf(keys);
    }

    /**
     * @param denied the last day on which each of those who deny the claim or a part of it did so, by key: mentioning it, they
     *     do not vouch for it, unless they own to it later
     */
    static Roots of(Draft draft, Map<String, LocalDate> denied) {
        List<Voucher> vouchers = vouchers(draft, denied);
        Map<String, List<Voucher>> groups = new LinkedHashMap<>();
        for (Voucher v : vouchers) {
            groups.computeIfAbsent(v.key(), k -> new ArrayList<>()).add(v);
        }
        fold(groups);
        foldLoose(groups);
        foldSpokesmen(groups);
        foldPeopleRelied(groups);
        List<Claim.Root> roots = groups.values().stream()
                .map(Roots::root)
                .sorted(Comparator.comparing(Claim.Root::voucher))
                .toList();
        if (roots.isEmpty()) {
            return ownWords(draft);
        }
        return new Roots(roots, independent(roots, draft.docs().size()), groups.keySet());
    }

    private static boolean isOwned(Voucher v, @Nullable LocalDate denied) {
        return denied == null
                || v.evidence().admits()
                        && v.evidence().day().filter(d -> !d.isBefore(denied)).isPresent();
    }

    private static List<Voucher> vouchers(Draft draft, Map<String, LocalDate> denied) {
        Map<String, String> cited = new TreeMap<>();
        for (Evidence e : draft.inFavour()) {
            e.chain().lastOutlet().ifPresent(o -> cited.putIfAbsent(e.report().doc(), o));
        }
        List<Evidence> telling =
                draft.inFavour().stream().filter(Evidence::vouches).toList();
        boolean allCount = telling.stream().allMatch(Evidence::onlyCounts);
        return telling.stream()
                .filter(e -> allCount || !e.onlyCounts())
                .map(e -> Voucher.of(e, Optional.ofNullable(cited.get(e.report().doc()))))
                .flatMap(Optional::stream)
                .filter(v -> isOwned(v, denied.get(v.key())))
                .toList();
    }

    /** What an outlet reports without naming anybody rests on whom its own report, or others citing it, name. */
    private static void fold(Map<String, List<Voucher>> groups) {
        for (String key : List.copyOf(groups.keySet())) {
            boolean bare =
                    Objects.requireNonNull(groups.get(key)).stream().allMatch(v -> v.kind() == Source.Kind.OUTLET);
            if (!key.startsWith(Voucher.OUTLET) || !bare) {
                continue;
            }
            String outlet = key.substring(Voucher.OUTLET.length());
            groups.entrySet().stream()
                    .filter(g -> !g.getKey().equals(key)
                            && g.getValue().stream().anyMatch(v -> v.passed().contains(outlet)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(into -> Objects.requireNonNull(groups.get(into))
                            .addAll(Objects.requireNonNull(groups.remove(key))));
        }
    }

    /** "Rights lawyers" where others name "Emergency Lawyers": what may be the same is counted once. */
    private static void foldLoose(Map<String, List<Voucher>> groups) {
        for (String key : List.copyOf(groups.keySet())) {
            List<Voucher> loose = Objects.requireNonNull(groups.get(key));
            boolean unnamed = loose.stream().allMatch(v -> v.kind() == Source.Kind.UNNAMED);
            if (unnamed) {
                Set<String> heads = loose.stream().map(v -> head(v.words())).collect(Collectors.toSet());
                groups.entrySet().stream()
                        .filter(g -> g.getKey().startsWith("body:")
                                && g.getValue().stream().allMatch(v -> heads.equals(Set.of(head(v.words())))))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(into -> Objects.requireNonNull(groups.get(into))
                                .addAll(Objects.requireNonNull(groups.remove(key))));
            }
        }
    }

    /** "Police spokesman Yazid Bello" where others name "Nigerian police": he speaks for them. */
    private static void foldSpokesmen(Map<String, List<Voucher>> groups) {
        for (String key : List.copyOf(groups.keySet())) {
            List<Voucher> one = Objects.requireNonNull(groups.get(key));
            Matcher service = SPOKESMAN.matcher(one.stream()
                    .flatMap(v -> v.evidence().chain().words().stream())
                    .collect(Collectors.joining("; ")));
            if (key.startsWith("person:") && service.find()) {
                String body = Words.stem(service.group(1).toLowerCase(Locale.ROOT));
                groups.entrySet().stream()
                        .filter(g -> !g.getKey().equals(key)
                                && g.getValue().stream()
                                        .anyMatch(v -> head(v.words()).equals(body)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(into -> Objects.requireNonNull(groups.get(into))
                                .addAll(Objects.requireNonNull(groups.remove(key))));
            }
        }
    }

    /** "Activists", where the same report has a group that "bases its information on a network of activists" say it. */
    private static void foldPeopleRelied(Map<String, List<Voucher>> groups) {
        for (String key : List.copyOf(groups.keySet())) {
            List<Voucher> people = Objects.requireNonNull(groups.get(key));
            if (people.stream().allMatch(v -> v.kind() == Source.Kind.UNNAMED)) {
                groups.entrySet().stream()
                        .filter(g -> g.getKey().startsWith("body:"))
                        .filter(g -> g.getValue().stream()
                                .anyMatch(v -> people.stream().anyMatch(p -> rests(v, p))))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(into -> Objects.requireNonNull(groups.get(into))
                                .addAll(Objects.requireNonNull(groups.remove(key))));
            }
        }
    }

    private static boolean rests(Voucher body, Voucher people) {
        if (body.evidence().report() != people.evidence().report()) {
            return false;
        }
        Matcher m = RELYING.matcher(body.evidence().report().text());
        String head = head(people.words());
        return m.results()
                .anyMatch(r -> r.group(1).contains(body.words())
                        && Words.stem(r.group(2)).equals(head));
    }

    private static String head(String words) {
        return Words.stem(words.substring(words.lastIndexOf(' ') + 1));
    }

    private static Claim.Root root(List<Voucher> same) {
        Voucher best = same.stream()
                .filter(v -> v.kind() != Source.Kind.OUTLET)
                .findFirst()
                .orElse(same.getFirst());
        String words = best.words();
        if (best.kind() == Source.Kind.UNNAMED) {
            words = same.stream()
                    .filter(v -> v.kind() == Source.Kind.UNNAMED)
                    .map(Voucher::words)
                    .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.<String, Long>comparingByValue()
                            .thenComparingInt(e -> e.getKey().length())
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(words);
        }
        return new Claim.Root(
                words,
                best.via(),
                best.kind(),
                same.getFirst().evidence().report().doc());
    }

    private static Claim.Independent independent(List<Claim.Root> roots, int docs) {
        List<Claim.Root> faceless = roots.stream().filter(Roots::isFaceless).toList();
        int n = roots.size();
        String repeated = docs > 1 ? "; the other reports repeat it" : "";
        if (n == 1) {
            Claim.Root only = roots.getFirst();
            String why = faceless.isEmpty()
                    ? "only " + only.voucher() + " vouches for it"
                    : only.kind() == Source.Kind.OUTLET
                            ? "only " + only.voucher() + " reports it and does not say from whom"
                            : "one reporting root, unnamed: " + only.voucher()
                                    + only.via().map(v -> ", through " + v).orElse("");
            return new Claim.Independent(Optional.of(1), true, why + repeated);
        }
        if (faceless.isEmpty()) {
            return new Claim.Independent(
                    Optional.of(n),
                    true,
                    n + " named vouchers, none of whom rests on another as far as the reports tell");
        }
        String unnamed = faceless.size() == n ? n == 2 ? "both unnamed" : "all unnamed" : faceless.size() + " unnamed";
        return new Claim.Independent(
                Optional.of(n), false, n + " reporting roots, " + unnamed + ", overlap unknown" + alike(faceless));
    }

    /** "A senior official" here and there: perhaps one and the same. */
    private static String alike(List<Claim.Root> faceless) {
        Map<String, Long> called = faceless.stream()
                .filter(r -> r.kind() == Source.Kind.UNNAMED)
                .collect(Collectors.groupingBy(
                        r -> Names.folded(r.voucher()).replaceFirst("^(?:an?|one) ", ""),
                        TreeMap::new,
                        Collectors.counting()));
        return called.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> "; “" + e.getKey() + "” may be the same in "
                        + (e.getValue() == 2 ? "both" : "all " + e.getValue()))
                .findFirst()
                .orElse("");
    }

    private static boolean isFaceless(Claim.Root r) {
        return r.kind() == Source.Kind.UNNAMED || r.kind() == Source.Kind.OUTLET;
    }

    /** Nobody is named at the end of any chain. */
    private static Roots ownWords(Draft draft) {
        Map<String, String> firstDoc = new TreeMap<>();
        draft.inFavour().stream()
                .filter(Evidence::vouches)
                .forEach(e -> firstDoc.putIfAbsent(newsroom(e), e.report().doc()));
        Set<String> newsrooms = new TreeSet<>(firstDoc.keySet());
        if (newsrooms.size() == 1) {
            String only = newsrooms.iterator().next();
            return new Roots(
                    List.of(new Claim.Root(
                            only, Optional.empty(), Source.Kind.OUTLET, firstDoc.getOrDefault(only, ""))),
                    new Claim.Independent(
                            Optional.of(1), false, "only " + only + " reports it and does not say from whom"),
                    Set.of(Voucher.OUTLET + only));
        }
        String why = newsrooms.isEmpty()
                ? "nobody vouches for it in these reports"
                : newsrooms.size()
                        + " outlets report it and do not say from whom; it cannot be told whether they share a source";
        return new Roots(List.of(), new Claim.Independent(Optional.empty(), false, why), Set.of());
    }

    private static String newsroom(Evidence e) {
        return e.report().newsroom().orElse(e.report().doc());
    }
}
