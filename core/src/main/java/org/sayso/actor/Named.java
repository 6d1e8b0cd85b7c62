package org.sayso.actor;

import java.util.Optional;
import org.sayso.model.Span;

/**
 * Words that name somebody, a country or a people.
 *
 * @param first index of its first token in the sentence
 * @param last index of its last token
 * @param text without a possessive
 * @param known who it is by the files, where they tell
 * @param country of a state, capital, people, outlet or known body
 * @param region of an institution that is not the whole country's: "North Darfur"
 */
record Named(
        Span span,
        int sentence,
        int first,
        int last,
        Sort sort,
        String text,
        Optional<Known> known,
        Optional<String> country,
        Optional<String> region) {

    Named(
            Span span,
            int sentence,
            int first,
            int last,
            Sort sort,
            String text,
            Optional<Known> known,
            Optional<String> country) {
        this(span, sentence, first, last, sort, text, known, country, Optional.empty());
    }

    enum Sort {
        PERSON,
        BODY,
        GROUP,
        OUTLET,
        INSTITUTION,
        STATE,
        CAPITAL,
        PEOPLE,
        PLACE
    }

    boolean covers(int token) {
        return first <= token && token <= last;
    }

    boolean overlaps(int from, int to) {
        return first <= to && from <= last;
    }

    int size() {
        return last - first + 1;
    }

    /** The same words, of somebody in the files. */
    Named of(Known who) {
        return new Named(span, sentence, first, last, sort, text, Optional.of(who), who.country());
    }

    Named as(Sort newSort, Optional<String> newCountry) {
        return new Named(span, sentence, first, last, newSort, text, known, newCountry, region);
    }
}
