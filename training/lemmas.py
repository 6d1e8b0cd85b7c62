#!/usr/bin/env python3
"""Irregular lemmas from the treebanks: lower-case form, UPOS, lemma, count; only where `by_rule` is wrong or the word is doubtful.

  lemmas.py GOLD VOCAB OUT.tsv

`by_rule` is the reference of the Java rules. Numbers are not listed; proper nouns only where the lemma is no copy.
"""
import argparse
import collections
import pathlib

import prepare

VOWELS = "aeiou"
HEAD = ("# Irregular lemmas: form, UPOS, lemma, count. From UD English EWT and the open genres of UD English GUM (train parts).\n"
        "# Licence: CC BY-SA 4.0. Forms not listed follow the suffix rules (training/lemmas.py: by_rule).\n")


def by_rule(form, upos, rank):
    """Lemma of a lower-case form by suffix; `rank` maps each word of the vocabulary to its line."""
    f = form
    if upos in ("NOUN",):
        if f.endswith("ies") and len(f) > 4:
            return f[:-3] + "y"
        if f.endswith(("ches", "shes", "sses", "xes", "zzes")):
            return f[:-2]
        if f.endswith("men") and len(f) > 4:
            return f[:-2] + "an"
        if f.endswith("ses") and f[:-2] in rank and f[:-1] not in rank:
            return f[:-2]
        if f.endswith("s") and not f.endswith(("ss", "us", "is")) and len(f) > 2:
            return f[:-1]
        return f
    if upos in ("VERB", "AUX"):
        if f.endswith("ies") and len(f) > 4:
            return f[:-3] + "y"
        if f.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
            return f[:-2]
        if f.endswith("s") and not f.endswith(("ss", "us", "is")) and len(f) > 2:
            return f[:-1]
        if f.endswith("ied") and len(f) > 4:
            return f[:-3] + "y"
        for suffix in ("ed", "ing"):
            stem = f[: -len(suffix)]
            if f.endswith(suffix) and len(stem) > 1 and any(c in VOWELS + "y" for c in stem):
                return _stem(stem, rank)
        return f
    if upos in ("ADJ", "ADV"):
        for suffix in ("est", "er"):
            if f.endswith(suffix) and len(f) > len(suffix) + 2 and upos == "ADJ" and f.endswith("i" + suffix):
                return f[: -len(suffix) - 1] + "y"
        return f
    return f


def _stem(s, rank):
    if len(s) > 2 and s[-1] == s[-2] and s[-1] not in VOWELS and s not in rank and (s[-1] not in "lsz" or s[:-1] in rank):
        return s[:-1]
    if len(s) > 2 and s[-1] not in VOWELS + "wxy" and s[-2] in VOWELS and not any(c in VOWELS + "y" for c in s[:-2]):
        return s + "e"
    whole, longer = rank.get(s), rank.get(s + "e")
    if whole != longer:
        return s + "e" if whole is None or (longer is not None and longer < whole) else s
    if s.endswith(("at", "iz", "is", "us", "v", "uc", "rc", "nc", "dg", "rg", "ng", "ur", "bl", "pl", "tl", "dl", "gl", "fl", "cl", "kl", "as", "os", "ut", "id", "ir")) \
            and not s.endswith(("eat", "oat", "out", "ow", "ing", "ang", "ong", "our", "aid", "air", "oid", "focus")):
        return s + "e"
    if len(s) > 1 and s[-1] == "u" or s.endswith(("se", "ce")):
        return s + "e"
    return s


def doubtful(form, upos, lemma):
    """Right by rule, but by a rule that guesses: a final e restored, a double consonant undone, a final -es."""
    return (upos in ("VERB", "AUX") and form.endswith(("ed", "ing")) and lemma not in (form, form[:-2], form[:-3])) or (
        upos in ("VERB", "NOUN") and form.endswith(("ses", "xes", "zes", "ches", "shes", "oes", "ves", "ies")))


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("gold", type=pathlib.Path)
    p.add_argument("vocab", type=pathlib.Path)
    p.add_argument("out", type=pathlib.Path)
    a = p.parse_args()
    rank = {w: i for i, w in enumerate(a.vocab.read_text(encoding="utf-8").split("\n")) if w}
    seen = collections.defaultdict(collections.Counter)
    for part in ("ud/ewt_train.conllu", "ud/gum_open_train.conllu"):
        for _, sents in prepare.conllu(a.gold / part):
            for rows in sents:
                for r in rows:
                    if r[2] not in ("_", "") and r[3] not in ("NUM", "PUNCT", "SYM", "X") and not any(c.isdigit() for c in r[1]):
                        seen[r[1].lower(), r[3]][r[2]] += 1
    rows, right, total = [], 0, 0
    for (form, upos), lemmas in sorted(seen.items()):
        lemma, count = max(lemmas.items(), key=lambda x: (x[1], x[0]))
        n = sum(lemmas.values())
        total += n
        if upos == "PROPN":
            if lemma.lower() == form:
                continue
        elif lemma == by_rule(form, upos, rank):
            right += n
            if not doubtful(form, upos, lemma):
                continue
        rows.append(f"{form}\t{upos}\t{lemma}\t{count}")
    a.out.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(a.out, len(rows), "rows; rules alone are right on", round(100 * right / total, 2), "% of", total, "words (proper nouns counted as misses)")


if __name__ == "__main__":
    main()
