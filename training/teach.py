#!/usr/bin/env python3
"""What trained networks make of the tags and trees of all training texts, for another to learn from (distillation).

  teach.py DATA OUT.pickle WEIGHTS... [--bf16] [--threads 2]

The networks' probabilities are averaged. Texts without a treebank (PolNeAR's news) are taught too. For each document:
`upos`, `xpos` and `rel` [words, labels], `head` [words] as in DATA (the annotators' where they gave one, which `rel`
then goes with) and `arc`, a list of one matrix [words of the sentence, 1 + words of the sentence], root first.
After Hinton, Vinyals and Dean 2015; of several tasks, Clark et al. 2019 (BAM!).
"""
import argparse
import contextlib
import pickle

import numpy as np
import torch

import batches
import engine


@torch.no_grad()
def teach(nets, docs, amp, budget=2600):
    windows = batches.windows(docs)
    labels = {k: nets[0].sizes[k] for k in ("upos", "xpos", "rel")}
    for d in docs:
        n = len(d["pieces"])
        d["taught"] = {k: np.zeros((n, v), np.float16) for k, v in labels.items()}
        d["taught"] |= dict(head=np.full(n, batches.MISSING, np.int32), arc=[None] * len(d["ends"]))
    for done, group in enumerate(batches.grouped([len(w["ids"]) for w in windows], budget)):
        if done % 100 == 0:
            print(done, flush=True)
        b = batches.collate([windows[i] for i in group])
        first = b["first"]
        same = (b["sentence"][:, :, None] == b["sentence"][:, None, :]) | (b["sentence"][:, None, :] == 0)
        upos = xpos = arc = 0
        vectors = []
        for net in nets:
            with amp():
                states = net.encoder(b["ids"], b["mask"], b["shapes"])
                u, x = net.tags(states, first)
                a, dep, head = net.tree(states, first)
            upos = upos + torch.softmax(u.float(), -1) / len(nets)
            xpos = xpos + torch.softmax(x.float(), -1) / len(nets)
            arc = arc + torch.softmax(a.float().masked_fill(~same, -1e4), -1) / len(nets)
            vectors.append((net, dep, head))
        chosen = arc.argmax(-1)
        for k, i in enumerate(group):
            gold = windows[i].get("head")
            if gold:
                gold = torch.tensor(gold)
                chosen[k, 1 : len(gold) + 1] = torch.where(gold >= 0, gold, chosen[k, 1 : len(gold) + 1])
        rel = 0
        for net, dep, head in vectors:
            with amp():
                at = torch.gather(head, 1, chosen[:, :, None].expand(-1, -1, head.shape[2]))
                scores = net.relations(dep.flatten(0, 1), at.flatten(0, 1)).view(*chosen.shape, -1)
            rel = rel + torch.softmax(scores.float(), -1) / len(nets)
        for k, i in enumerate(group):
            w = windows[i]
            doc, begin, end = w["doc"], w["begin"], w["end"]
            n = end - begin
            t = doc["taught"]
            for name, value in (("upos", upos), ("xpos", xpos), ("rel", rel)):
                t[name][begin:end] = value[k, 1 : n + 1].numpy()
            head = chosen[k, 1 : n + 1].numpy()
            t["head"][begin:end] = np.where(head > 0, head + begin, 0)
            p = arc[k].numpy()
            for s, stop in enumerate(doc["ends"]):
                start = doc["ends"][s - 1] if s else 0
                if begin <= start and stop <= end:
                    at = slice(start - begin + 1, stop - begin + 1)
                    t["arc"][s] = np.concatenate([p[at, :1], p[at, at]], 1).astype(np.float16)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("data")
    p.add_argument("out")
    p.add_argument("weights", nargs="+")
    p.add_argument("--bf16", action="store_true")
    p.add_argument("--threads", type=int, default=2)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    with open(a.data, "rb") as f:
        data = pickle.load(f)
    nets, saved = zip(*(engine.load_engine(w) for w in a.weights))
    if any(s["labels"] != data["labels"] for s in saved):
        raise SystemExit("the weights were trained with other labels")

    def amp():
        return torch.autocast("cpu", dtype=torch.bfloat16) if a.bf16 else contextlib.nullcontext()

    taught = {}
    for kind, docs in data["train"].items():
        alike = {}
        for d in docs:
            alike.setdefault((d["id"], len(d["pieces"])), []).append(d)
        teach(nets, [same[0] for same in alike.values()], amp)
        taught[kind] = [alike[d["id"], len(d["pieces"])][0]["taught"] for d in docs]
    with open(a.out, "wb") as f:
        pickle.dump(dict(data_sha256=data["sha256"], taught=taught), f, protocol=4)


if __name__ == "__main__":
    main()
