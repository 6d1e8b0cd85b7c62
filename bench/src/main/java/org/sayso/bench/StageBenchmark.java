package org.sayso.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.sayso.bench.Documents.Document;
import org.sayso.merge.Merger;
import org.sayso.pipeline.Pipeline;
import org.sayso.pipeline.Stages;
import org.sayso.text.SentenceSplitter;

/**
 * Each stage of {@link Pipeline} on what the stages before it made, then the whole: microseconds of wall clock for one document
 * of about 95 words, one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(Documents.COUNT)
public class StageBenchmark {
    private final SentenceSplitter splitter = SentenceSplitter.load();
    private final Stages stages = Stages.standard();
    private final Pipeline pipeline = new Pipeline(stages);
    private final Merger merger = Merger.load();

    private static void each(Documents documents, Blackhole hole, Function<Document, Object> stage) {
        documents.all().forEach(d -> hole.consume(stage.apply(d)));
    }

    @Benchmark
    public void extract(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.extractor().extract(d.html()));
    }

    @Benchmark
    public void sentences(Documents documents, Blackhole hole) {
        each(documents, hole, d -> splitter.split(d.article().text()));
    }

    /** Sentences and words included. */
    @Benchmark
    public void analysis(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.analyzer().analyze(d.article().text()));
    }

    @Benchmark
    public void attribution(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.attributor().attribute(d.text()));
    }

    @Benchmark
    public void events(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.eventFinder().find(d.text(), d.attributions()));
    }

    @Benchmark
    public void figures(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.figureFinder().find(d.text()));
    }

    @Benchmark
    public void time(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.timeFinder().find(d.text(), d.article()));
    }

    @Benchmark
    public void place(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.placeFinder().find(d.text(), d.article()));
    }

    @Benchmark
    public void actor(Documents documents, Blackhole hole) {
        each(documents, hole, d -> stages.actorResolver().resolve(d.article(), d.text(), d.somebody()));
    }

    @Benchmark
    public void read(Documents documents, Blackhole hole) {
        each(documents, hole, d -> pipeline.read(d.page()));
    }

    /** All documents at once; the time is for one of them, and grows with their number. */
    @Benchmark
    public Object merge(Documents documents) {
        return merger.merge(documents.all().stream().map(Document::reading).toList());
    }
}
