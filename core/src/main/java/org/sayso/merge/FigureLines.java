package org.sayso.merge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Attribution.Source;
import org.sayso.model.Claim.FigureLine;
import org.sayso.model.Claim.Relation;
import org.sayso.model.Figure;
import org.sayso.model.Timex;

/**
 * Figures of a claim side by side: for each party, measure and unit each value once, where it was given first. A later value
 * of the same party is a revision, another party's a dispute, a misprinted one a slip.
 */
final class FigureLines {
    private static final Pattern PART_BEHIND = Pattern.compile(
            "(?iu)\\s*(?:of|among) (?:them|whom|those (?:killed|wounded|injured)|the (?:dead|victims|wounded|injured))\\b");

    private static final Pattern PART_BEFORE =
            Pattern.compile("(?iu)\\b(?:includ(?:ing|es?|ed)|among them|of whom) (?:at least )?$");

    /** Held by one at a time: "a Gaza civil defence chief" is the same wherever he is quoted. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?u)\\p{L}+ (?:chief|head|director|minister|governor|mayor|ambassador|president|commissioner)$");

    private FigureLines() {}

    /**
     * A line with the key of who gives it: parties of one key are one.
     *
     * @param own the key of the very party, by whose first name it goes
     * @param whom those whom it counts, where they are of one side: gunmen are no civilians
     * @param outlet nobody but an outlet stands behind it
     */
    private record Keyed(FigureLine line, String key, String own, Optional<Fallen> whom, boolean outlet) {}

    static List<FigureLine> of(Draft draft, Names names) {
        List<Keyed> lines = new ArrayList<>();
        for (Evidence e : draft.inFavour().stream().filter(Evidence::vouches).toList()) {
            e.event().ifPresent(v -> {
                for (Figure f : e.report().figuresOf(v)) {
                    boolean beside = f.measure() == Figure.Measure.OTHER && (e.isMutual() || Gist.isVerbal(v.type()));
                    if (beside || isPart(e.report(), f)) {
                        continue;
                    }
                    lines.add(line(e.report(), f, f.event().isEmpty() ? v.said() : f.said(), names));
                }
            });
        }
        if (draft.isStatement()) {
            lines.addAll(inStatements(draft, names));
        }
        if (draft.isToll()) {
            lines.addAll(loose(draft, lines, names));
        }
        lines.sort(Comparator.comparing((Keyed k) -> k.line().asOf().orElse(LocalDate.MAX))
                .thenComparing(k -> k.line().doc())
                .thenComparing(k -> k.line().span()));
        List<Keyed> kept = new ArrayList<>();
        for (Keyed line : lines) {
            if (kept.stream().noneMatch(k -> tellsNothingNew(line, k))) {
                kept.add(related(line, kept));
            }
        }
        return kept.stream().map(Keyed::line).toList();
    }

    /** The same value again, of the same party or of an outlet that names none; or "hundreds" beside "at least 500". */
    private static boolean tellsNothingNew(Keyed line, Keyed known) {
        if (!sameThing(known, line)) {
            return false;
        }
        boolean same = sameValue(known.line(), line.line());
        boolean vaguer = line.line().high().isEmpty()
                && known.line().low().isPresent()
                && line.line()
                        .low()
                        .filter(n -> n.compareTo(known.line().low().get()) <= 0)
                        .isPresent();
        boolean loose = known.line()
                .party()
                .toLowerCase(Locale.ROOT)
                .startsWith(line.line().party() + " "); // "rights group" beside "rights group RNDDH"
        return known.key().equals(line.key()) || loose ? same || vaguer : same && line.outlet();
    }

    /** Sums and numbers in words that are no event: "paid a ransom of 50 million". */
    private static List<Keyed> inStatements(Draft draft, Names names) {
        List<Keyed> lines = new ArrayList<>();
        for (Evidence e : draft.inFavour()) {
            e.report().reading().figures().stream()
                    .filter(f -> e.vouches()
                            && e.span().covers(f.span())
                            && f.event().isEmpty())
                    .filter(f ->
                            f.measure() != Figure.Measure.OTHER && !f.measure().isCasualty())
                    .forEach(f -> lines.add(line(e.report(), f, f.said(), names)));
        }
        return lines;
    }

    /** What the same reports count elsewhere: "a civil defence chief said more than 300 died". */
    private static List<Keyed> loose(Draft draft, List<Keyed> known, Names names) {
        List<Keyed> lines = new ArrayList<>();
        boolean attackers = Fallen.areAttackers(draft);
        for (Report r : draft.all().stream().map(Evidence::report).distinct().toList()) {
            for (Figure f : r.loose()) {
                if (attackers && !Fallen.counted(r, f).equals(Optional.of(Fallen.ATTACKERS))) {
                    continue;
                }
                if (isPart(r, f) || r.isDenied(f) || r.isDatedBefore(f.span(), draft.when())) {
                    continue;
                }
                boolean told = known.stream()
                        .map(Keyed::line)
                        .anyMatch(l -> l.doc().equals(r.doc()) && l.span().equals(f.span()));
                if (!told) {
                    lines.add(line(r, f, f.said(), names));
                }
            }
        }
        return lines;
    }

    /** "Four of them children", "including four children": counted in the whole already; not "killing four of them". */
    private static boolean isPart(Report report, Figure f) {
        String text = report.text();
        boolean whole = f.event()
                .flatMap(report.reading()::event)
                .filter(v -> v.trigger().end() <= f.span().start())
                .filter(v -> text.substring(v.trigger().end(), f.span().start()).isBlank())
                .isPresent();
        return !whole
                        && PART_BEHIND
                                .matcher(text)
                                .region(f.span().end(), text.length())
                                .lookingAt()
                || PART_BEFORE
                        .matcher(text.substring(
                                Math.max(0, f.span().start() - 20), f.span().start()))
                        .find();
    }

