package org.sayso.place;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.sayso.world.Countries;
import org.sayso.world.Country;

/**
 * The GeoNames rows of {@code gazetteer.bin}, in flat arrays; about 25 MB of memory. Written by {@code BuildGazetteer} (among
 * the tests) in this order, deflated: four counts (places, areas, names, postings); for each place latitude and longitude in 1e-5
 * degrees, people, GeoNames id (0: none), area of the first and of the second level (-1: none), feature letter, country;
 * names of places, names of areas, folded names sorted as unsigned bytes; how many places each folded name has, and which
 * (the top bit marks an alternate name).
 */
final class GazetteerFile {
    static final int ALTERNATE = 0x80000000;

    private final Countries countries;
    private final int[] lat;
    private final int[] lon;
    private final int[] people;
    private final int[] geonames;
    private final int[] area1;
    private final int[] area2;
    private final byte[] feature;
    private final byte[] country;
    private final Texts places;
    private final Texts areas;
    private final Texts names;
    private final int[] from;
    private final int[] postings;

    private record Texts(int[] offsets, byte[] bytes) {
        String get(int i) {
            return new String(bytes, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8);
        }

        int find(byte[] wanted) {
            int low = 0;
            int high = offsets.length - 2;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order =
                        Arrays.compareUnsigned(bytes, offsets[middle], offsets[middle + 1], wanted, 0, wanted.length);
                if (order == 0) {
                    return middle;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }
    }

    private GazetteerFile(DataInputStream in, Countries countries) throws IOException {
        this.countries = countries;
        int placeCount = in.readInt();
        int areaCount = in.readInt();
        int nameCount = in.readInt();
        int postingCount = in.readInt();
        lat = column(in, placeCount);
        lon = column(in, placeCount);
        people = column(in, placeCount);
        geonames = column(in, placeCount);
        area1 = column(in, placeCount);
        area2 = column(in, placeCount);
        feature = bytes(in, placeCount);
        country = bytes(in, 2 * placeCount);
        places = texts(in, placeCount);
        areas = texts(in, areaCount);
        names = texts(in, nameCount);
        from = offsets(column(in, nameCount));
        postings = column(in, postingCount);
        if (in.read() >= 0) {
            throw new IOException("bytes after the last of " + postingCount + " postings");
        }
    }

    static GazetteerFile load(Countries countries) {
        try (InputStream raw = GazetteerFile.class.getResourceAsStream("gazetteer.bin")) {
            if (raw == null) {
                throw new IllegalStateException("gazetteer.bin is not beside " + GazetteerFile.class.getName());
            }
            return read(raw, countries);
        } catch (IOException e) {
            throw new UncheckedIOException("gazetteer.bin", e);
        }
    }

    static GazetteerFile read(InputStream raw, Countries countries) throws IOException {
        return new GazetteerFile(
                new DataInputStream(
                        new BufferedInputStream(new InflaterInputStream(raw, new Inflater(), 1 << 16), 1 << 16)),
                countries);
    }

    int size() {
        return lat.length;
    }

    /** Places that bear a folded name; the top bit marks those that bear it as an alternate name. */
    int[] bearing(String folded) {
        int at = names.find(folded.getBytes(StandardCharsets.UTF_8));
        return at < 0 ? new int[0] : Arrays.copyOfRange(postings, from[at], from[at + 1]);
    }

    Entry entry(int i) {
        String alpha2 = new String(country, 2 * i, 2, StandardCharsets.US_ASCII);
        return new Entry(
                i,
                places.get(i),
                Feature.of((char) feature[i]),
                countries.code(alpha2).map(Country::alpha3),
                area1[i] < 0 ? Optional.empty() : Optional.of(areas.get(area1[i])),
                area2[i] < 0 ? Optional.empty() : Optional.of(areas.get(area2[i])),
                lat[i] / 1e5,
                lon[i] / 1e5,
                people[i],
                geonames[i] == 0 ? Optional.empty() : Optional.of((long) geonames[i]));
    }

    private static int[] column(DataInputStream in, int count) throws IOException {
        byte[] planes = bytes(in, 4 * count);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = planes[i] << 24
                    | (planes[count + i] & 0xff) << 16
                    | (planes[2 * count + i] & 0xff) << 8
                    | (planes[3 * count + i] & 0xff);
        }
        return values;
    }

    private static byte[] bytes(DataInputStream in, int count) throws IOException {
        byte[] all = new byte[count];
        in.readFully(all);
        return all;
    }

    private static Texts texts(DataInputStream in, int count) throws IOException {
        int total = in.readInt();
        byte[] lengths = bytes(in, count);
        int[] counts = new int[count];
        for (int i = 0; i < count; i++) {
            counts[i] = lengths[i] & 0xff;
        }
        return new Texts(offsets(counts), bytes(in, total));
    }

    private static int[] offsets(int[] counts) {
        int[] offsets = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            offsets[i + 1] = offsets[i] + counts[i];
        }
        return offsets;
    }
}
