#!/usr/bin/env python3
"""Trains the head that tells whether an event happened, is planned, denied …, on the frozen states of states.py.

  classes.py EVENTS.pickle OUT.pt [--epochs 30] [--seed 1]

Two answers a word: the class in the eyes of the innermost voucher, and in the author's (with `unknown`). Only the lines marked
[train] teach; those marked [test] are measured, here by the head alone.
"""
import argparse
import pickle
import random

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from factuality import CLASSES

AUTHOR = CLASSES + ("unknown",)


class Head(nn.Module):
    def __init__(self, layers=(3, 4, 5, 6), hidden=96, dropout=0.4):
        super().__init__()
        self.layers = list(layers)
        self.hidden = nn.Linear(384 * len(layers), hidden)
        self.out = nn.Linear(hidden, len(CLASSES) + len(AUTHOR))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states):
        x = states[:, self.layers].flatten(1)
        return self.out(self.dropout(F.leaky_relu(self.hidden(self.dropout(x)), 0.1)))


def examples(docs, part):
    """States [n, layers, hidden]; innermost and author's class of each event."""
    states, inner, author = [], [], []
    for doc in docs:
        if doc["part"] == part:
            for at, a, s in doc["events"]:
                if (s or a) != "unknown":
                    states.append(doc["states"][at])
                    inner.append(CLASSES.index(s or a))
                    author.append(AUTHOR.index(a))
    return torch.tensor(np.stack(states).astype(np.float32)), torch.tensor(inner), torch.tensor(author)


def train(data, seed, epochs, **options):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = Head(**options)
    states, inner, author = data
    opt = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.05)
    size = 32
    steps = epochs * ((len(inner) + size - 1) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: max(0, 1 - s / steps))
    n = len(CLASSES)
    head.train()
    for _ in range(epochs):
        order = list(range(len(inner)))
        rng.shuffle(order)
        for b in range(0, len(order), size):
            k = torch.tensor(order[b:b + size])
            out = head(states[k])
            loss = F.cross_entropy(out[:, :n], inner[k], label_smoothing=0.05) + F.cross_entropy(out[:, n:], author[k], label_smoothing=0.05)
            opt.zero_grad()
            loss.backward()
            opt.step()
            schedule.step()
    return head.eval()


def f1(gold, given, classes):
    """Accuracy, and the mean of the classes' F1."""
    each = {}
    for k, name in enumerate(classes):
        right = ((gold == k) & (given == k)).sum().item()
        both = (gold == k).sum().item() + (given == k).sum().item()
        if both:
            each[name] = round(200 * right / both, 1)
    return round(100 * (gold == given).float().mean().item(), 1), round(sum(each.values()) / len(each), 1), each


def measure(head, data):
    with torch.no_grad():
        out = head(data[0])
    n = len(CLASSES)
    return f1(data[1], out[:, :n].argmax(1), CLASSES), f1(data[2], out[:, n:].argmax(1), AUTHOR)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("events")
    p.add_argument("out")
    p.add_argument("--epochs", type=int, default=30)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(1)
    with open(a.events, "rb") as f:
        docs = pickle.load(f)
    data = examples(docs, "train")
    head = train(data, a.seed, a.epochs)
    print(len(data[1]), "events; test, innermost and author:", *measure(head, examples(docs, "test")), sep="\n  ")
    torch.save(dict(weights=head.state_dict(), layers=head.layers), a.out)


if __name__ == "__main__":
    main()
