package org.sayso.extract;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page laid flat: its elements and its runs of text in reading order, numbered from 0. Below the node numbered {@code n} stand those
 * from {@code n + 1} up to, but without, {@code end(n)}; so a walk is a loop, and what is known of elements stands in arrays. Read only.
 */
final class Outline {
    private static final int FIRST_SIZE = 1 << 12;

    private Node[] nodes = new Node[FIRST_SIZE];
    private int[] parents = new int[FIRST_SIZE];
    private int[] ends = new int[FIRST_SIZE];
    private Role[] roles = new Role[FIRST_SIZE];
    private int size;

    /** @param root of a tree no deeper than {@link Extractor#DEEPEST}, for it is gone through by recursion */
    Outline(Element root) {
        add(root, -1);
    }

    private void add(Node node, int parent) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
            parents = Arrays.copyOf(parents, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            roles = Arrays.copyOf(roles, 2 * size);
        }
        int number = size++;
        nodes[number] = node;
        parents[number] = parent;
        roles[number] = node instanceof Element e ? Role.of(e) : Role.TEXT;
        for (int i = 0; i < node.childNodeSize(); i++) {
            Node child = node.childNode(i);
            if (child instanceof Element || child instanceof TextNode) {
                add(child, number);
            }
        }
        ends[number] = size;
    }

    int size() {
        return size;
    }

    /** An {@link Element} or a {@link TextNode}. */
    Node node(int number) {
        return nodes[number];
    }

    Element element(int number) {
        return (Element) nodes[number];
    }

    Role role(int number) {
        return roles[number];
    }

    /** -1 for the root. */
    int parent(int number) {
        return parents[number];
    }

    /** The number after the last that stands below. */
    int end(int number) {
        return ends[number];
    }

    /** Whether one node is another, or stands below it. */
    boolean isWithin(int inner, int outer) {
        return inner >= outer && inner < ends[outer];
    }

    /** The number of an element of this page, which is looked for from the first. */
    int numberOf(Element element) {
        int number = 0;
        while (!nodes[number].equals(element)) {
            number++;
        }
        return number;
    }

    /** The first character that a reader sees of an element's text; 0 where there is none. */
    char initial(int number) {
        for (int n = number; n < ends[number]; n++) {
            String run = nodes[n] instanceof TextNode text ? text.getWholeText() : "";
            for (int i = 0; i < run.length(); i++) {
                char c = run.charAt(i);
                if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u200b' && c != '\u00ad') {
                    return c;
                }
            }
        }
        return 0;
    }

    /** By number, whether a node is, or holds, one of those wanted. */
    boolean[] holding(IntPredicate wanted) {
        boolean[] holding = new boolean[size];
        for (int n = size - 1; n > 0; n--) {
            holding[n] |= wanted.test(n);
            holding[parents[n]] |= holding[n];
        }
        return holding;
    }
}
