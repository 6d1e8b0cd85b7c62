package org.sayso.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Article;
import org.sayso.model.Dateline;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.world.Countries;
import org.sayso.world.Country;

/** One article with its cast and what has been understood so far of who is meant where. Lives as long as one call. */
final class Scene {
    final Article article;
    final AnalyzedText text;
    final Cast cast;
    private final boolean[] quoted;
    private final Optional<String> datelineCountry;
    private final Map<Place, Referent> byToken = new HashMap<>();
    private final Map<Place, String> reasons = new HashMap<>();

    private record Place(int sentence, int token) {}

    Scene(Article article, AnalyzedText text, Cast cast, Countries countries) {
        this.article = article;
        this.text = text;
        this.cast = cast;
        datelineCountry = article.dateline()
                .flatMap(Dateline::place)
                .flatMap(p -> countries.governedFrom(p).or(() -> countries.named(p)))
                .map(Country::alpha3);
        quoted = Grammar.quoted(text.text());
    }

    /** Where the report was written. */
    Optional<String> datelineCountry() {
        return datelineCountry;
    }

    Optional<Referent> at(Sentence s, Token t) {
        return Optional.ofNullable(byToken.get(new Place(s.index(), t.index())));
    }

    String reasonAt(Sentence s, Token t) {
        return reasons.getOrDefault(new Place(s.index(), t.index()), "");
    }

    /** The token means somebody, though it is no mention of its own: a title, an apposition. */
    void link(Sentence s, Token t, Referent r, String reason) {
        byToken.put(new Place(s.index(), t.index()), r);
        reasons.put(new Place(s.index(), t.index()), reason);
    }

    void mention(Sentence s, Token head, Span span, Mention.Form form, Referent r, String reason) {
        link(s, head, r, reason);
        r.mentions.add(
                new Mention(span, s.index(), head.index(), form, Grammar.isSubject(s, head), isQuoted(head), reason));
    }

    boolean isQuoted(Token t) {
        return quoted[t.span().start()];
    }
}
