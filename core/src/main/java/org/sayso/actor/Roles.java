package org.sayso.actor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sayso.model.Entity;
import org.sayso.model.Sentence;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.world.Fold;

/** Gives the persons of the cast the roles that the article names beside their names. Thread-safe. */
final class Roles {
    /** Offices that a state has. */
    private static final Pattern NATIONAL = Pattern.compile(
            "(?i)\\b(?:minister|government|presidential|attorney general|opposition|inspector general|chief of staff"
                    + "|(?:army|military|police|defen[cs]e|interior|foreign)(?: ministry)? (?:chief|spokes\\w+|minister|secretary|general))\\b");

    private final Lexicon lexicon;
    private final Titles titles;
    private final Words words;

    Roles(Lexicon lexicon, Titles titles, Words words) {
        this.words = words;
        this.lexicon = lexicon;
        this.titles = titles;
    }

    void read(Scene scene) {
        for (Sentence s : scene.text.sentences()) {
            List<Named> names = scene.cast.namesIn(s);
            for (Named n : names) {
                Optional<Referent> r = scene.cast.of(n);
                if (r.isPresent() && n.sort() == Named.Sort.PERSON) {
                    titles.before(s, n, names)
                            .or(() -> titles.beyondComma(s, n, names))
                            .ifPresent(t -> person(scene, s, r.get(), t, "title"));
                    titles.after(s, n).ifPresent(t -> person(scene, s, r.get(), t, "apposition"));
                    gender(n, r.get());
                }
                r.filter(Referent::isPerson).ifPresent(x -> membership(scene, s, n, x));
                r.ifPresent(x -> appositions(scene, s, n, x));
            }
        }
    }

    private void person(Scene scene, Sentence s, Referent r, Titles.Title title, String reason) {
        String role = title.words(s, scene.text.text());
        Affiliation tie = Affiliation.of(words, s, title.first(), title.last(), title.head(), scene.cast, title.noun());
        boolean office = title.noun().sector().isPresent();
        if (office && isNamesake(scene, r, role)) {
            r.known = Optional.empty();
            r.country = Optional.empty();
            r.sector = Optional.empty();
        }
        boolean telling = r.role.isEmpty() && (office || r.known.isEmpty())
                || (r.role.isPresent() && office && !r.role.get().contains(" ") && role.contains(" ") && !tie.former());
        if (telling) {
            r.role = Optional.of(role);
            r.sector = tie.sector(title.noun()).or(() -> r.sector);
        }
        if (r.country.isEmpty()) {
            r.country = tie.country().or(() -> lies(scene, s, title)).or(() -> ofHomeland(scene, role, tie));
        }
        r.nouns.add(title.noun().lemma());
        if (r.gender == Gender.UNKNOWN) {
            r.gender = title.noun().gender();
        }
        for (int i = title.first(); i <= title.last(); i++) {
            boolean own = scene.cast.nameAt(s, i).isEmpty();
            if (own && (i == title.head().index() || scene.at(s, s.token(i)).isEmpty())) {
                scene.link(s, s.token(i), r, reason);
            }
        }
    }

    /**
     * "Defense Minister Pedro Sánchez" in a report from Bogotá: whom the files know by this name held no such office, and the
     * report has nothing to do with his country.
     */
    private static boolean isNamesake(Scene scene, Referent r, String role) {
        boolean sameOffice = r.known.stream()
                .flatMap(k -> k.offices().stream())
                .anyMatch(o -> isSameOffice(wordsOf(o.role()), wordsOf(role)));
        return r.known.filter(k -> !k.offices().isEmpty()).isPresent()
                && !sameOffice
                && r.country.filter(c -> scene.isOnlyElsewhere(c, r)).isPresent();
    }

    private static List<String> wordsOf(String role) {
        return List.of(Fold.of(role).replace("defence", "defense").split(" "));
    }

    /** One tells the other's last word alone ("minister"), or both say of what. */
    private static boolean isSameOffice(List<String> one, List<String> other) {
        boolean last = one.getLast().equals(other.getLast());
        boolean ofSame = one.subList(0, one.size() - 1).stream().anyMatch(other::contains);
        return ofSame || last && (one.size() == 1 || other.size() == 1);
    }

    /** "Ghassan Abu Sittah of Doctors Without Borders". */
    private static void membership(Scene scene, Sentence s, Named n, Referent r) {
        for (Named body : scene.cast.namesIn(s)) {
            boolean beside = body.first() > n.last()
                    && body.first() <= n.last() + 3
                    && s.token(n.last() + 1).form().matches("of|from|at|with");
            boolean named = body.sort() == Named.Sort.BODY
                    || body.sort() == Named.Sort.GROUP
                    || body.sort() == Named.Sort.INSTITUTION
                    || body.sort() == Named.Sort.OUTLET;
            if (beside && named && r.role.isEmpty() && r.known.isEmpty()) {
                scene.cast.of(body).ifPresent(b -> r.learn(b.country, b.sector));
            }
        }
    }

