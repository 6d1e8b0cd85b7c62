#!/usr/bin/env python3
"""Trains the engine on all tasks at once, for a given time.

  train.py DATA MINILM_ONNX OUT --minutes 85 [--bf16] [--resume] [--seed 1] [--threads 2] [--only tree]
  train.py DATA WEIGHTS.pt OUT --minutes 75 --taught FILE --lr 1.2e-4 --head-lr 6e-4 …

The learning rate follows the share of the time that is gone, so training always ends decayed and on time, however busy
the machine. Every --every minutes OUT/last.pt (all, to resume from) and OUT/weights-STEP.pt (averaged weights, to
evaluate and export) are written. With --taught (teach.py) every text teaches the tree, too: the other tasks then cost it
less, and it needs a smaller share of the time. Which batches are seen depends on the machine's speed; all else follows the seed.
"""
import argparse
import contextlib
import os
import pathlib
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import batches
import engine
import text

# Share of wordpieces at the start and at the end; the tree leads, the others build on it.
SHARES = {"tree": (0.46, 0.24), "attribution": (0.44, 0.67), "small": (0.10, 0.09)}
# Where every text teaches the tree.
SHARES_TAUGHT = {"tree": (0.45, 0.40), "attribution": (0.46, 0.52), "small": (0.09, 0.08)}

# Weight of the annotators' tags and trees where the text is taught as well, and of what is taught: without annotators, with them.
GOLD_SHARE, TAUGHT_SHARE = 0.6, (0.4, 0.6)


def stream(docs, budget, rng):
    """Batches without end; windows are drawn anew every epoch."""
    while True:
        cuts = [(d, b, e) for d in docs for b, e in text.training_windows(batches.sizes(d), rng)]
        lengths = [1 + sum(batches.sizes(d)[b:e]) + e - b for d, b, e in cuts]
        for group in batches.grouped(lengths, budget, rng):
            yield [batches.cut(*cuts[i]) for i in group]


def loss_of(net, b, amp):
    """The summed loss of whatever labels the batch has, and its parts."""
    parts = {}
    with amp():
        states = net.encoder(b["ids"], b["mask"], b["shapes"])
    first = b["first"]
    if "upos" in b or "taught" in b:
        with amp():
            upos, xpos = net.tags(states, first)
            arc, dep, head = net.tree(states, first)
        same = (b["sentence"][:, :, None] == b["sentence"][:, None, :]) | (b["sentence"][:, None, :] == 0)
        arc = arc.float().masked_fill(~same, -1e4)

        def relations(heads, ok):
            chosen = torch.gather(head, 1, heads.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[2]))
            with amp():
                return net.relations(dep[ok], chosen[ok]).float()

        shared = GOLD_SHARE if "taught" in b else 1
        if "upos" in b:
            ok = b["head"] >= 0
            parts["upos"] = shared * F.cross_entropy(upos.float().flatten(0, 1), b["upos"].flatten())
            parts["xpos"] = shared * 0.5 * F.cross_entropy(xpos.float().flatten(0, 1), b["xpos"].flatten())
            parts["arc"] = shared * F.cross_entropy(arc[ok], b["head"][ok])
            parts["rel"] = shared * F.cross_entropy(relations(b["head"], ok), b["rel"][ok])
        if "taught" in b:
            t = b["taught"]
            ok = t["known"]
            weight = TAUGHT_SHARE["upos" in b]
            parts["taught_upos"] = weight * F.cross_entropy(upos.float()[ok], t["upos"][ok])
            parts["taught_xpos"] = weight * 0.5 * F.cross_entropy(xpos.float()[ok], t["xpos"][ok])
            parts["taught_arc"] = weight * F.cross_entropy(arc[ok], t["arc"][ok])
            parts["taught_rel"] = weight * F.cross_entropy(relations(t["head"], ok), t["rel"][ok])
    if "ner" in b:
        with amp():
            ner = net.names(states, first)
        parts["ner"] = F.cross_entropy(ner.float().flatten(0, 1), b["ner"].flatten())
    if "fact" in b:
        ok = ~torch.isnan(b["fact"])
        if ok.any():
            with amp():
                fact = net.factuality(states, first)
            parts["fact"] = 0.3 * F.smooth_l1_loss(fact.float()[ok], b["fact"][ok])
    if "bio" in b:
        with amp():
            bio, word, cue = net.attribution(states, first)
        parts["bio"] = 3 * F.cross_entropy(bio.float().flatten(0, 2), b["bio"].flatten())
        member, edge = [], []
        for i, relations in enumerate(b["relations"]):
            if not relations:
                continue
            n = b["lengths"][i]
            gold = torch.zeros(len(relations), len(engine.LINKS), n)
            for k, roles in enumerate(relations):
                for r, words in enumerate(roles):
                    gold[k, r, words] = 1
                for first, words in ((3, roles[2]), (5, roles[0])):
                    here = set(words)
                    for w in words:
                        gold[k, first, w] = float(w - 1 not in here)
                        gold[k, first + 1, w] = float(w + 1 not in here)
            with amp():
                score = net.links(word[i, :n], cue[i, [roles[1][0] for roles in relations]])
            each = F.binary_cross_entropy_with_logits(score.float(), gold.to(score.device), reduction="none")
            member.append(each[:, :3].sum((1, 2)).mean() / n)
            edge.append(each[:, 3:].sum((1, 2)).mean())
        if member:
            parts["link"] = 2 * torch.stack(member).mean()
            parts["edge"] = 0.08 * torch.stack(edge).mean()
    return sum(parts.values()), parts


