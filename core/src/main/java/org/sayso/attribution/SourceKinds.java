package org.sayso.attribution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sayso.model.AnalyzedText;
import org.sayso.model.Attribution.Source.Kind;
import org.sayso.model.Name;
import org.sayso.model.Sentence;
import org.sayso.model.Span;
import org.sayso.model.Token;
import org.sayso.model.Upos;
import org.sayso.outlet.Outlet;
import org.sayso.outlet.OutletMention;
import org.sayso.outlet.Outlets;
import org.sayso.table.Table;

/** What kind of source some words are. Immutable and thread-safe. */
final class SourceKinds {
    private static final Set<String> OUTLET_NOUNS = Set.of(
            "newspaper",
            "paper",
            "daily",
            "magazine",
            "broadcaster",
            "television",
            "tv",
            "radio",
            "media",
            "outlet",
            "tabloid",
            "weekly",
            "newswire",
            "channel",
            "station",
            "portal",
            "publication");
    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "me", "us", "my", "our");
    private static final Set<String> OWN_REPORT = Set.of("report", "story", "article", "website", "site", "editorial");

    private static final Pattern THE = Pattern.compile("^[Tt]he ");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]{1,5}");

    private final Outlets outlets;
    private final Set<String> unnamed = new LinkedHashSet<>();
    private final Set<String> documents = new LinkedHashSet<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> seats = new LinkedHashSet<>();
    private final Set<String> bodies = new LinkedHashSet<>();

    SourceKinds(Outlets outlets) {
        this.outlets = outlets;
        Table.rows(SourceKinds.class, "unnamed.tsv", 2).forEach(r -> unnamed.add(r.getFirst()));
        Table.rows(SourceKinds.class, "documents.tsv", 2).forEach(r -> documents.add(r.getFirst()));
        Table.rows(SourceKinds.class, "roles.tsv", 2).forEach(r -> roles.add(r.getFirst()));
        Table.rows(SourceKinds.class, "seats.tsv", 2).forEach(r -> seats.add(r.getFirst()));
        Table.rows(SourceKinds.class, "bodies.tsv", 2).forEach(r -> bodies.add(r.getFirst()));
    }

    Kind of(AnalyzedText text, List<Span> source) {
        if (source.isEmpty()) {
            return Kind.NONE;
        }
        Span words = source.getFirst();
        Optional<Sentence> sentence = text.sentenceAt(words.start());
        Optional<Token> head = sentence.flatMap(s -> head(s, words));
        if (outlet(text, words).isPresent()) {
            return Kind.OUTLET;
        }
        if (seats.contains(THE.matcher(words.of(text.text())).replaceFirst(""))) {
            return Kind.ORGANIZATION;
        }
        if (sentence.filter(s -> titledName(s.tokensIn(words))).isPresent()) {
            return Kind.PERSON;
        }
        return head.map(h -> ofHead(text, sentence.orElseThrow(), h)).orElse(Kind.PERSON);
    }

    /** Whether the words could be somebody or something that says things: what a headline's "X:" must be. */
    boolean speaks(AnalyzedText text, Span words) {
        Optional<Token> head = text.sentenceAt(words.start()).flatMap(s -> s.headOf(words));
        return outlet(text, words).isPresent()
                || text.namesIn(words).stream().anyMatch(n -> n.kind() != Name.Kind.OTHER)
                || head.filter(h -> h.upos() == Upos.PROPN || known(h)).isPresent();
    }

    /** "Spokeswoman Shushan Stepanyan", whatever the tree makes of it: a role and two names behind. */
    private boolean titledName(List<Token> words) {
        return IntStream.range(0, words.size() - 2)
                .anyMatch(i -> words.get(i).upos() == Upos.NOUN
                        && (roles.contains(Cues.lemma(words.get(i))) || unnamed.contains(Cues.lemma(words.get(i))))
                        && words.get(i + 1).upos() == Upos.PROPN
                        && words.get(i + 2).upos() == Upos.PROPN);
    }

    /** The same, and it is these words themselves: "Rwanda's officials", not "Rwanda's support for the rebels". */
    boolean isSpeaker(AnalyzedText text, Span words) {
        Optional<Token> head = text.sentenceAt(words.start()).flatMap(s -> s.headOf(words));
        boolean release = head.filter(h -> Cues.lemma(h).equals("release")).isPresent()
                && !words.of(text.text()).matches("(?i).*\\b(?:press|news) release.*");
        boolean named = head.filter(h -> text.namesIn(words).stream()
                        .anyMatch(n -> n.kind() != Name.Kind.OTHER && n.span().covers(h.span())))
                .isPresent();
        return !release
                && (outlet(text, words).isPresent()
                        || named
                        || head.filter(h -> h.upos() == Upos.PROPN
                                        || known(h)
                                        || roles.contains(Cues.lemma(h))
                                        || bodies.contains(Cues.lemma(h)))
                                .isPresent());
    }

    private boolean known(Token head) {
        return unnamed.contains(Cues.lemma(head))
                || documents.contains(Cues.lemma(head))
                || OUTLET_NOUNS.contains(Cues.lemma(head));
    }

    /** "The paper", "the broadcaster". */
    boolean isOutletNoun(Token noun) {
        return OUTLET_NOUNS.contains(Cues.lemma(noun));
    }

    /** The outlet that the words name, short names understood from what stands before. */
    Optional<Outlet> outlet(AnalyzedText text, Span words) {
        String own = IN_BRACKETS.matcher(words.of(text.text())).replaceFirst("");
        Optional<Outlet> named = outlets.find(own).or(() -> abbreviated(text.text(), own));
        if (named.isPresent() || outlets.find(own, outlets.all()).isEmpty()) {
            return named;
        }
        List<Outlet> before = outlets.mentionsIn(text.text().substring(0, words.start())).stream()
                .map(OutletMention::outlet)
                .toList();
        return outlets.find(own, before);
    }

    /** "WP", where "The Washington Post (WP)" stands before. */
    private Optional<Outlet> abbreviated(String text, String words) {
        int at = ABBREVIATION.matcher(words).matches() ? text.indexOf("(" + words + ")") : -1;
        return at < 0
                ? Optional.empty()
                : outlets.mentionsIn(text.substring(0, at)).stream()
                        .filter(m -> m.span().end() >= at - 1)
                        .map(OutletMention::outlet)
                        .findFirst();
    }

    /** The head of a noun phrase, whatever a tree makes of its article. */
    private static Optional<Token> head(Sentence s, Span words) {
        return s.headOf(words)
                .filter(h -> h.upos() != Upos.DET)
                .or(() -> s.tokensIn(words).stream().filter(Token::isNoun).findFirst())
                .or(() -> s.headOf(words));
    }

    private Kind ofHead(AnalyzedText text, Sentence s, Token head) {
        String lemma = Cues.lemma(head);
        if (head.upos() == Upos.PRON || head.upos() == Upos.DET) {
            return pronoun(text, s, head);
        }
        boolean newsAgency = lemma.equals("agency")
                && s.children(head, "compound").stream()
                        .anyMatch(c -> Cues.lemma(c).equals("news"));
        boolean theMedia = lemma.equals("media")
                && s.child(head, "amod", "compound", "nmod:poss").isEmpty();
        if (OUTLET_NOUNS.contains(lemma) && !theMedia || newsAgency || ownReport(text, s, head)) {
            return Kind.OUTLET;
        }
        Optional<Kind> named = named(text, s, head);
        if (named.isPresent()) {
            return named.get();
        }
        if (documents.contains(lemma)) {
            return Kind.DOCUMENT;
        }
        boolean plural = head.xpos().equals("NNS") || head.xpos().equals("NNPS");
        if (unnamed.contains(lemma)) {
            return plural || indefinite(s, head) || !known(s, head) ? Kind.UNNAMED : Kind.PERSON;
        }
        if (head.upos() == Upos.PROPN || roles.contains(lemma) && !plural) {
            return indefinite(s, head) ? Kind.UNNAMED : Kind.PERSON;
        }
        return plural && !indefinite(s, head) ? Kind.UNNAMED : Kind.ORGANIZATION;
    }

    private static boolean indefinite(Sentence s, Token head) {
        return s.children(head, "det", "nummod", "amod").stream()
                .anyMatch(d -> Set.of("a", "an", "one", "another", "some", "several", "many", "two", "three", "unnamed")
                        .contains(Cues.lemma(d)));
    }

    /** "The spokesman", "his lawyer": somebody named before. "Officials", "a source": nobody. */
    private static boolean known(Sentence s, Token head) {
        return !Set.of("source", "official", "person", "people", "diplomat", "insider", "one", "witness")
                        .contains(Cues.lemma(head))
                && s.children(head, "det", "nmod:poss", "compound").stream()
                        .anyMatch(d -> d.is("nmod:poss")
                                || Cues.lemma(d).equals("the")
                                || s.child(d, "case").isPresent());
    }

    private boolean ownReport(AnalyzedText text, Sentence s, Token head) {
        return OWN_REPORT.contains(Cues.lemma(head))
                && s.children(head, "compound", "nmod:poss").stream()
                        .anyMatch(c -> outlet(text, s.subtreeSpan(c)).isPresent()
                                || outlet(text, c.span()).isPresent());
    }

    private static Optional<Kind> named(AnalyzedText text, Sentence s, Token head) {
        Optional<Kind> found = Optional.empty();
        for (Name name : text.namesIn(s.subtreeSpan(head))) {
            boolean own = name.span().covers(head.span());
            boolean next = name.span().start() == head.span().end() + 1;
            boolean beside = next
                    || s.headOf(name.span())
                            .filter(t -> t.head() == head.index() && (t.is("appos") || t.is("flat")))
                            .isPresent();
            if (name.kind() == Name.Kind.PERSON && (own || beside)) {
                return Optional.of(Kind.PERSON);
            }
            if (own) {
                found = Optional.of(name.kind() == Name.Kind.GROUP ? group(head) : Kind.ORGANIZATION);
            }
        }
        return found;
    }

    private static Kind group(Token head) {
        return head.xpos().endsWith("S") ? Kind.UNNAMED : Kind.ORGANIZATION;
    }

    private Kind pronoun(AnalyzedText text, Sentence s, Token pronoun) {
        String form = pronoun.form().toLowerCase(Locale.ROOT);
        if (FIRST_PERSON.contains(form) && !pronoun.form().equals("US")) {
            return Kind.AUTHOR;
        }
        Optional<Token> relative =
                s.ancestors(pronoun).stream().filter(a -> a.is("acl:relcl")).findFirst();
        if (pronoun.xpos().startsWith("W") && relative.isPresent()) {
            Token noun = s.token(relative.get().head());
            boolean apposition = noun.is("appos") && !noun.isRoot();
            Token meant = apposition ? s.token(noun.head()) : noun;
            Kind kind = meant.upos() == Upos.PRON ? Kind.PERSON : ofHead(text, s, meant);
            return kind == Kind.ORGANIZATION && form.equals("who") ? Kind.PERSON : kind;
        }
        if (form.equals("it") || form.equals("its") || form.equals("that") || form.equals("which")) {
            return Kind.ORGANIZATION;
        }
        return unnamed.contains(Cues.lemma(pronoun)) ? Kind.UNNAMED : Kind.PERSON;
    }
}
