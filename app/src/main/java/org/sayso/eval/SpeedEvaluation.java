package org.sayso.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sayso.analysis.Analyzer;
import org.sayso.pipeline.Stages;

/** How fast the language engine reads articles, one after the other, and how much memory that takes. */
public final class SpeedEvaluation implements Evaluation {
    private static final int WARM_UP = 8;

    @Override
    public String task() {
        return "speed";
    }

    @Override
    public ObjectNode run(Path gold, Stages stages, PrintWriter out) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode line : Gold.lines(Gold.file(gold, "polnear_dev.jsonl"))) {
            texts.add(line.path("text").asText());
        }
        long before = System.nanoTime();
        Analyzer analyzer = stages.analyzer();
        double load = seconds(before);
        texts.stream().limit(WARM_UP).forEach(analyzer::analyze);
        long cpu = processorTime();
        long start = System.nanoTime();
        long words = texts.stream()
                .mapToLong(t -> analyzer.analyze(t).sentences().stream()
                        .mapToLong(s -> s.size())
                        .sum())
                .sum();
        double took = seconds(start);
        double busy = (processorTime() - cpu) / 1e9;
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("articles", texts.size());
        figures.put("words", words);
        put(figures, out, "load_seconds", load);
        put(figures, out, "articles_per_second", texts.size() / took);
        put(figures, out, "articles_per_processor_second", texts.size() / busy);
        put(figures, out, "words_per_second", words / took);
        put(figures, out, "peak_heap_mib", peakHeap());
        put(figures, out, "peak_resident_mib", peakResident());
        return figures;
    }

    private static void put(ObjectNode figures, PrintWriter out, String name, double value) {
        figures.put(name, Math.round(value * 1000) / 1000.0);
        out.printf(Locale.ROOT, "  %-32s %10.2f%n", name, value);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Nanoseconds that all threads of this program have run; 0 where the platform does not say. */
    private static long processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(p -> p.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(u -> u.getUsed())
                        .sum()
                / 1048576.0;
    }

    /** From Linux' own count; 0 elsewhere. */
    private static double peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
