package org.sayso.extract;

import java.util.Map;

/**
 * How rare each n-gram of up to three letters is in each of some languages: a hash table with open addressing, for a text asks for
 * some thousand of them. Immutable.
 */
final class Grams {
    private static final int LONGEST = 3;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final int languages;
    /** The letters of an n-gram, 16 bits each; 0 where the slot is free. A power of two, at most half full. */
    private final long[] keys;
    /** For each slot, the level in each language. */
    private final byte[] levels;

    private final int shift;

    Grams(Map<String, byte[]> byGram, int languages) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * byGram.size());
        this.languages = languages;
        this.shift = Long.SIZE - bits;
        this.keys = new long[1 << bits];
        this.levels = new byte[languages << bits];
        byGram.forEach((gram, each) -> {
            int slot = slot(key(gram, 0, gram.length()));
            keys[slot] = key(gram, 0, gram.length());
            System.arraycopy(each, 0, levels, slot * languages, languages);
        });
    }

    /** Adds the levels of all n-grams of a word to what each language has; those that no language holds say nothing. */
    void addTo(int[] rarity, String word) {
        for (int i = 0; i < word.length(); i++) {
            for (int length = 1; length <= Math.min(LONGEST, word.length() - i); length++) {
                int slot = slot(key(word, i, length));
                for (int k = 0; keys[slot] != 0 && k < languages; k++) {
                    rarity[k] += levels[slot * languages + k];
                }
            }
        }
    }

    private static long key(String text, int start, int length) {
        long key = 0;
        for (int i = start; i < start + length; i++) {
            key = key << Character.SIZE | text.charAt(i);
        }
        return key;
    }

    /** Where the key stands, or would stand. */
    private int slot(long key) {
        int slot = (int) (key * SPREAD >>> shift);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