    private static Keyed line(Report report, Figure f, List<String> said, Names names) {
        Chain chain = report.chains().of(report.chains().toTheSpeaker(said, f.span()), names);
        String party = chain.end()
                .map(Party::name)
                .orElse(
                        chain.words().isEmpty()
                                ? report.outletOrDoc()
                                : chain.words().getLast());
        FigureLine line = new FigureLine(
                party,
                f.measure(),
                f.unit().equals("body") ? "person" : f.unit(),
                f.low(),
                f.high(),
                day(report, chain),
                report.doc(),
                f.span(),
                Relation.FIRST);
        boolean outlet = chain.endKind() == Source.Kind.OUTLET || chain.endKind() == Source.Kind.AUTHOR;
        String key = key(report, f, chain, party);
        return new Keyed(line, key, chain.end().map(Party::key).orElse(key), Fallen.counted(report, f), outlet);
    }

    /** An unnamed source is known by the outlet through which it speaks, and what it is called ("source", "official"). */
    private static String key(Report report, Figure f, Chain chain, String party) {
        if (chain.endKind() == Source.Kind.UNNAMED && OFFICE.matcher(party).find()) {
            return "words:" + Names.folded(party);
        }
        if (chain.endKind() == Source.Kind.UNNAMED) {
            String words = party.replaceFirst(" (?:of|from|in|at|with|who|close|familiar|quoted)\\b.*", "");
            return Voucher.of(Evidence.ofStatement(report, f.span(), chain), Optional.empty())
                    .map(v -> v.key().startsWith(Voucher.OUTLET)
                            ? v.key() + "/" + Words.stem(words.substring(words.lastIndexOf(' ') + 1))
                            : v.key())
                    .orElse("words:" + Names.folded(party));
        }
        return chain.end().map(Party::standsFor).orElse("words:" + Names.folded(party));
    }

    private static Optional<LocalDate> day(Report report, Chain chain) {
        return chain.when()
                .flatMap(report.reading()::timex)
                .filter(t -> t.earliest().isPresent() && t.earliest().equals(t.latest()))
                .flatMap(Timex::earliest)
                .or(report::published);
    }

    private static Keyed related(Keyed keyed, List<Keyed> before) {
        FigureLine line = keyed.line();
        Relation relation = Relation.FIRST;
        for (Keyed other : before) {
            FigureLine b = other.line();
            if (!sameThing(other, keyed)) {
                continue;
            }
            if (other.key().equals(keyed.key()) && isSlip(b, line)) {
                relation = Relation.SLIP;
                break;
            }
            if (other.key().equals(keyed.key())) {
                relation = Relation.REVISION;
                break;
            }
            if (!compatible(b, line)) {
                relation = Relation.DISPUTE;
            }
        }
        String party = before.stream()
                .filter(k -> k.key().equals(keyed.key()) && k.own().equals(keyed.own()))
                .map(k -> k.line().party())
                .findFirst()
                .orElse(line.party());
        FigureLine related = new FigureLine(
                party,
                line.measure(),
                line.unit(),
                line.low(),
                line.high(),
                line.asOf(),
                line.doc(),
                line.span(),
                relation);
        return new Keyed(related, keyed.key(), keyed.own(), keyed.whom(), keyed.outlet());
    }

    private static boolean sameThing(Keyed a, Keyed b) {
        return a.line().measure() == b.line().measure()
                && a.line().unit().equals(b.line().unit())
                && a.whom().equals(b.whom());
    }

    private static boolean sameValue(FigureLine a, FigureLine b) {
        boolean open = a.low().isPresent() && (a.high().isEmpty() || b.high().isEmpty());
        return same(a.low(), b.low()) && (open || same(a.high(), b.high()));
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() == b.isPresent() && (a.isEmpty() || a.get().compareTo(b.orElseThrow()) == 0);
    }

    /** Whether both can be true: "at least 12" and 15. */
    private static boolean compatible(FigureLine a, FigureLine b) {
        boolean below = a.high().isPresent()
                && b.low().isPresent()
                && a.high().get().compareTo(b.low().get()) < 0;
        boolean above = b.high().isPresent()
                && a.low().isPresent()
                && b.high().get().compareTo(a.low().get()) < 0;
        return !below && !above;
    }

    /** One digit doubled, dropped or two exchanged: 36 printed as 366; only of a number that another report has. */
    private static boolean isSlip(FigureLine a, FigureLine b) {
        Optional<String> x = digits(a);
        Optional<String> y = digits(b);
        return x.isPresent()
                && y.isPresent()
                && !a.doc().equals(b.doc())
                && (isDoubled(x.get(), y.get()) || isDoubled(y.get(), x.get()) || isExchanged(x.get(), y.get()));
    }

    private static Optional<String> digits(FigureLine l) {
        return l.low()
                .filter(low -> l.high().isEmpty() || same(Optional.of(low), l.high()))
                .map(BigDecimal::toPlainString);
    }

    private static boolean isDoubled(String shorter, String longer) {
        if (longer.length() != shorter.length() + 1 || shorter.length() < 2) {
            return false;
        }
        for (int i = 0; i < shorter.length(); i++) {
            if (longer.equals(shorter.substring(0, i + 1) + shorter.charAt(i) + shorter.substring(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExchanged(String a, String b) {
        if (a.length() != b.length() || a.equals(b)) {
            return false;
        }
        for (int i = 0; i + 1 < a.length(); i++) {
            String exchanged = a.substring(0, i) + a.charAt(i + 1) + a.charAt(i) + a.substring(i + 2);
            if (exchanged.equals(b)) {
                return true;
            }
        }
        return false;
    }
}
