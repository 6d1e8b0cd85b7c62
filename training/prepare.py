#!/usr/bin/env python3
"""Reads the annotated sets and writes one file of documents for train.py and evaluate.py.

  prepare.py GOLD TOKENIZER_JSON OUT [--tokens DIR]

GOLD is the folder that holds ud/, names/, attribution/, factuality/ and events/. DIR may hold polnear_train.jsonl and
polnear_dev.jsonl with the run time's own tokens ({"doc", "annotator", "sentences": [[[start, end], …], …]}); without them
text.py's plain tokenizer stands in.

A document is a dict: set, id, words, shapes, pieces (one list a word), ends (index after the last word of each sentence),
and any of upos, xpos, head (0 = root, else 1 + index of the head in the document), rel, ner, fact (None = unknown), bio
(three tags a word), relations ([source, cue, content] word lists), spans, text, events. Absent labels are absent keys.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import pickle
import re

import text

NER = ["O"] + [p + t for t in ("PER", "ORG", "LOC", "GROUP", "MISC") for p in ("B-", "I-")]
ROLES = ("source", "cue", "content")
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}
WNUT_TYPES = {"person": "PER", "location": "LOC", "group": "ORG", "corporation": "ORG", "creative-work": "MISC", "product": "MISC"}
RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "GROUP", "MilitaryPlatform": "MISC", "Weapon": "MISC"}
GROUPS = {
    w
    for line in (pathlib.Path(__file__).parent / "groups.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for w in line.split()
}


def is_group(word):
    w = word.lower()
    return word[:1].isupper() and (w in GROUPS or w.endswith("s") and w[:-1] in GROUPS)


def document(name, doc_id, sents, **labels):
    """`sents` is a list of lists of words."""
    words = [w for s in sents for w in s]
    ends, n = [], 0
    for s in sents:
        n += len(s)
        ends.append(n)
    return dict(set=name, id=doc_id, words=words, ends=ends, **labels)


# ---- trees ----

def conllu(path):
    """Yields (document id, [sentence]); a sentence is a list of ten-column rows, whole words only."""
    doc, sents, rows = None, [], []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sents:
                yield doc, sents
            doc, sents = line.split("=")[-1].strip(), []
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            sents.append(rows)
            rows = []
    if rows:
        sents.append(rows)
    if sents:
        yield doc, sents


def treebank(name, path, fact=None, names=False):
    for doc_id, sents in conllu(path):
        head, base, scores, tags = [], 0, [], []
        carry = []
        for rows in sents:
            head += [0 if r[6] == "0" else base + int(r[6]) for r in rows]
            if fact is not None:
                scores += fact.get(" ".join(r[1] for r in rows), {}).get("list", [None] * len(rows))
            if names:
                tags += gum_names(rows, carry)
            base += len(rows)
        flat = [r for rows in sents for r in rows]
        d = document(name, doc_id, [[r[1] for r in rows] for rows in sents], upos=[r[3] for r in flat], xpos=[r[4] for r in flat],
                     head=head, rel=[r[7] for r in flat], lemma=[r[2] for r in flat])
        if fact is not None:
            d["fact"] = scores
        if names:
            d["ner"] = tags
        yield d


def gum_names(rows, carry):
    """BIO tags of the named mentions of one sentence. A name is the run of proper nouns around the mention's head."""
    mentions, stack = [], []
    for i, r in enumerate(rows):
        m = re.search(r"(?:^|\|)Entity=([^|]*)", r[9])
        for opened, single, closed in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", m.group(1) if m else ""):
            if opened:
                kind = opened.split("-")[1]
                key = opened.split("-")[0]
                if single:
                    mentions.append((i, i + 1, kind))
                else:
                    stack.append((key, i, kind))
            elif closed:
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == closed:
                        key, begin, kind = stack.pop(k)
                        mentions.append((begin, i + 1, kind))
                        break
    proper = [r[4] in ("NNP", "NNPS") or r[3] == "PROPN" for r in rows]
    tags = ["O"] * len(rows)
    for begin, end, kind in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        if kind not in GUM_TYPES:
            continue
        heads = [i for i in range(begin, end) if not begin < int(rows[i][6]) <= end]
        if not heads or not proper[heads[0]]:
            continue
        h = a = heads[0]
        while a > begin and proper[a - 1] and not (rows[a - 1][7] == "nmod:desc" and int(rows[a - 1][6]) != a and kind == "person") \
                and not (kind == "person" and rows[a - 1][7] == "nmod:desc"):
            a -= 1
        b = h + 1
        while b < end and proper[b]:
            b += 1
        if kind in ("organization", "place", "event"):  # University of Oxford, Department of the Treasury
            c = b
            if c < end and rows[c][1] == "of":
                c += 1
                if c < end and rows[c][1].lower() == "the":
                    c += 1
                d = c
                while d < end and (proper[d] or d > c and rows[d][1] == "and" and d + 1 < end and proper[d + 1]):
                    d += 1
                if d > c:
                    b = d
        if any(t != "O" for t in tags[a:b]):
            continue
        label = "GROUP" if b == a + 1 and is_group(rows[a][1]) else GUM_TYPES[kind]
        tags[a:b] = ["B-" + label] + ["I-" + label] * (b - a - 1)
    for i, r in enumerate(rows):
        if tags[i] == "O" and is_group(r[1]) and (r[3] == "ADJ" or r[4] in ("NNPS", "NNP", "JJ")):
            tags[i] = "B-GROUP"
    return tags


