package org.sayso.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;

/** Reads people told by number only: "13 were wounded", "two of the officials", "others", "those briefed on it". Thread-safe. */
final class Counts {
    private static final Set<String> COUNTING = Set.of(
            "others",
            "some",
            "many",
            "several",
            "both",
            "most",
            "few",
            "those",
            "another",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens");

    /** The phrase means people if it stands where people stand: as an argument of a verb. */
    void read(Scene scene, Sentence s, Token head) {
        boolean argument = head.is("nsubj") || head.is("obj") || head.is("iobj") || head.is("root");
        if (!argument || isYear(head)) {
            return;
        }
        find(scene, s, head).ifPresent(r -> {});
    }

    /** The same for words that somebody asked for. */
    Optional<Referent> find(Scene scene, Sentence s, Token head) {
        String form = head.form().toLowerCase(Locale.ROOT);
        boolean one = form.equals("one");
        boolean counts = head.upos() == Upos.NUM
                || head.upos() == Upos.PRON
                || head.upos() == Upos.ADJ
                || head.upos() == Upos.DET
                || (head.upos() == Upos.NOUN && COUNTING.contains(form));
        boolean word = COUNTING.contains(form) || (head.upos() == Upos.NUM && form.matches("[a-z]+|[\\d.,]+"));
        Optional<Token> of = s.child(head, "nmod");
        if (!counts || !word || (one && of.isEmpty())) {
            return Optional.empty();
        }
        Optional<Referent> whole = of.flatMap(t -> scene.at(s, t));
        boolean people = whole.filter(r ->
                        r.kind == Entity.Kind.UNNAMED || r.kind == Entity.Kind.GROUP || r.kind == Entity.Kind.PERSON)
                .isPresent();
        List<Token> tokens = Grammar.phrase(s, head, child -> false);
        if (!people && of.isPresent() && s.children(head, "amod", "acl").isEmpty()) {
            return Optional.empty();
        }
        Span span = tokens.getFirst().span().union(tokens.getLast().span());
        Referent r =
                scene.cast.add(Entity.Kind.UNNAMED, span.of(scene.text.text()).replaceAll("\\s+", " "));
        r.plural = !one && !form.equals("another");
        whole.ifPresent(w -> r.learn(w.country, w.sector));
        scene.mention(s, head, span, Mention.Form.DESCRIPTION, r, "description");
        return Optional.of(r);
    }

    private static boolean isYear(Token t) {
        return t.form().matches("(19|20)\\d\\d");
    }
}
