package org.sayso.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the processor can do. 8-bit weights are fast where it adds up 8-bit products by one instruction (VNNI on x86). Without
 * it ONNX Runtime would let them overflow; {@link Network} has it take a slower way that does not.
 */
final class Processor {
    private static final Set<String> DOT_PRODUCTS = Set.of("avx512_vnni", "avx_vnni");

    private Processor() {}

    /** Its instruction sets, as Linux lists them; none where nobody says. */
    static Set<String> flags() {
        Path list = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(list)) {
            return Set.of();
        }
        try {
            return Files.readAllLines(list).stream()
                    .filter(l -> l.startsWith("flags"))
                    .findFirst()
                    .map(l -> Set.copyOf(new HashSet<>(Arrays.asList(
                            l.substring(l.indexOf(':') + 1).strip().split("\\s+")))))
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of(); // the same as where there is no such list
        }
    }

    /** A sentence where the slower way is taken; nothing where it is not, or nothing is known. */
    static Optional<String> note(String architecture, Set<String> flags) {
        boolean x86 = Set.of("amd64", "x86_64").contains(architecture.toLowerCase(Locale.ROOT));
        return !x86 || flags.isEmpty() || flags.stream().anyMatch(DOT_PRODUCTS::contains)
                ? Optional.empty()
                : Optional.of(
                        "this processor has no 8-bit dot products (VNNI): the language engine takes two to three times as long");
    }
}
