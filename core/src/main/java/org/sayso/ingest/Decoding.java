package org.sayso.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sayso.table.Table;

/**
 * From bytes to characters. Bytes that are valid UTF-8 are UTF-8, whatever anyone says; then a byte order mark, then the
 * charset that the server or the page declares, with Latin-1 and ASCII read as windows-1252, as browsers do.
 */
public sealed interface Decoding {
    record Decoded(String text) implements Decoding {}

    /** The bytes end within a UTF-8 character. */
    record CutOff(int at) implements Decoding {}

    /** Where browsers look for a declaration is 1,024 bytes; pages in the wild put it later. */
    int PRESCAN = 1 << 14;

    Pattern DECLARED = Pattern.compile(
            "(?:<meta[^>]{0,400}?charset|<\\?xml[^>]{0,200}?encoding|<\\?xml[^>]{0,200}?charset)\\s*=\\s*[\"']?\\s*([\\w:.-]+)",
            Pattern.CASE_INSENSITIVE);

    /** Labels that mean another charset than their own name says ({@code charsets.tsv}, after the WHATWG Encoding Standard). */
    Map<String, String> LABELS = labels();

    /**
     * The characters, whatever the bytes; one that is cut off at the end is left out.
     *
     * @param declared what the transport says, as written: "ISO-8859-1"
     */
    static String text(byte[] bytes, Optional<String> declared) {
        return switch (decode(bytes, declared)) {
            case Decoded decoded -> decoded.text();
            case CutOff cut -> unmarked(new String(bytes, 0, cut.at(), StandardCharsets.UTF_8));
        };
    }

    /** @param declared what the transport says, as written: "ISO-8859-1" */
    static Decoding decode(byte[] bytes, Optional<String> declared) {
        Optional<Charset> said = declared.flatMap(Decoding::charset);
        if (said.isPresent() && said.get().name().startsWith("ISO-2022")) {
            return new Decoded(new String(bytes, said.get()));
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return new Decoded(unmarked(new String(bytes, wide.get())));
        }
        Utf8 utf8 = Utf8.of(bytes);
        if (utf8.faults() == 0) {
            return new Decoded(unmarked(utf8.text()));
        }
        Optional<Charset> other = said.filter(c -> !c.equals(StandardCharsets.UTF_8))
                .or(() -> declaredWithin(bytes))
                .filter(c -> !c.equals(StandardCharsets.UTF_8));
        if (utf8.faults() == 1 && utf8.cutOff() && other.isEmpty()) {
            return new CutOff(utf8.firstFault());
        }
        if (utf8.broken()) {
            return new Decoded(unmarked(utf8.text()));
        }
        return new Decoded(new String(bytes, other.orElse(Charset.forName("windows-1252"))));
    }

    /** The charset parameter of a Content-Type. */
    static Optional<String> parameter(String contentType) {
        Matcher m = Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE)
                .matcher(contentType);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(LABELS.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declaredWithin(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1);
        Matcher m = DECLARED.matcher(head);
        return m.find() ? charset(m.group(1)) : Optional.empty();
    }

    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        return switch ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) {
            case 0xFEFF, 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE, 0x3C00 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (List<String> row : Table.rows(Decoding.class, "charsets.tsv", 2)) {
            labels.put(row.get(0), row.get(1));
        }
        return Map.copyOf(labels);
    }

    /**
     * The bytes read as UTF-8.
     *
     * @param text with U+FFFD for each fault
     * @param characters how many well-formed characters of more than one byte there are
     * @param cutOff the only fault is that the bytes end within a character
     */
    record Utf8(String text, int faults, int firstFault, int characters, boolean cutOff) {
        static Utf8 of(byte[] bytes) {
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(bytes.length + 1);
            int faults = 0;
            int first = -1;
            boolean cutOff = false;
            while (true) {
                CoderResult result = decoder.decode(in, out, true);
                if (result.isUnderflow()) {
                    break;
                }
                first = faults == 0 ? in.position() : first;
                faults++;
                cutOff = in.position() + result.length() == bytes.length && startsCharacter(bytes[in.position()]);
                in.position(in.position() + result.length());
                out.put('\uFFFD');
            }
            String text = out.flip().toString();
            int characters =
                    (int) text.codePoints().filter(c -> c > 0x7F && c != 0xFFFD).count();
            return new Utf8(text, faults, first, characters, cutOff);
        }

        /** Rather UTF-8 with something broken in it than another charset: four good characters for each fault. */
        boolean broken() {
            return characters >= 4L * faults;
        }

        private static boolean startsCharacter(byte b) {
            return (b & 0xFF) >= 0xC2 && (b & 0xFF) <= 0xF4;
        }
    }
}
