#!/usr/bin/env python3
"""Reads factuality.txt and counts its classes; a line that breaks the form is an error with its number.

  factuality.py [FILE]
"""
import collections
import pathlib
import re
import sys

CLASSES = ("happened", "ongoing", "planned", "requested", "conditional", "hypothetical", "denied")
OWN = pathlib.Path(__file__).with_name("factuality.txt")
MARK = re.compile(r"\{([^{}=]+)=([a-z]+)/([a-z]+|-)\}")


def read(path=OWN):
    """Yields (part, text, events): part is train or test, an event (start, end, author, source), offsets into the text.

    author is one of CLASSES or unknown; source too, or None where nobody but the outlet speaks.
    """
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        head = re.match(r"\[(train|test)\] (?=\S)", line)
        text, events, at = "", [], head.end() if head else 0
        for m in MARK.finditer(line):
            text += line[at:m.start()]
            events.append((len(text), len(text) + len(m[1]), m[2], None if m[3] == "-" else m[3]))
            text += m[1]
            at = m.end()
        text += line[at:]
        names = [n for e in events for n in e[2:] if n is not None and n not in CLASSES + ("unknown",)]
        idle = any(e[2] == "unknown" and e[3] in (None, "unknown") for e in events)
        if not head or not events or names or idle or re.search(r"[{}]|  | $", text):
            raise ValueError(f"{path}:{number}: not a marked line: {line}")
        yield head[1], text, events


if __name__ == "__main__":
    lines = list(read(*sys.argv[1:]))
    twice = [t for t, n in collections.Counter(t for _, t, _ in lines).items() if n > 1]
    if twice:
        raise ValueError(f"stands twice: {twice}")
    for part in ("train", "test"):
        events = [e for p, _, es in lines if p == part for e in es]
        print(part, sum(p == part for p, _, _ in lines), "lines", len(events), "events", sum(e[3] is not None for e in events), "with a source")
        for name in CLASSES + ("unknown",):
            author, source = (sum(e[i] == name for e in events) for i in (2, 3))
            told = sum((e[3] or e[2]) == name for e in events)
            print(f"  {name:12} author {author:4}  source {source:4}  innermost {told:4}")
