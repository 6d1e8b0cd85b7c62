package org.sayso.model;

/**
 * A stretch of {@link Article#text()}: UTF-16 code units, half-open, never empty.
 *
 * @param start offset of the first unit
 * @param end offset after the last unit
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + "," + end + ") is empty or negative");
        }
    }

    /** The words themselves. */
    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean covers(int offset) {
        return start <= offset && offset < end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The shortest span that covers both. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** By start, then the shorter first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return "[" + start + "," + end + ")";
    }
}
