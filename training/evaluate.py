#!/usr/bin/env python3
"""Measures a weights file on the dev sets, on gold tokens, in windows as the run time uses them.

  evaluate.py DATA WEIGHTS [--int8] [--bf16] [--tasks tree,names,attribution,fact] [--gold GOLD] [--dump FILE]

--int8 rounds weights and activations as the quantized graph does. The last line printed is one JSON object.
"""
import argparse
import contextlib
import json
import pathlib
import pickle
import subprocess
import sys
import tempfile

import numpy as np
import torch

import batches
import decode
import engine


def fake_int8(net):
    """Linear layers as DynamicQuantizeLinear (one scale a tensor) times per-column int8 weights; word vectors int8 by row."""
    def rounded(w, dim):
        scale = w.abs().amax(dim, keepdim=True) / 127
        scale[scale == 0] = 1
        return (w / scale).round().clamp(-127, 127) * scale

    def activation(module, args):
        x = args[0]
        low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
        scale = (high - low) / 255 or 1.0
        zero = round(min(max(-low / scale, 0), 255))
        return (((x / scale).round() + zero).clamp(0, 255) - zero) * scale

    with torch.no_grad():
        net.encoder.words.weight.copy_(rounded(net.encoder.words.weight, 1))
        for m in net.modules():
            if isinstance(m, torch.nn.Linear):
                m.weight.copy_(rounded(m.weight, 1))
                m.register_forward_pre_hook(activation)
    return net


@torch.no_grad()
def run(net, windows, heads, amp, budget=2600):
    """For each window a dict of numpy arrays, slot 0 included, cut to the window's length."""
    out = [None] * len(windows)
    for group in batches.grouped([len(w["ids"]) for w in windows], budget):
        b = batches.collate([windows[i] for i in group])
        r = {}
        with amp():
            states, first = net.encoder(b["ids"], b["mask"], b["shapes"]), b["first"]
            if "tree" in heads:
                upos, xpos = net.tags(states, first)
                arc, dep, head = net.tree(states, first)
                r.update(upos=upos.argmax(-1), xpos=xpos.argmax(-1), arc=arc.float(), rel=net.all_relations(dep, head).argmax(2))
            if "names" in heads:
                r["ner"] = torch.log_softmax(net.names(states, first).float(), -1)
            if "fact" in heads:
                r["fact"] = net.factuality(states, first).float()
            if "attribution" in heads:
                bio, word, cue = net.attribution(states, first)
                r["bio"] = torch.log_softmax(bio.float(), -1)
                r["link"] = torch.sigmoid(net.all_links(word, cue).float())
        for k, i in enumerate(group):
            n = len(windows[i]["first"])
            out[i] = {}
            for name, value in r.items():
                v = value[k].numpy()[:n]
                if name in ("arc", "rel"):
                    v = v[:, :n]
                elif name == "link":
                    v = v[:, :, :n].astype(np.float16)
                out[i][name] = v
    return out


def trees(labels, windows, results):
    n = upos = xpos = uas = las = 0
    rel_of = labels["rel"]
    for w, r in zip(windows, results):
        sentence = np.array(w["sentence"])
        for s in range(1, sentence[-1] + 1):
            slots = np.concatenate([[0], np.flatnonzero(sentence == s)])
            if len(slots) < 2:
                continue
            heads = decode.tree(r["arc"][np.ix_(slots, slots)])
            for k in range(1, len(slots)):
                i = slots[k]
                n += 1
                upos += labels["upos"][r["upos"][i]] == w["upos"][i - 1]
                xpos += labels["xpos"][r["xpos"][i]] == w["xpos"][i - 1]
                h = slots[heads[k]]
                if h == w["head"][i - 1]:
                    uas += 1
                    rel = "root" if h == 0 else rel_of[r["rel"][i, h]]
                    las += rel == w["rel"][i - 1]
    return {"words": n} | {k: round(100 * v / n, 2) for k, v in (("UPOS", upos), ("XPOS", xpos), ("UAS", uas), ("LAS", las))}


def prf(right, guessed, gold):
    return {"P": round(100 * right / max(guessed, 1), 1), "R": round(100 * right / max(gold, 1), 1),
            "F1": round(200 * right / max(guessed + gold, 1), 1), "n": gold}


