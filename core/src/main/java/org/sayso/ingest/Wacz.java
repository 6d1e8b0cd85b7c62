package org.sayso.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sayso.model.Outcome.Reason;

/**
 * The WARC files of a WACZ (Web Archive Collection Zipped 1.1.1), in the order of their names; its indexes and lists of pages
 * hold no documents. Nothing is unpacked onto the disk, so that no name within can lead out. Not thread-safe.
 */
final class Wacz implements Supply {
    private static final Pattern ARCHIVE = Pattern.compile("archive/.*\\.warc(?:\\.gz)?", Pattern.CASE_INSENSITIVE);

    private final ZipFile zip;
    private final Iterator<Step> archives;

    private Wacz(ZipFile zip, String place, Documents documents) {
        this.zip = zip;
        List<? extends ZipEntry> found = zip.stream()
                .filter(e -> ARCHIVE.matcher(e.getName()).matches())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        this.archives = found.isEmpty()
                ? List.<Step>of(new Step.Ready(
                                Incoming.missed(place, Reason.UNSUPPORTED, "a ZIP archive without archive/*.warc.gz")))
                        .iterator()
                : found.stream()
                        .<Step>map(e -> new Step.More(() -> archive(e, place, documents)))
                        .iterator();
    }

    /**
     * What is in a WACZ. Where its table of contents is broken, records are looked for in the file as it lies, for they stand
     * there as they would outside.
     *
     * @throws IOException where the file cannot be opened
     */
    static Supply open(Path file, String place, Documents documents) throws IOException {
        try {
            return new Wacz(new ZipFile(file.toFile()), place, documents);
        } catch (ZipException e) {
            return Supply.of(List.of(
                            new Step.Ready(Incoming.missed(
                                    place, Reason.UNREADABLE, "a broken ZIP archive, searched for records")),
                            new Step.More(() -> salvaged(file, place, documents)))
                    .iterator());
        }
    }

    private Supply archive(ZipEntry entry, String place, Documents documents) {
        String name = place + "/" + entry.getName().replaceAll("\\p{Cntrl}", "?");
        try {
            Counting in = new Counting(zip.getInputStream(entry));
            return Supply.of(documents.in(in, name, Optional.empty(), Given.NOTHING), name, in, entry.getSize());
        } catch (IOException e) {
            return Supply.of(Faults.unreadable(name, e));
        }
    }

    private static Supply salvaged(Path file, String place, Documents documents) {
        try {
            Counting in = new Counting(Files.newInputStream(file));
            return Supply.of(documents.records(in, place), place, in, Files.size(file));
        } catch (IOException e) {
            return Supply.of(Faults.unreadable(place, e));
        }
    }

    @Override
    public boolean hasNext() {
        return archives.hasNext();
    }

    @Override
    public Step next() {
        return archives.next();
    }

    @Override
    public void close() {
        Closing.quietly(zip);
    }
}
