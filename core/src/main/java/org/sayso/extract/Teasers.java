package org.sayso.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the teasers of other articles by their shape, whatever their class is called: elements of one tag and class, three or
 * more on the page, each opening with a line that is wholly a link within the site and holding little prose beside it.
 */
final class Teasers {
    private static final int AT_LEAST = 3;
    private static final int PROSE = 420;
    private static final int MOST_BLOCKS = 8;

    private Teasers() {}

    static Set<Element> in(Outline outline, List<Block> blocks) {
        Sums counts = Sums.of(outline, blocks, block -> 1);
        Map<Element, List<Block>> inside = new HashMap<>();
        for (Block block : blocks) {
            for (Element e = block.owner(); e != null && counts.of(e) <= MOST_BLOCKS; e = e.parent()) {
                inside.computeIfAbsent(e, k -> new ArrayList<>()).add(block);
            }
        }
        Map<String, List<Element>> alike = new LinkedHashMap<>();
        for (Element e : outline.elements()) {
            List<Block> own = inside.get(e);
            if (own != null && own.size() > 1 && !e.className().isEmpty() && isTeaser(own)) {
                alike.computeIfAbsent(e.normalName() + "." + e.className(), k -> new ArrayList<>())
                        .add(e);
            }
        }
        Set<Element> teasers = new HashSet<>();
        for (List<Element> group : alike.values()) {
            if (group.size() >= AT_LEAST) {
                teasers.addAll(group);
            }
        }
        return teasers;
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
