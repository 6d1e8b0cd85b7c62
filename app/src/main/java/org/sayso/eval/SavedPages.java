package org.sayso.eval;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes gold pages that were saved as raw bytes: valid UTF-8 first, then the charset that the page declares. */
final class SavedPages {
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private SavedPages() {}

    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, declared(bytes));
        }
    }

    private static Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher m = DECLARED.matcher(head);
        if (!m.find()) {
            return WESTERN;
        }
        try {
            Charset charset = Charset.forName(m.group(1).toUpperCase(Locale.ROOT));
            return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return WESTERN;
        }
    }
}
