"""Words to numbers, as FORMAT.md lays down: wordpieces, shapes, windows; and a plain tokenizer for raw text."""
import json
import random
import re
import unicodedata

PAD, UNK, CLS, SEP = 0, 100, 101, 102
WINDOW = 220
LONGEST = 512


class Wordpieces:
    """BERT's uncased wordpieces, one word at a time. `vocab` maps piece to id."""

    def __init__(self, vocab):
        self.vocab = vocab
        self._seen = {}

    @classmethod
    def from_tokenizer_json(cls, path):
        with open(path, encoding="utf-8") as f:
            return cls(json.load(f)["model"]["vocab"])

    def __call__(self, word):
        ids = self._seen.get(word)
        if ids is None:
            ids = [i for part in _parts(word) for i in self._match(part)] or [UNK]
            self._seen[word] = ids
        return ids

    def _match(self, part):
        if len(part) > 100:
            return [UNK]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self.vocab:
                    break
                end -= 1
            if end == start:
                return [UNK]
            ids.append(self.vocab[piece])
            start = end
        return ids


def _parts(word):
    kept = []
    for ch in word:
        c = ord(ch)
        if c in (0, 0xFFFD) or unicodedata.category(ch) in ("Cc", "Cf"):
            if ch in "\t\n\r":
                kept.append(" ")
        elif 0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0xF900 <= c <= 0xFAFF:
            kept.append(" " + ch + " ")
        else:
            kept.append(" " if ch.isspace() else ch)
    folded = unicodedata.normalize("NFD", "".join(kept).lower())
    folded = "".join(ch for ch in folded if unicodedata.category(ch) != "Mn")
    parts = []
    for chunk in folded.split():
        part = ""
        for ch in chunk:
            if _punctuation(ch):
                if part:
                    parts.append(part)
                parts.append(ch)
                part = ""
            else:
                part += ch
        if part:
            parts.append(part)
    return parts


def _punctuation(ch):
    c = ord(ch)
    return 33 <= c <= 47 or 58 <= c <= 64 or 91 <= c <= 96 or 123 <= c <= 126 or unicodedata.category(ch).startswith("P")


def shape(word):
    """0 lower or no letters, 1 Title, 2 UPPER, 3 miXed."""
    letters = [c for c in word if c.isalpha()]
    if not any(c.isupper() for c in letters):
        return 0
    if all(c.isupper() for c in letters):
        return 2 if len(letters) > 1 else 1
    return 1 if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else 3


def windows(sizes, limit=WINDOW, first=None):
    """Greedy runs of whole sentences: yields (begin, end) over `sizes`, the sentences' wordpiece counts.

    `first` is a smaller limit for the first window, so that training sees other borders each time.
    """
    begin, used, room = 0, 1, first or limit
    for i, n in enumerate(sizes):
        if i > begin and used + n + 1 > room:
            yield begin, i
            begin, used, room = i, 1, limit
        used += n + 1
    if begin < len(sizes):
        yield begin, len(sizes)


def training_windows(sizes, rng):
    """The same with random borders and lengths, an eighth of it single sentences."""
    r = rng.random()
    if r < 0.13:
        return ((i, i + 1) for i in range(len(sizes)))
    if r < 0.35:
        return windows(sizes, rng.randint(40, WINDOW), rng.randint(30, WINDOW))
    return windows(sizes, WINDOW, rng.randint(40, WINDOW))


# ---- raw text, where the run time's own tokenization is not at hand ----

_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Fla|Calif|Mass|Pa|Va|Ariz|Wis|Mich|Minn|Conn|Tenn|Ky|La|Ga|Ala|Ore|Wash)\.)$"
)
_WORD = re.compile(
    r"https?://[^\s<>\"]+|(?:[A-Za-z]\.){2,}|\$|\d+(?:[.,:]\d+)*|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|\.\.+|--+|\w+|[^\w\s]",
    re.UNICODE | re.IGNORECASE,
)


def sentences(text):
    """Sentences of code-point spans of words: [[(start, end), …], …]; none crosses a line end."""
    out = []
    for line in re.finditer(r"[^\n]+", text):
        words = []
        for m in _WORD.finditer(text, line.start(), line.end()):
            start, end = m.span()
            if m.group() == "." and words and words[-1][1] == start and _ABBREVIATION.search(text[max(line.start(), start - 12) : end]):
                words[-1] = (words[-1][0], end)
            else:
                words.append((start, end))
        current = []
        for i, (start, end) in enumerate(words):
            current.append((start, end))
            if i + 1 == len(words) or _ends(text, words, i):
                out.append(current)
                current = []
    return out


def _ends(text, words, i):
    start, end = words[i]
    following = text[words[i + 1][0]]
    if end == words[i + 1][0]:
        return False
    k = i
    while k > 0 and text[words[k][0] : words[k][1]] in "\"”’')]" and words[k][1] - words[k][0] == 1:
        k -= 1
    if text[words[k][0] : words[k][1]] not in (".", "!", "?", "...", ".."):
        return False
    return following.isupper() or following.isdigit() or following in "\"“‘'([$"