    /** The country of the place that an office is held in, by its words or else by where the sentence lies. */
    private Optional<String> lies(Scene scene, Sentence s, Titles.Title title) {
        if (!words.is("local", title.noun().lemma())) {
            return Optional.empty();
        }
        return scene.countryIn(s.token(title.first())
                        .span()
                        .union(s.token(title.last()).span()))
                .or(() -> scene.whereabouts(s));
    }

    /** "Interior Minister Carlos Malaver" in a report from Lima about Peru. */
    private static Optional<String> ofHomeland(Scene scene, String role, Affiliation tie) {
        return NATIONAL.matcher(role).find() && tie.whose().isEmpty() && !tie.former()
                ? scene.homeland()
                : Optional.empty();
    }

    private void gender(Named n, Referent r) {
        if (r.gender == Gender.UNKNOWN && Persons.parts(n).size() > 1) {
            r.gender = lexicon.genderOfGivenName(Persons.parts(n).getFirst());
        }
    }

    /** "The militant group Hamas", "Hamas, the group that rules Gaza", "the ministry's spokesman, Dmitry Peskov". */
    private void appositions(Scene scene, Sentence s, Named n, Referent r) {
        Optional<Token> head = s.headOf(n.span());
        if (head.isEmpty()) {
            return;
        }
        boolean hangs = head.get().is("appos") || head.get().is("flat");
        if (hangs) {
            s.head(head.get()).filter(noun -> !n.covers(noun.index())).ifPresent(noun -> apposition(scene, s, noun, r));
        }
        for (Token noun : s.children(head.get(), "appos")) {
            apposition(scene, s, noun, r);
        }
        if (n.first() > 0 && r.isBody()) {
            Token before = s.token(n.first() - 1);
            boolean plain = before.upos() == Upos.NOUN && !Grammar.isPlural(before) && !before.is("compound");
            if (plain) {
                apposition(scene, s, before, r);
            }
        }
    }

    private void apposition(Scene scene, Sentence s, Token noun, Referent r) {
        Optional<Lexicon.Noun> known = lexicon.noun(s, noun);
        boolean fits = known.filter(k -> switch (k.kind()) {
                    case PERSON -> r.isPerson();
                    case BODY, FORCE, STATE -> r.isBody();
                    case DOCUMENT -> false;
                })
                .isPresent();
        if (!fits || Grammar.isPlural(noun) != r.plural && known.get().kind() == Lexicon.Sense.PERSON) {
            return;
        }
        r.nouns.add(known.get().lemma());
        if (scene.cast.nameAt(s, noun.index()).isEmpty()) {
            scene.link(s, noun, r, "apposition");
        }
        List<Token> phrase = Grammar.phrase(s, noun);
        Affiliation tie = Affiliation.of(
                words, s, phrase.getFirst().index(), phrase.getLast().index(), noun, scene.cast, known.get());
        boolean itself = tie.whose().filter(r::equals).isPresent();
        if (itself) {
            return;
        }
        if (r.kind == Entity.Kind.PERSON && r.role.isEmpty() && !tie.former()) {
            String role =
                    phrase.getFirst().span().union(phrase.getLast().span()).of(scene.text.text());
            r.role = Optional.of(role.replaceAll("\\s+", " ").replaceFirst("^(?i)(the|a|an) ", ""));
            r.sector = tie.sector(known.get()).or(() -> r.sector);
        }
        String office = phrase.getFirst().span().union(phrase.getLast().span()).of(scene.text.text());
        r.learn(
                tie.country()
                        .or(() -> r.kind == Entity.Kind.PERSON ? ofHomeland(scene, office, tie) : Optional.empty()),
                r.isPerson() ? tie.sector(known.get()) : known.get().sector());
        if (r.isBody() && r.known.isEmpty()) {
            phrase.stream()
                    .filter(t -> t.is("amod") || t.is("compound"))
                    .map(words::sector)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(told -> retell(r, told));
        }
    }

    /** "The rebel group, the Islands' Liberation Army": no army, whatever it calls itself, so "the army" is not this one. */
    private static void retell(Referent r, String sector) {
        if (sector.equals("REB")) {
            r.nouns.remove("army");
        }
        r.sector = Optional.of(sector);
    }
}
