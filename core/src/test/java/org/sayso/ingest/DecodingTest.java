package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sayso.table.Table;

final class DecodingTest {
    private static final String RUSSIAN = "В понедельник Кремль опроверг это.";

    @Test
    void validUtf8IsUtf8WhateverIsDeclared() {
        byte[] page = "<meta charset=iso-8859-1>Tykhyi’s café".getBytes(UTF_8);
        assertThat(text(page, Optional.of("windows-1251"))).isEqualTo("<meta charset=iso-8859-1>Tykhyi’s café");
    }

    @Test
    void aMarkIsTakenOff() {
        assertThat(text("\uFEFFcafé".getBytes(UTF_8), Optional.empty())).isEqualTo("café");
        assertThat(text("\uFEFF<p>café".getBytes(UTF_16LE), Optional.empty())).isEqualTo("<p>café");
        assertThat(text("\uFEFF<p>café".getBytes(UTF_16BE), Optional.of("utf-8")))
                .isEqualTo("<p>café");
    }

    @Test
    void latin1IsReadAsWindows1252() {
        byte[] bytes = {'<', 'p', '>', (byte) 0x93, 'o', 'u', 'i', (byte) 0x94, ' ', (byte) 0xE9};
        assertThat(text(bytes, Optional.of("ISO-8859-1"))).isEqualTo("<p>“oui” é");
        assertThat(text(bytes, Optional.empty())).isEqualTo("<p>“oui” é");
        assertThat(text(bytes, Optional.of("no-such-charset"))).isEqualTo("<p>“oui” é");
    }

    @Test
    void theServerGoesBeforeThePageAndUtf8IsNotBelievedWhereItIsNotTrue() {
        byte[] bytes = ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>" + RUSSIAN)
                .getBytes(Charset.forName("windows-1251"));
        assertThat(text(bytes, Optional.empty())).endsWith(RUSSIAN);
        assertThat(text(bytes, Optional.of("utf-8"))).endsWith(RUSSIAN);
        assertThat(text(RUSSIAN.getBytes(Charset.forName("KOI8-R")), Optional.of("koi8-r")))
                .isEqualTo(RUSSIAN);
    }

    @Test
    void anXmlDeclarationCounts() {
        byte[] bytes = ("<?xml version='1.0' encoding='KOI8-R'?><html>" + RUSSIAN).getBytes(Charset.forName("KOI8-R"));
        assertThat(text(bytes, Optional.empty())).endsWith(RUSSIAN);
    }

    @Test
    void utf8WithAFaultStaysUtf8() {
        byte[] bytes = (RUSSIAN + "x" + RUSSIAN).getBytes(UTF_8);
        bytes[RUSSIAN.getBytes(UTF_8).length] = (byte) 0x93;
        assertThat(text(bytes, Optional.empty())).isEqualTo(RUSSIAN + "\uFFFD" + RUSSIAN);
    }

    @Test
    void halfACharacterAtTheEndIsACutAtEachByte() {
        byte[] bytes = "The toll rose 😀".getBytes(UTF_8);
        int whole = "The toll rose ".length();
        for (int end = 0; end <= bytes.length; end++) {
            Decoding decoded = Decoding.decode(Arrays.copyOf(bytes, end), Optional.empty());
            boolean cut = end > whole && end < bytes.length;
            assertThat(decoded instanceof Decoding.CutOff).as("cut at %d", end).isEqualTo(cut);
        }
        assertThat(Decoding.decode(Arrays.copyOf(bytes, whole + 2), Optional.empty()))
                .isEqualTo(new Decoding.CutOff(whole));
    }

    @Test
    void aLatin1PageThatSaysSoMayEndInAnAccent() {
        assertThat(text("au café".getBytes(ISO_8859_1), Optional.of("latin1"))).isEqualTo("au café");
    }

    static Stream<List<String>> labels() {
        return Table.rows(Intake.class, "charsets.tsv", 2).stream();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void eachLabelIsKnownHere(List<String> row) {
        assertThat(Decoding.charset(row.getFirst())).contains(Charset.forName(row.getLast()));
    }

    private static String text(byte[] bytes, Optional<String> declared) {
        return switch (Decoding.decode(bytes, declared)) {
            case Decoding.Decoded decoded -> decoded.text();
            case Decoding.CutOff cut -> throw new AssertionError("cut off at " + cut.at());
        };
    }
}