# ---- names ----

def column_file(path):
    doc, sent = [], []
    for line in path.open(encoding="utf-8"):
        cols = line.split()
        if not cols:
            if sent:
                doc.append(sent)
            sent = []
        elif cols[0] == "-DOCSTART-":
            if doc:
                yield doc
            doc, sent = [], []
        else:
            sent.append((cols[0], cols[-1]))
    if sent:
        doc.append(sent)
    if doc:
        yield doc


def name_set(name, path, kinds, chunk=None):
    docs = list(column_file(path))
    if chunk:  # tweets have no documents: runs of `chunk` stand in
        flat = [s for d in docs for s in d]
        docs = [flat[i : i + chunk] for i in range(0, len(flat), chunk)]
    for k, doc in enumerate(docs):
        tags = []
        for sent in doc:
            before = "O"
            for word, tag in sent:
                kind = None if tag == "O" else kinds.get(tag[2:], tag[2:])
                if kind is None:
                    tags.append("O")
                else:
                    tags.append(("I-" if tag[0] == "I" and before == tag[2:] else "B-") + kind)
                before = tag[2:] if tag != "O" else "O"
            for i in range(len(tags) - len(sent), len(tags)):  # a lone demonym is GROUP, not MISC
                word = sent[i - (len(tags) - len(sent))][0]
                last = i + 1 == len(tags) or not tags[i + 1].startswith("I-")
                if is_group(word) and (tags[i] == "B-MISC" and last or tags[i] == "O" and name != "wnut"):
                    tags[i] = "B-GROUP"
        yield document(name, f"{name}-{k}", [[w for w, _ in s] for s in doc], ner=tags)


def re3d(path):
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        sents = [s for s in text.sentences(d["text"]) if s]
        spans = [w for s in sents for w in s]
        tags = ["O"] * len(spans)
        for e in sorted(d["entities"], key=lambda e: e["start"] - e["end"]):
            if e["type"] not in RE3D_TYPES or not e.get("confidence", 1):
                continue
            inside = [i for i, (s, t) in enumerate(spans) if s < e["end"] and t > e["start"]]
            capital = [d["text"][spans[i][0]].isupper() or d["text"][spans[i][0]].isdigit() for i in inside]
            if not any(d["text"][spans[i][0]].isupper() for i in inside):
                continue
            while inside and not capital[0]:
                inside.pop(0), capital.pop(0)
            while inside and not capital[-1]:
                inside.pop(), capital.pop()
            if not inside or sum(capital) * 2 < len(capital) or any(tags[i] != "O" for i in inside):
                continue
            label = RE3D_TYPES[e["type"]]
            if len(inside) == 1 and is_group(d["text"][spans[inside[0]][0] : spans[inside[0]][1]]):
                label = "GROUP"
            for k, i in enumerate(inside):
                tags[i] = ("I-" if k else "B-") + label
        yield document("re3d", d["doc"], [[d["text"][s:e] for s, e in sent] for sent in sents], ner=tags)


# ---- who says what ----

def polnear(path, split, tokens):
    own = {}
    if tokens and (tokens / f"polnear_{split}.jsonl").exists():
        for line in (tokens / f"polnear_{split}.jsonl").open(encoding="utf-8"):
            t = json.loads(line)
            own[t["doc"]] = t["sentences"]
    print("PolNeAR", split, "tokens of the run time for", len(own), "documents")
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        sents = [[tuple(w) for w in s] for s in own.get(d["doc"]) or text.sentences(d["text"]) if s]
        spans = [w for s in sents for w in s]
        at = [-1] * (len(d["text"]) + 1)
        for i, (s, e) in enumerate(spans):
            at[s:e] = [i] * (e - s)
        bio = [[0, 0, 0] for _ in spans]
        relations = []
        for a in d["attributions"]:
            roles = []
            for r, role in enumerate(ROLES):
                words = sorted({at[c] for s, e in a[role] for c in range(s, min(e, len(d["text"]))) if at[c] >= 0})
                for k, w in enumerate(words):
                    if k == 0 or words[k - 1] != w - 1:
                        bio[w][r] = 1
                    elif bio[w][r] != 1:
                        bio[w][r] = 2
                roles.append(words)
            if roles[1]:
                relations.append(roles)
        yield document("polnear", d["doc"], [[d["text"][s:e] for s, e in s_] for s_ in sents], bio=bio, relations=relations,
                       spans=spans, annotator=d["annotator"])