def names(labels, windows, results, kinds):
    counts = {k: [0, 0, 0] for k in list(kinds) + ["all"]}
    for w, r in zip(windows, results):
        index = {x: i for i, x in enumerate(labels["ner"])}
        gold = {(s, e, labels["ner"][2 * k + 1][2:]) for s, e, k in decode.segments(
            [index[x] for x in w["ner"]], (1, 3, 5, 7, 9), (2, 4, 6, 8, 10))}
        guess = set()
        sentence = np.array(w["sentence"])
        for s in range(1, sentence[-1] + 1):
            slots = np.flatnonzero(sentence == s)
            if len(slots):
                guess |= {(a + slots[0] - 1, b + slots[0] - 1, k) for a, b, k in decode.names(r["ner"][slots], labels["ner"])}
        for k in counts:
            g, p = ({x for x in y if x[2] in kinds and (k == "all" or x[2] == k)} for y in (gold, guess))
            for z, v in enumerate((len(g & p), len(p), len(g))):
                counts[k][z] += v
    return {k: prf(*v) for k, v in counts.items()}


def attribution(windows, results, gold, decoding):
    scorer = gold / "score/attribution.py"
    truth = gold / "attribution/polnear_dev.jsonl"
    out = {}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for doc in {w["doc"]["id"] for w in windows}:
            f.write(json.dumps({"doc": doc}) + "\n")
        for w, r in zip(windows, results):
            spans = w["doc"]["spans"][w["begin"] : w["end"]]
            for a in decode.attributions(r["bio"][1:], r["link"][1:, :, 1:].astype(np.float32), decoding):
                f.write(json.dumps({"doc": w["doc"]["id"]} | {k: [[spans[s][0], spans[e - 1][1]] for s, e in v] for k, v in a.items()}) + "\n")
        f.flush()
        for name, options in (("primary", []), ("strict", ["--strict-punct", "--annotator", "all"])):
            text = subprocess.run([sys.executable, str(scorer), str(truth), f.name, "--boot", "0", *options], capture_output=True, text=True, check=True).stdout
            j = json.loads(text.strip().splitlines()[-1])
            j = j.get("scores", j)
            out[name] = {k: [round(100 * j[k][x], 1) for x in ("p", "r", "f1")] for k in (
                "segment-exact/source", "segment-exact/cue", "segment-exact/content", "relation/triple", "relation/triple-exact")}
    return out


def fact(windows, results):
    gold, guess = [], []
    for w, r in zip(windows, results):
        for i, x in enumerate(w["fact"]):
            if x is not None and i + 1 < len(r["fact"]):
                gold.append(x)
                guess.append(float(r["fact"][i + 1]))
    gold, guess = np.array(gold), np.array(guess)
    right = int(((gold < 0) & (guess < 0)).sum())
    return {"r": round(float(np.corrcoef(gold, guess)[0, 1]), 3), "negative": prf(right, int((guess < 0).sum()), int((gold < 0).sum())), "n": len(gold)}


def one_version(docs):
    """One of the annotators' versions of each document: predictions do not depend on the annotator."""
    return list({d["id"]: d for d in docs}.values())


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("data")
    p.add_argument("weights")
    p.add_argument("--int8", action="store_true")
    p.add_argument("--bf16", action="store_true")
    p.add_argument("--tasks", default="tree,names,attribution,fact")
    p.add_argument("--gold", type=pathlib.Path)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--dump")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    with open(a.data, "rb") as f:
        dev = pickle.load(f)["dev"]
    net, saved = engine.load_engine(a.weights)
    if a.int8:
        net = fake_int8(net)
    labels = saved["labels"]

    def amp():
        return torch.autocast("cpu", dtype=torch.bfloat16) if a.bf16 else contextlib.nullcontext()

    scores, tasks = {"step": saved.get("step"), "seen": saved.get("seen")}, a.tasks.split(",")

    def show(name, value):
        scores[name] = value
        print(name, json.dumps(value), flush=True)

    if "tree" in tasks or "names" in tasks:
        w = batches.windows(dev["ewt"])
        r = run(net, w, ("tree", "names"), amp)
        show("ewt", trees(labels, w, r))
        w = batches.windows(dev["ewt_names"])
        r = run(net, w, ("names",), amp)
        show("ewt_names", names(labels, w, r, ("PER", "ORG", "LOC")))
        w = batches.windows(dev["gum"])
        r = run(net, w, ("tree", "names"), amp)
        show("gum", trees(labels, w, r))
        show("gum_names", names(labels, w, r, ("PER", "ORG", "LOC", "GROUP", "MISC")))
        w = batches.windows(dev["wikigold"])
        show("wikigold_aside", names(labels, w, run(net, w, ("names",), amp), ("PER", "ORG", "LOC", "GROUP", "MISC")))
    if "fact" in tasks:
        for k in ("uds", "meantime"):
            w = batches.windows(dev[k])
            show(k, fact(w, run(net, w, ("fact",), amp)))
    if "attribution" in tasks:
        w = batches.windows(one_version(dev["polnear"]))
        r = run(net, w, ("attribution",), amp)
        if a.dump:
            with open(a.dump, "wb") as f:
                pickle.dump((w, r), f)
        if a.gold:
            show("polnear", attribution(w, r, a.gold, decode.DECODE))
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
