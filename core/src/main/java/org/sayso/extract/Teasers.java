package org.sayso.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the teasers of other articles by their shape, whatever their class is called: elements of one tag and class, three or
 * more on the page, each opening with a line that is wholly a link within the site and holding little prose beside it.
 */
final class Teasers {
    private static final int AT_LEAST = 3;
    private static final int PROSE = 420;
    private static final int MOST_BLOCKS = 8;

    private Teasers() {}

    /** The numbers of the teasers. */
    static List<Integer> in(Outline page, List<Block> blocks) {
        int[] counts = new int[page.size()];
        int[] firsts = new int[page.size()];
        Arrays.fill(firsts, blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            int owner = blocks.get(i).number();
            counts[owner]++;
            firsts[owner] = Math.min(firsts[owner], i);
        }
        for (int n = page.size() - 1; n > 0; n--) {
            counts[page.parent(n)] += counts[n];
            firsts[page.parent(n)] = Math.min(firsts[page.parent(n)], firsts[n]);
        }
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int n = 0; n < page.size(); n++) {
            boolean few = counts[n] > 1 && counts[n] <= MOST_BLOCKS;
            String names = few ? page.element(n).className() : "";
            if (!names.isEmpty() && isTeaser(blocks.subList(firsts[n], firsts[n] + counts[n]))) {
                alike.computeIfAbsent(page.node(n).normalName() + "." + names, k -> new ArrayList<>())
                        .add(n);
            }
        }
        return alike.values().stream()
                .filter(group -> group.size() >= AT_LEAST)
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isTeaser(List<Block> own) {
        int prose = 0;
        boolean opened = false;
        for (Block block : own) {
            if (block.linkShare() > 0.9 && block.text().length() > 15) {
                opened = true;
            } else if (block.prose() > 0 && !opened) {
                return false;
            }
            prose += block.prose();
        }
        return opened && prose <= PROSE;
    }
}
