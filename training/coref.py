#!/usr/bin/env python3
"""Trains the head that finds whom a word takes up, on the frozen states of states.py.

  coref.py DEV.pickle OUT.pt TRAIN.pickle [TRAIN.pickle …] [--epochs 14] [--seed 1]

Every noun and pronoun of an article chooses among the nouns and pronouns before it, or nobody. The score of a pair is the
product of two vectors of the words, which the network gives, and small tables of what the tree and the distance tell
(TABLES), which stand in the metadata. Loss: minus the logarithm of the probability of all true antecedents together
(Lee et al. 2017).
"""
import argparse
import pickle
import random

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

SIZE = 64
HE, SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
IT, THEY = {"it", "its", "itself"}, {"they", "them", "their", "theirs", "themselves"}
SPEAKERS = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "yourselves"}
DEFINITE = {"the", "this", "that", "these", "those"}
KINDS = ["he", "she", "it", "they", "speaker", "pronoun", "name", "definite", "noun"]
ASKING = {"he", "she", "it", "they", "definite"}
DISTANCES = [0, 1, 2, 3, 5, 8, 16]
ROLES = ["nsubj", "obj", "obl", "nmod", "conj", "appos", "root"]
NEAR, FAR = 8, 60


def kind(word, upos, determined):
    w = word.lower()
    if upos == "PRON":
        for name, forms in (("he", HE), ("she", SHE), ("it", IT), ("they", THEY), ("speaker", SPEAKERS)):
            if w in forms:
                return name
        return "pronoun"
    return "name" if upos == "PROPN" else "definite" if determined else "noun"


def role(rel):
    r = rel.split(":")[0]
    r = {"nsubj": "nsubj", "iobj": "obj"}.get(r, r)
    if rel == "nmod:poss":
        return len(ROLES) + 1
    return ROLES.index(r) if r in ROLES else len(ROLES)


# what the tables are of, with their columns; a row for each kind that asks
TABLES = {"kind": len(KINDS), "distance": len(DISTANCES), "lemma": 2, "role": len(ROLES) + 2, "number": 4, "between": 4}


class Article:
    """The words of a document that may mean somebody, with what the pairs' tables ask."""

    def __init__(self, doc):
        n = len(doc["words"])
        ends = doc["ends"]
        sentence = np.searchsorted(ends, np.arange(n), side="right")
        children = [[] for _ in range(n)]
        for i, h in enumerate(doc["head"]):
            if h:
                children[h - 1].append(i)
        entity, etype = {}, {}
        for _, _, head, e, t in sorted(doc["mentions"], key=lambda m: m[0] - m[1]):
            entity.setdefault(head, e), etype.setdefault(head, t)
        self.at, kinds = [], []
        for i in range(n):
            rel = doc["rel"][i].split(":")[0]
            if doc["upos"][i] in ("NOUN", "PROPN", "PRON") and rel not in ("compound", "flat", "fixed", "case", "amod"):
                determined = any(doc["words"][c].lower() in DEFINITE and doc["rel"][c] == "det" or doc["rel"][c] == "nmod:poss" for c in children[i])
                self.at.append(i)
                kinds.append(KINDS.index(kind(doc["words"][i], doc["upos"][i], determined)))
        at = np.array(self.at)
        self.doc = doc
        self.kind = torch.tensor(kinds)
        self.states = torch.tensor(doc["states"][at].astype(np.float32))
        self.sentence = torch.tensor(sentence[at])
        self.role = torch.tensor([role(doc["rel"][i]) for i in at])
        plural = [doc["xpos"][i] in ("NNS", "NNPS") or any(doc["rel"][c].startswith("conj") for c in children[i]) for i in at]
        self.plural = torch.tensor(plural).long()
        lemmas = {}
        self.lemma = torch.tensor([lemmas.setdefault(doc["lemma"][i].lower(), len(lemmas)) for i in at])
        self.entity = [entity.get(i) for i in at]
        self.type = [etype.get(i) for i in at]
        ids = {}
        e = torch.tensor([ids.setdefault(x, len(ids)) if x is not None else -1 - k for k, x in enumerate(self.entity)])
        self.asking = torch.tensor([k for k, x in enumerate(kinds) if KINDS[x] in ASKING], dtype=torch.long)
        i, j = self.asking[:, None], torch.arange(len(at))[None]
        apart = self.sentence[self.asking][:, None] - self.sentence[None]
        asker = self.kind[self.asking][:, None].expand(apart.shape)
        self.open = (j < i) & (apart <= torch.where(asker < KINDS.index("speaker"), NEAR, FAR))
        self.gold = (e[self.asking][:, None] == e[None]) & self.open
        row = {k: asker * n for k, n in TABLES.items()}
        self.features = torch.stack([
            row["kind"] + self.kind[None],
            row["distance"] + (torch.bucketize(apart, torch.tensor(DISTANCES), right=True) - 1).clamp(min=0),
            row["lemma"] + (self.lemma[self.asking][:, None] == self.lemma[None]).long(),
            row["role"] + self.role[None],
            row["number"] + self.plural[self.asking][:, None] * 2 + self.plural[None],
            row["between"] + (i - j - 1).clamp(0, 3),
        ])
        # whether a name or noun means a person or a body; -1 where nobody says
        told = [float(t in ("person", "organization")) if t and k >= KINDS.index("name") else -1.0 for t, k in zip(self.type, kinds)]
        self.somebody = torch.tensor(told)