# ---- how sure ----

def factuality(path):
    table = {}
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        words = d["text"].split(" ")
        scores = [None] * len(words)
        for e in d["events"]:
            scores[e["token"]] = e["score"]
        table[d["text"]] = {"list": scores, "words": words, "id": d["id"]}
    return table


def fact_set(name, table):
    for t in table.values():
        yield document(name, t["id"], [t["words"]], fact=t["list"])


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("gold", type=pathlib.Path)
    p.add_argument("tokenizer")
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--tokens", type=pathlib.Path)
    a = p.parse_args()
    g = a.gold
    uds = factuality(g / "factuality/uds_ih2_train.jsonl")
    train = {
        "tree": list(treebank("ewt", g / "ud/ewt_train.conllu", fact=uds)) + list(treebank("gum", g / "ud/gum_open_train.conllu", names=True)),
        "attribution": list(polnear(g / "attribution/polnear_train.jsonl", "train", a.tokens)),
    }
    trees = {" ".join(d["words"][b:e]) for d in train["tree"] for b, e in zip([0] + d["ends"], d["ends"])}
    lost = [t for t in uds if t not in trees]
    print("UDS-IH2 train sentences", len(uds), "not found in EWT train", len(lost))
    wikigold = list(name_set("wikigold", g / "names/wikigold.conll.txt", {}))
    aside = [d for i, d in enumerate(wikigold) if i % 8 == 7]
    meantime = list(fact_set("meantime", factuality(g / "factuality/meantime_train.jsonl")))
    train["small"] = (
        [d for i, d in enumerate(wikigold) if i % 8 != 7]
        + list(name_set("wnut", g / "names/wnut17train.conll", WNUT_TYPES, 6))
        + list(re3d(g / "events/re3d.jsonl"))
        + meantime
    )
    dev = {
        "ewt": list(treebank("ewt", g / "ud/ewt_dev.conllu")),
        "gum": list(treebank("gum", g / "ud/gum_open_dev.conllu", names=True)),
        "polnear": list(polnear(g / "attribution/polnear_dev.jsonl", "dev", a.tokens)),
        "wikigold": aside,
        "ewt_names": list(ewt_names(g / "names/ewt_names_dev.iob2")),
        "uds": list(fact_set("uds", factuality(g / "factuality/uds_ih2_dev.jsonl"))),
        "meantime": list(fact_set("meantime", factuality(g / "factuality/meantime_dev.jsonl"))),
    }
    pieces = text.Wordpieces.from_tokenizer_json(a.tokenizer)
    labels = {k: collections.Counter() for k in ("upos", "xpos", "rel")}
    for part, docs in list(train.items()) + list(dev.items()):
        n = sents = 0
        for d in docs:
            d["pieces"] = [pieces(w) for w in d["words"]]
            d["shapes"] = [text.shape(w) for w in d["words"]]
            n += sum(map(len, d["pieces"]))
            sents += len(d["ends"])
        print(f"{part}: {len(docs)} documents, {sents} sentences, {sum(len(d['words']) for d in docs)} words, {n} wordpieces")
    for d in train["tree"]:
        for k in labels:
            labels[k].update(d[k])
    tags = collections.Counter((d["set"], t) for d in train["tree"] + train["small"] + dev["gum"] for t in d.get("ner", ()) if t[0] == "B")
    print(sorted(tags.items()))
    out = {"train": train, "dev": dev, "labels": {k: sorted(v) for k, v in labels.items()} | {"ner": NER}}
    out["sha256"] = hashlib.sha256(json.dumps(train).encode()).hexdigest()
    a.out.write_bytes(pickle.dumps(out))
    print("labels", {k: len(v) for k, v in out["labels"].items()}, "sha256", out["sha256"])


def ewt_names(path):
    """UNER: one document a newdoc line; columns id, word, tag."""
    doc_id, sents, sent, tags = None, [], [], []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sents:
                yield document("ewt_names", doc_id, sents, ner=tags)
            doc_id, sents, tags = line.split("=")[-1].strip(), [], []
        elif not line:
            if sent:
                sents.append(sent)
            sent = []
        elif line[0] != "#":
            cols = line.split("\t")
            if cols[0].isdigit():
                sent.append(cols[1])
                tags.append(cols[2])
    if sent:
        sents.append(sent)
    if sents:
        yield document("ewt_names", doc_id, sents, ner=tags)


if __name__ == "__main__":
    main()