def on(batch, device):
    """The batch with all its tensors there."""
    if isinstance(batch, dict):
        return {k: on(v, device) for k, v in batch.items()}
    return batch.to(device) if torch.is_tensor(batch) else batch


class Average:
    """Moving average of the trained weights; its memory grows to 50 updates of 10 steps."""

    def __init__(self, params, saved=None):
        self.params = params
        self.values = saved["values"] if saved else [p.detach().clone() for p in params]
        self.count = saved["count"] if saved else 0

    @torch.no_grad()
    def update(self):
        self.count += 1
        keep = min(0.98, self.count / (self.count + 9))
        torch._foreach_mul_(self.values, keep)
        torch._foreach_add_(self.values, [p.detach() for p in self.params], alpha=1 - keep)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("data")
    p.add_argument("start", help="MiniLM's ONNX file, or a weights file to train on from")
    p.add_argument("--taught", help="what teach.py wrote")
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--minutes", type=float, default=85)
    p.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    p.add_argument("--lr", type=float, default=2e-4, help="of the encoder")
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--budget", type=int, default=1100, help="padded wordpieces a batch")
    p.add_argument("--bf16", action="store_true", help="only where the processor has it")
    p.add_argument("--resume", action="store_true")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--only", choices=SHARES, help="train this task alone, to tell what the others cost it")
    a = p.parse_args()
    shares = {a.only: (1, 1)} if a.only else SHARES_TAUGHT if a.taught else SHARES
    torch.set_num_threads(a.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    a.out.mkdir(parents=True, exist_ok=True)
    with open(a.data, "rb") as f:
        data = pickle.load(f)
    if a.taught:
        with open(a.taught, "rb") as f:
            lessons = pickle.load(f)
        if lessons["data_sha256"] != data["sha256"]:
            raise SystemExit(f"{a.taught} goes with other data")
        for kind, docs in data["train"].items():
            for doc, taught in zip(docs, lessons["taught"][kind]):
                doc["taught"] = taught
    labels = data["labels"]
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    random.seed(a.seed), np.random.seed(a.seed), torch.manual_seed(a.seed)
    net = engine.new_engine(labels)
    before = {}
    if a.start.endswith(".pt"):
        start = torch.load(a.start, map_location="cpu")
        before = start["seen"]
        net.load_state_dict(start["weights"])
    else:
        net.encoder.load_minilm(a.start)
    # Frozen: half of the optimizer's time, and what the word vectors know stays as it is.
    net.encoder.words.weight.requires_grad_(False)
    net.encoder.positions.weight.requires_grad_(False)
    saved = torch.load(a.out / "last.pt") if a.resume and (a.out / "last.pt").exists() else None
    step, spent, seen = (saved["step"], saved["spent"], saved["seen"]) if saved else (0, 0.0, {k: 0 for k in shares})
    if saved:
        net.load_state_dict(saved["weights"])
    net.to(device)
    own = [q for q in net.encoder.parameters() if q.requires_grad]
    mine = {id(q) for q in own}
    heads = [q for q in net.parameters() if q.requires_grad and id(q) not in mine]
    rates = (a.lr, a.head_lr)
    optimizer = torch.optim.AdamW([dict(params=own), dict(params=heads)], lr=a.lr, betas=(0.9, 0.98), weight_decay=0.01, foreach=True)
    average = Average(own + heads, saved and saved["average"])
    if saved:
        optimizer.load_state_dict(saved["optimizer"])
    streams = {k: stream(data["train"][k], a.budget, random.Random(f"{a.seed}-{k}-{step}")) for k in shares}
    sizes = {k: sum(sum(batches.sizes(d)) + len(d["ends"]) for d in data["train"][k]) for k in shares}

    def amp():
        return torch.autocast(device, dtype=torch.bfloat16) if a.bf16 else contextlib.nullcontext()

    def log(*words):
        print(time.strftime("%H:%M:%S"), *words, flush=True)

    def write(name, content):
        torch.save(content, a.out / (name + ".part"))
        os.replace(a.out / (name + ".part"), a.out / name)

    def checkpoint():
        raw = {k: v.cpu() for k, v in net.state_dict().items()}
        write("last.pt", dict(weights=raw, optimizer=optimizer.state_dict(), step=step, spent=spent, seen=seen,
                              average=dict(values=average.values, count=average.count)))
        names = [k for q in average.params for k, v in net.named_parameters() if v is q]
        smooth = raw | {k: v.detach().cpu() for k, v in zip(names, average.values)}
        epochs = {k: round(before.get(k, 0) + seen[k] / sizes[k], 2) for k in seen}
        extra = dict(labels=labels, data_sha256=data["sha256"], step=step, seen=epochs)
        write(f"weights-{step}.pt", dict(weights=smooth, **extra))
        write("raw.pt", dict(weights=raw, **extra))
        log("CHECKPOINT", step, "epochs", extra["seen"])

    log(vars(a), "trained parameters", sum(q.numel() for q in own), sum(q.numel() for q in heads), "epoch", sizes)
    net.train()
    clock = time.time() - spent
    last_write = last_log = time.time()
    sums, counts, pieces, last_pieces, due = {}, {}, 0, 0, {k: 0.0 for k in shares}
    while True:
        spent = time.time() - clock
        part = spent / (a.minutes * 60)
        if part >= 1:
            break
        factor = min((step + 1) / 200, 1.0) * (1 - part)
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * factor
        share = {k: s + (e - s) * part for k, (s, e) in shares.items()}
        kind = max(due, key=lambda k: due[k])
        b = batches.collate(next(streams[kind]), index)
        b = on(b, device)
        loss, parts = loss_of(net, b, amp)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        step += 1
        if step % 10 == 0:
            average.update()
        n = int(b["mask"].sum())
        pieces += n
        seen[kind] += n
        for k in due:
            due[k] += share[k] * n - (n if k == kind else 0)
        for k, v in parts.items():
            sums[k] = sums.get(k, 0) + v.detach()
            counts[k] = counts.get(k, 0) + 1
        if time.time() - last_log > 60:
            log(f"step {step} part {part:.3f}", {k: round(float(sums[k]) / counts[k], 3) for k in sums},
                f"{(pieces - last_pieces) / (time.time() - last_log):.0f} wordpieces/s", {k: round(seen[k] / sizes[k], 2) for k in seen})
            sums, counts, last_pieces, last_log = {}, {}, pieces, time.time()
        if time.time() - last_write > a.every * 60:
            checkpoint()
            last_write = time.time()
    for _ in range(3):
        average.update()
    checkpoint()
    log("END")


if __name__ == "__main__":
    main()
