package org.sayso.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sayso.model.Upos;

/**
 * Dictionary forms of words: a list of irregular ones from the treebanks, and suffix rules for the rest. The rules read the
 * Penn tag where they can: "news" with tag NN is no plural. Immutable and thread-safe.
 */
final class Lemmas {
    private static final String VOWELS = "aeiou";

    private final Map<String, String> irregular = new HashMap<>();

    private final Wordpieces vocabulary;

    private Lemmas(List<String> lines, Wordpieces vocabulary) throws IOException {
        this.vocabulary = vocabulary;
        for (String line : lines) {
            if (!line.startsWith("#") || line.startsWith("#'")) {
                String[] c = line.split("\t");
                if (c.length < 3) {
                    throw new IOException("lemmas.tsv: form, UPOS, lemma, count expected: " + line);
                }
                irregular.put(c[0] + "\t" + c[1], c[2]);
            }
        }
    }

    /**
     * The list that lies beside this class.
     *
     * @param vocabulary whose words tell "blame" from "blam"
     */
    static Lemmas load(Wordpieces vocabulary) throws IOException {
        try (InputStream in = Lemmas.class.getResourceAsStream("lemmas.tsv")) {
            if (in == null) {
                throw new IOException("the lemmas org/sayso/analysis/lemmas.tsv are not on the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Lemmas(reader.lines().toList(), vocabulary);
        }
    }

    /** The lemma of a word as it stands in the text; proper nouns keep their case. */
    String of(String form, Upos upos, String xpos) {
        String lower = form.toLowerCase(Locale.ROOT).replace('’', '\'');
        String listed = irregular.get(lower + "\t" + upos);
        if (listed != null) {
            return listed;
        }
        return switch (upos) {
            case PROPN -> xpos.equals("NNPS") ? plural(form) : form;
            case PUNCT, SYM, X -> form;
            case NOUN -> xpos.equals("NNS") ? plural(noun(form, lower)) : noun(form, lower);
            case VERB, AUX -> verb(lower, xpos);
            case ADJ -> xpos.equals("JJR") || xpos.equals("JJS") ? degree(lower) : lower;
            default -> lower;
        };
    }

    /** Acronyms keep their capitals: NGO, NGOs. */
    private static String noun(String form, String lower) {
        long upper = form.chars().filter(Character::isUpperCase).count();
        return upper >= 2 && upper >= form.length() - 1 && form.length() <= 5 ? form : lower;
    }

    private String plural(String f) {
        int n = f.length();
        if (f.endsWith("ies") && n > 4) {
            return f.substring(0, n - 3) + "y";
        }
        if (ends(f, "ches", "shes", "sses", "xes", "zzes")) {
            return f.substring(0, n - 2);
        }
        if (f.endsWith("men") && n > 4) {
            return f.substring(0, n - 2) + "an";
        }
        if (f.endsWith("ses") && isWord(f.substring(0, n - 2)) && !isWord(f.substring(0, n - 1))) {
            return f.substring(0, n - 2);
        }
        return f.endsWith("s") && !ends(f, "ss", "us", "is") && n > 2 ? f.substring(0, n - 1) : f;
    }

    private boolean isWord(String lower) {
        return vocabulary.whole(lower) != Wordpieces.UNKNOWN;
    }

    private String verb(String f, String xpos) {
        return switch (xpos) {
            case "VBZ" -> third(f);
            case "VBD", "VBN" -> past(f);
            case "VBG" -> without(f, "ing");
            default -> f;
        };
    }

    private String past(String f) {
        if (f.endsWith("ied") && f.length() > 4) {
            return f.substring(0, f.length() - 3) + "y";
        }
        return f.endsWith("eed") && f.length() > 4 ? f.substring(0, f.length() - 1) : without(f, "ed");
    }

    private static String third(String f) {
        int n = f.length();
        if (f.endsWith("ies") && n > 4) {
            return f.substring(0, n - 3) + "y";
        }
        if (ends(f, "ches", "shes", "sses", "xes", "zzes", "oes")) {
            return f.substring(0, n - 2);
        }
        return f.endsWith("s") && !ends(f, "ss", "us", "is") && n > 2 ? f.substring(0, n - 1) : f;
    }

    private String without(String f, String suffix) {
        String stem = f.substring(0, Math.max(0, f.length() - suffix.length()));
        return f.endsWith(suffix) && stem.length() > 1 && stem.chars().anyMatch(c -> isVowel(c) || c == 'y')
                ? restored(stem)
                : f;
    }

    /**
     * Undoes a doubled consonant, or gives back the e that a suffix took: as the vocabulary has it, else by the letters;
     * training/lemmas.py has the same rules.
     */
    private String restored(String s) {
        int n = s.length();
        char last = s.charAt(n - 1);
        int whole = vocabulary.whole(s);
        if (n > 2 && last == s.charAt(n - 2) && !isVowel(last) && whole == Wordpieces.UNKNOWN) {
            String single = s.substring(0, n - 1);
            if ("lsz".indexOf(last) < 0 || vocabulary.whole(single) != Wordpieces.UNKNOWN) {
                return single;
            }
        }
        if (isShort(s)) {
            return s + "e";
        }
        int longer = vocabulary.whole(s + "e");
        if (whole != longer) {
            boolean e = whole == Wordpieces.UNKNOWN || (longer != Wordpieces.UNKNOWN && longer < whole);
            return e ? s + "e" : s;
        }
        if (ends(
                        s, "at", "iz", "is", "us", "v", "uc", "rc", "nc", "dg", "rg", "ng", "ur", "bl", "pl", "tl",
                        "dl", "gl", "fl", "cl", "kl", "as", "os", "ut", "id", "ir")
                && !ends(s, "eat", "oat", "out", "ow", "ing", "ang", "ong", "our", "aid", "air", "oid", "focus")) {
            return s + "e";
        }
        if (last == 'u' || ends(s, "se", "ce")) {
            return s + "e";
        }
        return s;
    }

    /** One vowel between consonants: without a final e, the last of them would be doubled ("shamed", but "rammed"). */
    private static boolean isShort(String s) {
        int n = s.length();
        return n > 2
                && !isVowel(s.charAt(n - 1))
                && "wxy".indexOf(s.charAt(n - 1)) < 0
                && isVowel(s.charAt(n - 2))
                && s.chars().limit(n - 2).noneMatch(c -> isVowel(c) || c == 'y');
    }

    private static String degree(String f) {
        for (String suffix : List.of("est", "er")) {
            if (f.endsWith("i" + suffix) && f.length() > suffix.length() + 2) {
                return f.substring(0, f.length() - suffix.length() - 1) + "y";
            }
        }
        return f;
    }

    private static boolean ends(String s, String... suffixes) {
        for (String suffix : suffixes) {
            if (s.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(int c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
