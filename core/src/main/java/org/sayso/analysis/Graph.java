package org.sayso.analysis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph of a weights file without the work that the runtime has no use for, about 15 % of the whole: the table of the best
 * relation for every pair of words, of which a tree needs one pair a word (what it is made of comes out instead, see {@link
 * Relations}), and the adding of a mask where nothing is masked, because windows run one by one. Reads ONNX' protobuf only as
 * far as that takes. A file without these parts stays as it is.
 */
final class Graph {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int OUTPUT = 12;
    private static final int BYTES = 2;

    private static final String TABLE = "rel";
    private static final String MASK = "/encoder/Mul_output_0";

    private Graph() {}

    /** A field of a message: everything from its tag to its end, and where its value begins. */
    private record Field(int number, int type, int from, int value, int to) {}

    private record Node(Field field, List<String> inputs, List<String> outputs, String operator) {}

    /** A weights file's bytes, with less to do; the same bytes where they hold no such graph. */
    static byte[] lean(byte[] model) {
        List<Field> fields = fields(model, 0, model.length);
        List<Field> graphs = fields.stream()
                .filter(f -> f.number() == GRAPH && f.type() == BYTES)
                .toList();
        if (graphs.size() != 1) {
            return model;
        }
        Field graph = graphs.getFirst();
        ByteArrayOutputStream lean = leanGraph(model, fields(model, graph.value(), graph.to()));
        if (lean.size() == 0) {
            return model;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(model.length);
        out.write(model, 0, graph.from());
        head(out, GRAPH, lean.size());
        out.writeBytes(lean.toByteArray());
        out.write(model, graph.to(), model.length - graph.to());
        return out.toByteArray();
    }

    /** Nothing where the graph is another one. */
    private static ByteArrayOutputStream leanGraph(byte[] model, List<Field> fields) {
        Map<Field, Node> nodes = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>(Relations.PARTS);
        Set<String> made = new HashSet<>();
        for (Field field : fields) {
            if (field.number() == NODE) {
                Node node = node(model, field);
                nodes.put(field, node);
                made.addAll(node.outputs());
            } else if (field.number() == OUTPUT) {
                wanted.add(name(model, field, 1));
            }
        }
        if (!made.containsAll(Relations.PARTS) || !wanted.remove(TABLE)) {
            return new ByteArrayOutputStream();
        }
        Set<Field> unused = unused(List.copyOf(nodes.values()), wanted);
        ByteArrayOutputStream out = new ByteArrayOutputStream(model.length);
        for (Field field : fields) {
            Node node = nodes.get(field);
            if (node != null && isMasking(node)) {
                message(out, NODE, identity(node));
            } else if (!unused.contains(field) && !isTable(model, field)) {
                out.write(model, field.from(), field.to() - field.from());
            }
        }
        Relations.PARTS.forEach(part -> message(out, OUTPUT, output(part)));
        return out;
    }

    private static boolean isMasking(Node node) {
        return node.operator().equals("Add")
                && node.inputs().size() == 2
                && node.inputs().getLast().equals(MASK);
    }

    private static boolean isTable(byte[] model, Field field) {
        return field.number() == OUTPUT && name(model, field, 1).equals(TABLE);
    }

    /** Nodes that no output needs. They stand in the order of the data, as ONNX demands. */
    private static Set<Field> unused(List<Node> nodes, Set<String> outputs) {
        Set<String> needed = new HashSet<>(outputs);
        Set<Field> unused = new HashSet<>();
        for (Node node : nodes.reversed()) {
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
            } else {
                unused.add(node.field());
            }
        }
        return unused;
    }

    private static byte[] identity(Node node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message(out, 1, node.inputs().getFirst().getBytes(StandardCharsets.UTF_8));
        message(out, 2, node.outputs().getFirst().getBytes(StandardCharsets.UTF_8));
        message(out, 4, "Identity".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** A named output of floats. */
    private static byte[] output(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message(out, 1, name.getBytes(StandardCharsets.UTF_8));
        message(out, 2, new byte[] {1 << 3 | BYTES, 2, 1 << 3, 1});
        return out.toByteArray();
    }

    private static Node node(byte[] model, Field field) {
        return new Node(field, strings(model, field, 1), strings(model, field, 2), name(model, field, 4));
    }

    private static String name(byte[] model, Field message, int number) {
        return strings(model, message, number).stream().findFirst().orElse("");
    }

    private static List<String> strings(byte[] model, Field message, int number) {
        return fields(model, message.value(), message.to()).stream()
                .filter(f -> f.number() == number)
                .map(f -> new String(model, f.value(), f.to() - f.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The fields of a message; none where it is not one. */
    private static List<Field> fields(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        int at = from;
        while (at < to) {
            int start = at;
            long tag = varint(bytes, at, to);
            at = afterVarint(bytes, at, to);
            int type = (int) (tag & 7);
            int value = at;
            switch (type) {
                case 0 -> at = afterVarint(bytes, at, to);
                case 1 -> at += 8;
                case 5 -> at += 4;
                case BYTES -> {
                    long length = varint(bytes, at, to);
                    value = afterVarint(bytes, at, to);
                    at = length < 0 || length > to - value ? to + 1 : value + (int) length;
                }
                default -> at = to + 1;
            }
            if (at > to) {
                return List.of();
            }
            fields.add(new Field((int) (tag >>> 3), type, start, value, at));
        }
        return fields;
    }

    private static int afterVarint(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static long varint(byte[] bytes, int from, int to) {
        long value = 0;
        for (int at = from, shift = 0; at < to && shift < 64; at++, shift += 7) {
            value |= (long) (bytes[at] & 0x7f) << shift;
            if (bytes[at] >= 0) {
                return value;
            }
        }
        return value;
    }

    private static void message(ByteArrayOutputStream out, int number, byte[] value) {
        head(out, number, value.length);
        out.writeBytes(value);
    }

    private static void head(ByteArrayOutputStream out, int number, int length) {
        writeVarint(out, number << 3 | BYTES);
        writeVarint(out, length);
    }

    private static void writeVarint(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >= 0x80) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
