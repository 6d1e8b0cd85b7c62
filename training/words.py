#!/usr/bin/env python3
"""The wordpieces of every word in a folder of texts, for WordpiecesTest. Needs nothing but Python.

  words.py FOLDER TOKENIZER_JSON OUT.tsv

Words are what stands between blanks: in the strings of .jsonl and .json files, in the whole of any other file of UTF-8, unpacked
if its name ends in .gz.
One line a word: word, ids parted by blanks, shape. Words with a tab or a line end in them do not occur.
"""
import argparse
import gzip
import json
import pathlib

import text


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for v in value:
            yield from strings(v)


def texts(path):
    try:
        content = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode("utf-8")
    except UnicodeDecodeError:
        return  # no text
    if path.suffix == ".jsonl":
        for line in content.split("\n"):
            if line.strip():
                yield from strings(json.loads(line))
    elif path.suffix == ".json":
        yield from strings(json.loads(content))
    else:
        yield content


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("folder", type=pathlib.Path)
    p.add_argument("tokenizer")
    p.add_argument("out", type=pathlib.Path)
    a = p.parse_args()
    pieces = text.Wordpieces.from_tokenizer_json(a.tokenizer)
    words = set()
    for path in sorted(x for x in a.folder.rglob("*") if x.is_file()):
        for t in texts(path):
            words.update(t.split())
    with open(a.out, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as f:
        for word in sorted(words):
            f.write(f"{word}\t{' '.join(map(str, pieces(word)))}\t{text.shape(word)}\n")
    print(a.out, len(words), "words")


if __name__ == "__main__":
    main()
