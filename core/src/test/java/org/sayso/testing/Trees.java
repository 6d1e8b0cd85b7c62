package org.sayso.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/**
 * Hand-made trees for tests. One token a line: {@code form lemma UPOS XPOS head relation}, parted by blanks; heads count
 * from 1, 0 is the root. A blank line ends a sentence, {@code ---} a paragraph. {@code _} before the form glues it to the
 * token before. A name in brackets at the end of a line, {@code [PERSON 2]}, covers that token and the ones before it.
 */
public final class Trees {
    private Trees() {}

    public static AnalyzedText of(String table) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        int paragraph = 0;
        for (String block : table.strip().split("\\n\\s*\\n")) {
            List<Token> tokens = new ArrayList<>();
            List<String[]> wanted = new ArrayList<>();
            String glue = text.isEmpty() ? "" : " ";
            for (String line : block.strip().split("\\n")) {
                String[] c = line.strip().split("\\s+");
                if (c[0].equals("---")) {
                    paragraph++;
                    glue = "\n\n";
                    continue;
                }
                boolean glued = c[0].length() > 1 && c[0].startsWith("_");
                String form = glued ? c[0].substring(1) : c[0];
                text.append(glued ? "" : glue);
                glue = " ";
                Span span = new Span(text.length(), text.length() + form.length());
                text.append(form);
                tokens.add(new Token(
                        tokens.size(),
                        span,
                        form,
                        c[1],
                        Upos.valueOf(c[2]),
                        c[3],
                        Integer.parseInt(c[4]) - 1,
                        c[5],
                        OptionalDouble.empty(),
                        Optional.empty()));
                if (c.length > 6) {
                    wanted.add(new String[] {
                        c[6].substring(1), c[7].substring(0, c[7].length() - 1), String.valueOf(tokens.size())
                    });
                }
            }
            if (tokens.isEmpty()) {
                continue;
            }
            int index = sentences.size();
            for (String[] w : wanted) {
                int last = Integer.parseInt(w[2]) - 1;
                Span from = tokens.get(last - Integer.parseInt(w[1]) + 1).span();
                names.add(new Name(from.union(tokens.get(last).span()), Name.Kind.valueOf(w[0]), index));
            }
            Span span = tokens.getFirst().span().union(tokens.getLast().span());
            sentences.add(new Sentence(index, paragraph, span, tokens));
        }
        return new AnalyzedText(text.toString(), sentences, names, List.of());
    }
}
