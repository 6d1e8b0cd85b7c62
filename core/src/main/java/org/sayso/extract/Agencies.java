package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sayso.table.Table;

/** News agencies, and the closing lines by which a report says that it is theirs. Immutable. */
final class Agencies {
    record Agency(String name, boolean sellsCopy) {}

    /** @param holds words of which a line of this kind holds one, in lower case */
    private record Credit(Pattern pattern, List<String> holds, String wire, String act) {
        boolean matches(String line, String lower) {
            for (String word : holds) {
                if (lower.contains(word)) {
                    return pattern.matcher(line).matches();
                }
            }
            return false;
        }

        boolean drops(List<String> named) {
            return act.equals("drop") || (act.equals("named") && !named.isEmpty());
        }
    }

    /** What a closing line says: whose copy the report is, and whether the line is no part of it. */
    record Signed(List<String> wire, boolean drop) {}

    static final String UNNAMED = "agencies";
    private static final int LONGEST_CREDIT = 500;
    /** With what stands around it. */
    private static final int LONGEST_NAME = 60;

    private static final Pattern BARE = Pattern.compile("^[\\s\\p{Pd}(\\[/]*([^()\\[\\]]{2,40}?)[\\s)\\]/.]*$");

    private static final Pattern PARTS = Pattern.compile("\\s*(?:[/,+&(]|\\band\\b)\\s*");
    private static final Pattern SIGNATURE =
            Pattern.compile("[.!?”\"’]\\s*(?:--|[-–—(/\\[])\\s*([\\p{L} ,/&-]{2,60}?)\\s*[)/\\]]?\\.?\\s*$");
    private static final int LONGEST_DESK = 12;

    private final Map<String, Agency> byAlias;
    /** Aliases of more than three letters in lower case. */
    private final Map<String, Agency> byLowerAlias = new HashMap<>();

    /** Aliases by their first character, the longest first. */
    private final Map<Character, List<String>> byInitial;

    private final List<Credit> credits;

    private Agencies(Map<String, Agency> byAlias, List<Credit> credits) {
        this.byAlias = byAlias;
        byAlias.forEach((alias, agency) -> {
            if (alias.length() > 3) {
                byLowerAlias.putIfAbsent(alias.toLowerCase(Locale.ROOT), agency);
            }
        });
        this.credits = List.copyOf(credits);
        this.byInitial = byAlias.keySet().stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .collect(Collectors.groupingBy(alias -> alias.charAt(0)));
    }

    static Agencies load() {
        Map<String, Agency> byAlias = new LinkedHashMap<>();
        for (List<String> row : Table.rows(Agencies.class, "agencies.tsv", 4)) {
            Agency agency = new Agency(row.get(0), row.get(1).equals("agency"));
            for (String alias : row.get(2).split("\\|")) {
                byAlias.put(alias, agency);
            }
        }
        List<Credit> credits = new ArrayList<>();
        for (List<String> row : Table.rows(Agencies.class, "credits.tsv", 5)) {
            Pattern pattern =
                    Pattern.compile(row.get(0), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
            credits.add(new Credit(pattern, List.of(row.get(1).split(";")), row.get(2), row.get(3)));
        }
        return new Agencies(byAlias, credits);
    }

    /** The agency or outlet of that name, written as it signs. */
    Optional<Agency> named(String name) {
        String stripped = name.strip();
        Agency exact = byAlias.get(stripped);
        if (exact != null) {
            return Optional.of(exact);
        }
        return Optional.ofNullable(byLowerAlias.get(stripped.toLowerCase(Locale.ROOT)));
    }

    /** What a line says of whose copy the report is; empty where it is no such line. */
    Optional<Signed> credit(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST_CREDIT) {
            return Optional.empty();
        }
        Matcher bare = BARE.matcher(text);
        Optional<Agency> alone =
                text.length() <= LONGEST_NAME && bare.matches() ? named(bare.group(1)) : Optional.empty();
        if (alone.isPresent()) {
            return Optional.of(
                    new Signed(alone.get().sellsCopy() ? List.of(alone.get().name()) : List.of(), true));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (Credit credit : credits) {
            if (credit.matches(text, lower)) {
                Optional<Signed> signed = signed(credit, text);
                if (signed.isPresent()) {
                    return signed;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Signed> signed(Credit credit, String text) {
        List<String> named = namedIn(text);
        return switch (credit.wire()) {
            case "-" -> Optional.of(new Signed(List.of(), credit.drops(named)));
            case "?" ->
                credit.act().equals("named") && named.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Signed(named, credit.drops(named)));
            case "*" -> Optional.of(new Signed(named.isEmpty() ? List.of(UNNAMED) : named, credit.drops(named)));
            case "list" -> isList(text) ? Optional.of(new Signed(named, credit.drops(named))) : Optional.empty();
            default -> Optional.of(new Signed(List.of(credit.wire()), credit.drops(named)));
        };
    }

    /** Whether a line is nothing but names, at least half of them agencies'; others are short, as desks and initials are. */
    private boolean isList(String text) {
        int known = 0;
        int other = 0;
        for (String part : PARTS.split(text.replaceAll("[.)\\]\\s]+$", ""))) {
            String name = part.strip();
            if (named(name).isPresent()) {
                known++;
            } else if (!name.isEmpty()) {
                other++;
                if (name.length() > LONGEST_DESK) {
                    return false;
                }
            }
        }
        return known > 0 && (known >= other || text.indexOf('(') > 0);
    }

    /** The agency that signs at the end of the last paragraph: "Talks went on. (AFP)". */
    List<String> signature(String paragraph) {
        Matcher m = SIGNATURE.matcher(paragraph);
        return m.find() ? namedOnly(m.group(1)) : List.of();
    }

    private List<String> namedOnly(String text) {
        List<String> names = new ArrayList<>();
        for (String part : PARTS.split(text)) {
            Optional<Agency> agency = named(part);
            if (agency.isEmpty()) {
                return List.of();
            }
            agency.filter(Agency::sellsCopy).ifPresent(a -> names.add(a.name()));
        }
        return names;
    }

    /** The agencies named in a line that says whose work something is. */
    List<String> namedIn(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            Optional<String> alias = isPart(text, i - 1) ? Optional.empty() : aliasAt(text, i);
            alias.map(byAlias::get).filter(Agency::sellsCopy).ifPresent(agency -> names.add(agency.name()));
            i += alias.map(String::length).orElse(1) - 1;
        }
        return List.copyOf(names);
    }

    private Optional<String> aliasAt(String text, int start) {
        return byInitial.getOrDefault(text.charAt(start), List.of()).stream()
                .filter(alias -> text.startsWith(alias, start) && !isPart(text, start + alias.length()))
                .findFirst();
    }

    private static boolean isPart(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    /** Names compared without case and article: "The Associated Press" and "AP" are one. */
    boolean same(String wire, String publisher) {
        return named(publisher)
                .map(Agency::name)
                .orElse(publisher.toLowerCase(Locale.ROOT))
                .equals(wire);
    }
}
