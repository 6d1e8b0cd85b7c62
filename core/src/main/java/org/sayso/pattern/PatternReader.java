package org.sayso.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the pattern language of {@link Grammar}. */
final class PatternReader {
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<String, Pattern> definitions = new HashMap<>();

    /** Class names, and words as {@code =word}, by the bit that stands for them. */
    Map<String, Integer> ids() {
        return ids;
    }

    void define(String name, String pattern) {
        definitions.put(name, read(name, pattern));
    }

    /**
     * @throws IllegalArgumentException where the pattern cannot be read or can match nothing at all, with the rule's id
     */
    Pattern read(String id, String pattern) {
        Source source = new Source(id, pattern);
        Pattern read = choice(source);
        if (!source.isDone()) {
            throw source.wrong("unexpected " + source.peek());
        }
        return read;
    }

    private Pattern choice(Source source) {
        List<Pattern> ways = new ArrayList<>();
        ways.add(row(source));
        while (source.takes("|")) {
            ways.add(row(source));
        }
        return ways.size() == 1 ? ways.getFirst() : new Pattern.Choice(ways);
    }

    private Pattern row(Source source) {
        List<Pattern> parts = new ArrayList<>();
        while (!source.isDone() && !source.peek().equals("|") && !source.peek().equals(")")) {
            parts.add(repeated(source));
        }
        if (parts.isEmpty()) {
            throw source.wrong("an empty way");
        }
        return parts.size() == 1 ? parts.getFirst() : new Pattern.Row(parts);
    }

    private Pattern repeated(Source source) {
        Pattern part = named(source);
        if (source.takes("?")) {
            return new Pattern.Repeat(part, true, false);
        }
        if (source.takes("*")) {
            return new Pattern.Repeat(part, true, true);
        }
        return source.takes("+") ? new Pattern.Repeat(part, false, true) : part;
    }

    private Pattern named(Source source) {
        String token = source.next();
        if (token.endsWith("=") && token.length() > 1) {
            return new Pattern.Named(token.substring(0, token.length() - 1), named(source));
        }
        if (token.equals("(")) {
            Pattern inner = choice(source);
            if (!source.takes(")")) {
                throw source.wrong("a parenthesis is not closed");
            }
            return inner;
        }
        if (token.startsWith("$") && token.length() > 1) {
            Pattern defined = definitions.get(token.substring(1));
            if (defined == null) {
                throw source.wrong(token + " is not defined before");
            }
            return defined;
        }
        String name = token.startsWith("\\") ? "=" + token.substring(1) : isClass(token) ? token : "=" + token;
        return new Pattern.Atom(ids.computeIfAbsent(name, n -> ids.size()));
    }

    private static boolean isClass(String token) {
        return Character.isUpperCase(token.charAt(0));
    }

    /** The pattern as a row of signs and words. */
    private static final class Source {
        private final String id;
        private final String pattern;
        private final List<String> tokens = new ArrayList<>();
        private int at;

        Source(String id, String pattern) {
            this.id = id;
            this.pattern = pattern;
            for (int i = 0; i < pattern.length(); ) {
                char c = pattern.charAt(i);
                int end = i + 1;
                if (c == ' ') {
                    i++;
                    continue;
                }
                if (c == '\\') {
                    end = i + 2;
                } else if ("()|?*+".indexOf(c) < 0) {
                    while (end < pattern.length()
                            && " ()|?*+".indexOf(pattern.charAt(end)) < 0
                            && pattern.charAt(end - 1) != '=') {
                        end++;
                    }
                }
                tokens.add(pattern.substring(i, end));
                i = end;
            }
        }

        boolean isDone() {
            return at == tokens.size();
        }

        String peek() {
            return tokens.get(at);
        }

        String next() {
            if (isDone()) {
                throw wrong("it ends too soon");
            }
            return tokens.get(at++);
        }

        boolean takes(String token) {
            boolean here = !isDone() && tokens.get(at).equals(token);
            at += here ? 1 : 0;
            return here;
        }

        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("pattern " + id + ": " + what + " in " + pattern);
        }
    }
}
