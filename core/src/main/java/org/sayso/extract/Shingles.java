package org.sayso.extract;

import java.util.Arrays;

/**
 * A text as the multiset of its runs of four words, to compare it with another one. Words are runs of letters and digits without
 * regard to case; a Chinese, Japanese or Korean character is a word. Immutable.
 *
 * @param hashes of the runs, sorted
 */
record Shingles(long[] hashes) {
    private static final int LENGTH = 4;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    static Shingles of(String text) {
        long[] words = words(text);
        int count = words.length == 0 ? 0 : Math.max(1, words.length - LENGTH + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = BASIS;
            for (int j = i; j < Math.min(words.length, i + LENGTH); j++) {
                hash = (hash ^ words[j]) * PRIME;
            }
            hashes[i] = hash;
        }
        Arrays.sort(hashes);
        return new Shingles(hashes);
    }

    /** FNV-1a over the characters of each word. */
    private static long[] words(String text) {
        long[] words = new long[text.length() / 2 + 1];
        int count = 0;
        long hash = BASIS;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || c == ' ';
            boolean part = plain ? c != ' ' : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            boolean dense = c >= '\u2e80' && c <= '\ud7ff';
            if (open && (!part || dense)) {
                words = with(words, count++, hash);
                open = false;
            }
            if (part) {
                hash = ((open ? hash : BASIS) ^ (plain ? c : Character.toLowerCase(c))) * PRIME;
                open = true;
            }
        }
        return open ? Arrays.copyOf(with(words, count, hash), count + 1) : Arrays.copyOf(words, count);
    }

    private static long[] with(long[] words, int index, long word) {
        long[] room = index < words.length ? words : Arrays.copyOf(words, 2 * index + 1);
        room[index] = word;
        return room;
    }

    /** How much of this is in the other, 0 to 1; 0 where this is empty. */
    double within(Shingles other) {
        return hashes.length == 0 ? 0 : (double) shared(other) / hashes.length;
    }

    /** F1 of both, 0 to 1. */
    double likeness(Shingles other) {
        int all = hashes.length + other.hashes.length;
        return all == 0 ? 0 : 2.0 * shared(other) / all;
    }

    private int shared(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
