"""Language profiles (letter n-grams and how often each occurs) → the table of org.sayso.extract.Languages.

python3 languages.py PROFILES languages.tsv

PROFILES is the folder `languages` of the jar com.optimaize.languagedetector:language-detector:0.6 (Apache-2.0).
"""

import collections
import json
import math
import pathlib
import sys

LANGUAGES = (
    "en fr de es it pt ca ro nl da no sv is fi et lv lt pl cs sk sl hr sq hu tr id tl vi sw so "
    "ru uk be bg mk sr ar fa ur hi mr ne"
).split()
KEPT = {1: 60, 2: 300, 3: 500}
CODES = {"no": "nb"}

HEAD = """\
# Letter n-grams of each language: how rare they are (-2 log2 of the share among its n-grams of that length), the n-grams, where _ is
# the edge of a word. Made by training/languages.py of the profiles of language-detector 0.6 (Apache-2.0).
"""


def levels(profile):
    counts = collections.Counter()
    for gram, count in profile.items():
        if gram.strip():
            counts[gram.lower()] += count
    table = collections.defaultdict(list)
    for length, kept in KEPT.items():
        grams = {g: c for g, c in counts.items() if len(g) == length}
        total = sum(grams.values())
        for gram, count in sorted(grams.items(), key=lambda item: (-item[1], item[0]))[:kept]:
            table[round(-2 * math.log2(count / total))].append(gram.replace(" ", "_"))
    return sorted(table.items())


def main(folder, out):
    lines = [HEAD]
    for language in LANGUAGES:
        profile = json.loads((pathlib.Path(folder) / language).read_text(encoding="utf-8"))["freq"]
        code = CODES.get(language, language)
        lines += (f"{code}\t{level}\t{' '.join(grams)}\n" for level, grams in levels(profile))
    pathlib.Path(out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
