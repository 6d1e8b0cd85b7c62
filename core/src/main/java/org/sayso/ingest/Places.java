package org.sayso.ingest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.sayso.model.Outcome;

/**
 * Files, folders and globs. A folder is walked depth first, names in order of their characters; hidden files and links to
 * folders are passed over, and files whose name says that they only serve a saved page (style sheets, scripts, fonts,
 * pictures) are told without being opened. A file that is named itself is always opened.
 */
final class Places {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private final Documents documents;

    Places(Documents documents) {
        this.documents = documents;
    }

    Supply at(String place) {
        Path path;
        try {
            path = Path.of(place);
        } catch (InvalidPathException e) {
            return WILD.matcher(place).find() ? glob(place) : none(place, "not a path: " + e.getReason());
        }
        if (Files.isDirectory(path)) {
            return folder(path, p -> true);
        }
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                        || !WILD.matcher(place).find()
                ? file(path)
                : glob(place);
    }

    /** From the last folder before the first wild card. */
    private Supply glob(String place) {
        int wild = WILD.matcher(place).results().findFirst().orElseThrow().start();
        int slash = place.lastIndexOf('/', wild);
        Path root = Path.of(slash < 0 ? "" : slash == 0 ? "/" : place.substring(0, slash));
        PathMatcher matcher;
        PathMatcher shallow;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + place);
            // As shells have it, "a/**/b" also stands for "a/b".
            shallow = FileSystems.getDefault().getPathMatcher("glob:" + place.replace("/**/", "/"));
        } catch (PatternSyntaxException e) {
            return none(place, "not a pattern: " + e.getDescription());
        }
        AtomicBoolean any = new AtomicBoolean();
        Predicate<Path> matching = p -> {
            boolean matches = matcher.matches(p) || shallow.matches(p);
            any.compareAndSet(false, matches);
            return matches;
        };
        return Supply.of(List.<Supply.Step>of(
                        new Supply.Step.More(() -> folder(root, matching)),
                        new Supply.Step.More(() -> any.get() ? Supply.NONE : none(place, "no file matches")))
                .iterator());
    }

    private Supply folder(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> sorted = children.filter(p -> !name(p).startsWith("."))
                    .sorted(Comparator.comparing(Places::name))
                    .toList();
            return Supply.of(sorted.stream()
                    .<Supply.Step>mapMulti((p, out) -> {
                        if (Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) {
                            out.accept(new Supply.Step.More(() -> folder(p, wanted)));
                        } else if (isFile(p) && wanted.test(p)) {
                            out.accept(new Supply.Step.More(() -> walked(p)));
                        }
                    })
                    .iterator());
        } catch (IOException e) {
            return Supply.of(Faults.unreadable(written(folder), e));
        }
    }

    /** Also a link that leads nowhere, which will be told as missing. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path) || Files.isSymbolicLink(path) && !Files.exists(path);
    }

    private Supply walked(Path path) {
        Optional<String> what = Serving.what(name(path));
        return what.isPresent()
                ? Supply.of(Incoming.missed(written(path), Outcome.Reason.UNSUPPORTED, what.get()))
                : file(path);
    }

    private Supply file(Path path) {
        try {
            if (name(path).toLowerCase(Locale.ROOT).endsWith(".wacz")) {
                return Wacz.open(path, written(path), documents);
            }
            Counting in = new Counting(Files.newInputStream(path));
            Supply supply = documents.in(in, written(path), Optional.empty(), Given.NOTHING);
            return Supply.of(supply, written(path), in, Files.size(path));
        } catch (IOException e) {
            return Supply.of(Faults.unreadable(written(path), e));
        }
    }

    private static Supply none(String place, String message) {
        return Supply.of(Incoming.missed(place, Outcome.Reason.UNREADABLE, message));
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    private static String written(Path path) {
        return path.toString().replace('\\', '/');
    }
}
