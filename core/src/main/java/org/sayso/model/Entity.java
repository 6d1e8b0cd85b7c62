package org.sayso.model;

import java.util.List;
import java.util.Optional;

/**
 * Somebody or something that acts, is acted on or is cited in one article.
 *
 * @param id unique in the reading: e1, e2, …
 * @param name the fullest name, or the description of an unnamed source
 * @param country ISO 3166-1 alpha-3
 * @param sector one of PLOVER's codes (GOV, MIL, REB, JRN, …)
 * @param role as the article gives it, else as the files give it for the article's day
 * @param qid Wikidata item
 * @param mentions where it is named, described or meant by a pronoun; in order, never empty
 */
public record Entity(
        String id,
        String name,
        Kind kind,
        Optional<String> country,
        Optional<String> sector,
        Optional<String> role,
        Optional<String> qid,
        List<Span> mentions) {
    public Entity {
        mentions = mentions.stream().distinct().sorted().toList();
        if (mentions.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "entity " + id + " \"" + name + "\" has " + mentions.size() + " mentions");
        }
    }

    public enum Kind {
        PERSON,
        ORGANIZATION,
        PLACE,
        GROUP,
        DOCUMENT,
        UNNAMED
    }
}
