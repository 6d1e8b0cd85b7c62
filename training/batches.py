"""Documents to padded tensors."""
import numpy as np
import torch

import text

MISSING = -100


def cut(doc, begin, end):
    """The window of sentences [begin, end) of a document, with labels moved to window positions (slot 0 = [CLS])."""
    a = doc["ends"][begin - 1] if begin else 0
    b = doc["ends"][end - 1]
    n = b - a
    ids, shapes, first, sentence = [text.CLS], [0], [0], [0]
    for s in range(begin, end):
        start = doc["ends"][s - 1] if s else 0
        for w in range(start, doc["ends"][s]):
            first.append(len(ids))
            sentence.append(s - begin + 1)
            ids += doc["pieces"][w]
            shapes += [doc["shapes"][w]] * len(doc["pieces"][w])
        ids.append(text.SEP)
        shapes.append(0)
    if len(ids) > text.LONGEST:
        keep = sum(f < text.LONGEST for f in first)
        ids, shapes, first, sentence, n = ids[: text.LONGEST], shapes[: text.LONGEST], first[:keep], sentence[:keep], keep - 1
        b = a + n
    window = dict(doc=doc, begin=a, end=b, ids=ids, shapes=shapes, first=first, sentence=sentence)
    for k in ("upos", "xpos", "rel", "ner", "fact", "bio"):
        if k in doc:
            window[k] = doc[k][a:b]
    if "head" in doc:
        # a head outside a truncated window is unknown
        window["head"] = [0 if h == 0 else (h - a if a < h <= b else MISSING) for h in doc["head"][a:b]]
    if "taught" in doc and all(m is not None for m in doc["taught"]["arc"][begin:end]) and n == doc["ends"][end - 1] - a:
        t = doc["taught"]
        window["taught"] = {k: t[k][a:b] for k in ("upos", "xpos", "rel")} | dict(
            head=np.where((t["head"][a:b] > a) & (t["head"][a:b] <= b), t["head"][a:b] - a, 0), arc=t["arc"][begin:end])
    if "relations" in doc:
        window["relations"] = [
            [[w - a + 1 for w in role if a <= w < b] for role in r] for r in doc["relations"] if a <= r[1][0] < b
        ]
    return window


def sizes(doc):
    if "sizes" not in doc:
        doc["sizes"] = [sum(len(p) for p in doc["pieces"][b:e]) for b, e in zip([0] + doc["ends"], doc["ends"])]
    return doc["sizes"]


def windows(docs, limit=text.WINDOW):
    return [cut(d, b, e) for d in docs for b, e in text.windows(sizes(d), limit)]


def grouped(lengths, budget, rng=None):
    """Batches of indices whose padded size stays within budget; in random order if rng is given."""
    order = list(range(len(lengths)))
    if rng:
        rng.shuffle(order)
    order.sort(key=lambda i: lengths[i] + (rng.random() * 6 if rng else 0))
    out, current, longest = [], [], 0
    for i in order:
        if current and max(longest, lengths[i]) * (len(current) + 1) > budget:
            out.append(current)
            current, longest = [], 0
        current.append(i)
        longest = max(longest, lengths[i])
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def pad(rows, value=0):
    n = max(map(len, rows))
    return torch.tensor([list(r) + [value] * (n - len(r)) for r in rows])


def collate(ws, index=None):
    """Inputs, and with `index` (label -> number, one map a label list) the labels that any window of the batch has."""
    batch = dict(
        ids=pad([w["ids"] for w in ws]),
        mask=pad([[1] * len(w["ids"]) for w in ws]),
        shapes=pad([w["shapes"] for w in ws]),
        first=pad([w["first"] for w in ws]),
        sentence=pad([w["sentence"] for w in ws], -1),
    )
    batch["sentence"][:, 0] = 0
    if index is None:
        return batch
    n = batch["first"].shape[1]
    for k in ("upos", "xpos", "rel", "ner"):
        if any(k in w for w in ws):
            batch[k] = pad([[MISSING] + ([index[k][x] for x in w[k]] if k in w else []) + [MISSING] * (n - len(w["first"])) for w in ws], MISSING)
    if any("head" in w for w in ws):
        batch["head"] = pad([[MISSING] + w.get("head", []) for w in ws], MISSING)
        if batch["head"].shape[1] < n:
            batch["head"] = torch.nn.functional.pad(batch["head"], (0, n - batch["head"].shape[1]), value=MISSING)
    if any("taught" in w for w in ws):
        batch["taught"] = taught(ws, n)
    if any("fact" in w for w in ws):
        fact = np.full((len(ws), n), np.nan, dtype=np.float32)
        for i, w in enumerate(ws):
            for j, x in enumerate(w.get("fact", ())):
                if x is not None:
                    fact[i, j + 1] = x
        batch["fact"] = torch.from_numpy(fact)
    if any("bio" in w for w in ws):
        bio = torch.full((len(ws), n, 3), MISSING)
        for i, w in enumerate(ws):
            if w.get("bio"):
                bio[i, 1 : len(w["bio"]) + 1] = torch.tensor(w["bio"])
        batch["bio"] = bio
        batch["relations"] = [w.get("relations", []) for w in ws]
        batch["lengths"] = [len(w["first"]) for w in ws]
    return batch


def taught(ws, n):
    """What teach.py wrote, padded: `known` [B,N], `head` [B,N], `upos`, `xpos`, `rel` [B,N,labels], `arc` [B,N,N]."""
    first = next(w["taught"] for w in ws if "taught" in w)
    out = {k: np.zeros((len(ws), n, first[k].shape[1]), np.float32) for k in ("upos", "xpos", "rel")}
    out |= dict(known=np.zeros((len(ws), n), bool), head=np.zeros((len(ws), n), np.int64), arc=np.zeros((len(ws), n, n), np.float32))
    for i, w in enumerate(ws):
        t = w.get("taught")
        if t is None:
            continue
        words = slice(1, len(t["head"]) + 1)
        out["known"][i, words] = True
        for k in ("upos", "xpos", "rel", "head"):
            out[k][i, words] = t[k]
        start = 1
        for m in t["arc"]:
            stop = start + len(m)
            out["arc"][i, start:stop, 0] = m[:, 0]
            out["arc"][i, start:stop, start:stop] = m[:, 1:]
            start = stop
    return {k: torch.from_numpy(v) for k, v in out.items()}
