package org.sayso.analysis;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * The weights, ready to run. Thread-safe; holds native memory for as long as the program runs.
 */
final class Network {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Labels labels;

    private Network(OrtEnvironment environment, OrtSession session, Labels labels) {
        this.environment = environment;
        this.session = session;
        this.labels = labels;
    }

    /**
     * Reads a weights file.
     *
     * @param weights its bytes
     * @param threads that work on one window together
     * @throws IOException where these are no such weights
     */
    static Network of(byte[] weights, int threads) throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Where 8-bit products overflow (x86 without VNNI), the slower and exact way.
            options.addConfigEntry("session.x64quantprecision", "1");
            OrtSession session = environment.createSession(weights, options);
            String json = session.getMetadata().getCustomMetadataValue("sayso").orElse("{}");
            return new Network(environment, session, Labels.of(json));
        } catch (OrtException e) {
            throw new IOException("not a usable weights file: " + e.getMessage(), e);
        }
    }

    Labels labels() {
        return labels;
    }

    /** Scores of one window, which runs alone: see the package essay. */
    Scores run(Window window) {
        return run(window.ids(), window.shapes(), window.first());
    }

    Scores run(long[] ids, long[] shapes, long[] first) {
        try (OnnxTensor input = tensor(ids);
                OnnxTensor types = tensor(shapes);
                OnnxTensor words = tensor(first);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "token_type_ids", types, "first", words))) {
            return new Scores(
                    first.length,
                    labels.ner().size(),
                    longs(result, "upos"),
                    longs(result, "xpos"),
                    floats(result, "arc"),
                    pairs(result, "rel", first.length),
                    floats(result, "ner"),
                    floats(result, "bio"),
                    pairs(result, "link", first.length),
                    floats(result, "fact"),
                    ifPresent(result, "refer"),
                    ifPresent(result, "classes"));
        } catch (OrtException e) {
            throw new IllegalStateException("the network failed on " + ids.length + " wordpieces", e);
        }
    }

    private static Pairs pairs(OrtSession.Result result, String name, int n) {
        return new Pairs(
                floats(result, name + "_left"), floats(result, name + "_right"), floats(result, name + "_bias"), n);
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static OnnxTensor output(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name)
                .orElseThrow(() -> new IllegalStateException("the weights have no output named " + name));
    }

    private static float[] floats(OrtSession.Result result, String name) {
        return output(result, name).getFloatBuffer().array();
    }

    /** Of an output that older weights lack. */
    private static float[] ifPresent(OrtSession.Result result, String name) {
        return result.get(name).isPresent() ? floats(result, name) : new float[0];
    }

    private static long[] longs(OrtSession.Result result, String name) {
        return output(result, name).getLongBuffer().array();
    }
}
