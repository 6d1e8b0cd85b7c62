package org.sayso.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes WARC files record by record, right and wrong ones. */
final class Archive {
    private final List<byte[]> records = new ArrayList<>();

    static String page(String title) {
        return "<!doctype html><html><head><title>" + title + "</title></head><body><p>The talks on " + title
                + " were held in the capital on Monday, two officials said.</p></body></html>";
    }

    /** A page as a server sends it. */
    Archive page(String url, String title) {
        return response(
                url,
                "200 OK",
                "Content-Type: text/html; charset=utf-8",
                page(title).getBytes(UTF_8));
    }

    Archive response(String url, String status, String fields, byte[] body) {
        String head = "HTTP/1.1 " + status + "\r\n" + (fields.isEmpty() ? "" : fields.replace("\n", "\r\n") + "\r\n")
                + "\r\n";
        return record("response", url, "application/http; msgtype=response", "", joined(head.getBytes(UTF_8), body));
    }

    /** @param fields further ones of the record's head, a line each */
    Archive record(String type, String url, String contentType, String fields, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + records.size()
                + ">\r\nWARC-Date: 2024-11-12T10:00:00Z\r\n" + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: " + contentType + "\r\n"
                + (fields.isEmpty() ? "" : fields.replace("\n", "\r\n") + "\r\n")
                + (fields.contains("Content-Length") ? "" : "Content-Length: " + block.length + "\r\n") + "\r\n";
        return raw(joined(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8)));
    }

    Archive raw(byte[] bytes) {
        records.add(bytes);
        return this;
    }

    /** The record, to be broken. */
    byte[] get(int record) {
        return records.get(record);
    }

    byte[] plain() {
        return joined(records.toArray(byte[][]::new));
    }

    /** Each record a member, as is usual. */
    byte[] gzip() {
        return joined(records.stream().map(Archive::gzip).toArray(byte[][]::new));
    }

    /** Where a record begins. */
    int at(int record, boolean gzip) {
        return records.subList(0, record).stream()
                .mapToInt(r -> gzip ? gzip(r).length : r.length)
                .sum();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** In chunks of seven bytes. */
    static byte[] chunked(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i += 7) {
            int length = Math.min(7, bytes.length - i);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            out.write(bytes, i, length);
            out.writeBytes("\r\n".getBytes(UTF_8));
        }
        out.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] replaced(byte[] bytes, String what, String by) {
        return new String(bytes, ISO_8859_1).replace(what, by).getBytes(ISO_8859_1);
    }
}