class Head(nn.Module):
    def __init__(self, layers=(4, 6), hidden=192, dropout=0.4):
        super().__init__()
        self.layers = list(layers)
        self.hidden = nn.Linear(384 * len(layers), hidden)
        self.out = nn.Linear(hidden, 2 * SIZE + 2)
        self.dropout = nn.Dropout(dropout)
        self.tables = nn.ParameterList(nn.Parameter(torch.zeros(len(KINDS) * n)) for n in TABLES.values())

    def vectors(self, states):
        x = states[:, self.layers].flatten(1)
        return self.out(self.dropout(F.leaky_relu(self.hidden(self.dropout(x)), 0.1)))

    def forward(self, article):
        """Scores [askers, 1 + words], the first column nobody's; and [words], whether it is somebody."""
        v = self.vectors(article.states)
        mine = v[article.asking]
        score = mine[:, :SIZE] @ v[:, SIZE:2 * SIZE].t() / SIZE ** 0.5
        for table, index in zip(self.tables, article.features):
            score = score + table[index]
        score = score.masked_fill(~article.open, -1e4)
        return torch.cat([mine[:, -2:-1], score], 1), v[:, -1]


def loss(head, article):
    scores, somebody = head(article)
    nobody = ~article.gold.any(1)
    gold = torch.cat([nobody[:, None], article.gold], 1)
    each = -torch.logsumexp(torch.log_softmax(scores, 1).masked_fill(~gold, -1e4), 1)
    known = article.somebody >= 0
    kind = F.binary_cross_entropy_with_logits(somebody[known], article.somebody[known], reduction="sum")
    return each.sum(), len(each), kind * 0.2


def measure(head, articles):
    """Right answers and all, of the mentions of persons and organizations that `sayso eval actor` asks for, by kind."""
    count, right, all_ = {}, 0, 0
    with torch.no_grad():
        for a in articles:
            scores, somebody = head(a)
            best = scores.argmax(1)
            known = a.somebody >= 0
            right += ((somebody > 0) == (a.somebody > 0))[known].sum().item()
            all_ += known.sum().item()
            for row, i in enumerate(a.asking.tolist()):
                k = KINDS[a.kind[i]]
                name = {"he": "he, she", "she": "he, she", "definite": "role"}.get(k, k)
                if a.type[i] not in ("person", "organization"):
                    continue
                before = [j for j in range(i) if a.entity[j] == a.entity[i]]
                again = bool(before)
                c = count.setdefault(name, [0, 0, 0, 0])
                c[0] += again and best[row] > 0 and bool(a.gold[row, best[row] - 1])
                c[1] += again
                c[2] += (not again) and best[row] == 0
                c[3] += not again

    return {k: "%d/%d %.1f | new %d/%d" % (c[0], c[1], 100 * c[0] / max(1, c[1]), c[2], c[3]) for k, c in sorted(count.items())} | {"somebody": "%.1f" % (100 * right / all_)}


def train(versions, seed, epochs, report=None, **options):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = Head(**options)
    tables = list(head.tables)
    rest = [p for n, p in head.named_parameters() if not n.startswith("tables")]
    opt = torch.optim.AdamW([dict(params=rest, lr=1e-3, weight_decay=0.05), dict(params=tables, lr=1e-2, weight_decay=0)])
    steps = epochs * len(versions[0])
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(1, s / 100) * max(0, 1 - s / steps))
    for epoch in range(epochs):
        head.train()
        order = [rng.choice(same) for same in zip(*versions)]
        rng.shuffle(order)
        total = n = 0
        for a in order:
            value, weight, kind = loss(head, a)
            opt.zero_grad()
            ((value + kind) / 50).backward()
            nn.utils.clip_grad_norm_(head.parameters(), 5)
            opt.step()
            schedule.step()
            total, n = total + value.item(), n + weight
        if report and (epoch % 4 == 3 or epoch == epochs - 1):
            head.eval()
            print(epoch + 1, "loss %.3f" % (total / n), report(head), flush=True)
    return head.eval()


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("dev")
    p.add_argument("out")
    p.add_argument("train", nargs="+", help="the same documents, cut into windows of other lengths: they take turns")
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--layers", default="4,6")
    a = p.parse_args()
    torch.set_num_threads(1)
    sets = []
    for path in (a.dev, *a.train):
        with open(path, "rb") as f:
            sets.append([Article(d) for d in pickle.load(f)])
    head = train(sets[1:], a.seed, a.epochs, lambda h: measure(h, sets[0]), layers=[int(x) for x in a.layers.split(",")])
    torch.save(dict(weights=head.state_dict(), layers=head.layers), a.out)


if __name__ == "__main__":
    main()
