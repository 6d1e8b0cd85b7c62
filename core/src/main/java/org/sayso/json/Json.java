package org.sayso.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sayso.model.Span;

/** The small words that both formats are written with. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static {
        MAPPER.getFactory()
                .configure(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8, true)
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /** @throws IllegalArgumentException where the line is not JSON or not of that format */
    static JsonNode parse(String line, String format) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.path("format").asText().equals(format)) {
            throw new IllegalArgumentException(
                    "format is \"" + node.path("format").asText() + "\", expected \"" + format + "\"");
        }
        return node;
    }

    static void put(ObjectNode node, String field, Optional<?> value) {
        value.ifPresent(v -> {
            switch (v) {
                case BigDecimal number -> node.put(field, plain(number));
                case Integer number -> node.put(field, number);
                case Long number -> node.put(field, number);
                case Double number -> node.put(field, number);
                default -> node.put(field, v.toString());
            }
        });
    }

    /** Leaves an empty list out only where the format does not always have it. */
    static void strings(ObjectNode node, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(field);
            values.forEach(array::add);
        }
    }

    static <T> void list(ObjectNode node, String field, List<T> values, Function<T, ObjectNode> write) {
        ArrayNode array = node.putArray(field);
        values.forEach(v -> array.add(write.apply(v)));
    }

    static ArrayNode span(Span span) {
        return MAPPER.createArrayNode().add(span.start()).add(span.end());
    }

    static ArrayNode spans(List<Span> spans) {
        ArrayNode array = MAPPER.createArrayNode();
        spans.forEach(s -> array.add(span(s)));
        return array;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E value(Class<E> type, JsonNode word) {
        try {
            return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no value \"" + word.asText() + "\"", e);
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(n -> !n.isNull()).map(JsonNode::asText);
    }

    static Optional<BigDecimal> number(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .map(Json::plain);
    }

    static List<String> strings(JsonNode node, String field) {
        return all(node, field, JsonNode::asText);
    }

    static <T> List<T> all(JsonNode node, String field, Function<JsonNode, T> read) {
        List<T> values = new ArrayList<>();
        node.path(field).forEach(n -> values.add(read.apply(n)));
        return values;
    }

    static Span span(JsonNode pair) {
        if (!pair.isArray() || pair.size() != 2) {
            throw new IllegalArgumentException("a span is [start,end], not " + pair);
        }
        return new Span(pair.get(0).asInt(), pair.get(1).asInt());
    }

    /** 6E+9 and 6000000000 are one number: without exponent, without trailing zeros after the point. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
