#!/usr/bin/env python3
"""What the finished encoder makes of each word: the states that the added heads are trained on.

  states.py ENGINE.onnx VOCAB TEXTS OUT.pickle [--window 220]      TEXTS: a treebank (.conllu) or a file of marked events (factuality.txt)

The encoder stays as it is: the graph that ships is run, with the states after each layer as further outputs, over the windows
that the run time would cut. OUT holds documents as prepare.py makes them, each with `states`, float16 [words, layers, hidden].
Needs the package onnxruntime.
"""
import argparse
import pathlib
import pickle
import re

import numpy as np
import onnx
from onnx import helper

import batches
import events
import prepare
import text

# the sum that closes each layer's norm; graphs fused to one norm keep the name of its output
STATES = ["/encoder/norm/Add_1_output_0"] + [f"/encoder/layers.{k}/norm2/Add_1_output_0" for k in range(6)]


def vocabulary(path):
    return text.Wordpieces({w: i for i, w in enumerate(pathlib.Path(path).read_text(encoding="utf-8").split("\n")) if w})


def session(path):
    import onnxruntime

    model = onnx.load(path)
    model.graph.output.extend(helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in STATES)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def states(run, doc, limit=text.WINDOW):
    """float16 [words, layers, hidden]."""
    parts = []
    for w in batches.windows([doc], limit):
        ids = np.array([w["ids"]], np.int64)
        feeds = dict(input_ids=ids, attention_mask=np.ones_like(ids), token_type_ids=np.array([w["shapes"]], np.int64),
                     first=np.array([w["first"]], np.int64))
        layers = run.run(STATES, feeds)
        at = w["first"][1:]
        parts.append(np.stack([s[0][at] for s in layers], 1).astype(np.float16))
    return np.concatenate(parts)


def treebank(path):
    """Documents with trees and mentions: (first word, last word, head, entity, type)."""
    for doc, sents in zip(prepare.treebank("gum", path), (s for _, s in prepare.conllu(path))):
        doc["mentions"], base = [], 0
        for rows in sents:
            doc["mentions"] += mentions(rows, base)
            base += len(rows)
        yield doc


def mentions(rows, base):
    opened, found = [], []
    for i, row in enumerate(rows):
        note = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for entity, kind, single, closed in re.findall(r"\((\d+)-([a-z]+)-[^()]*(\)?)|(\d+)\)", note.group(1) if note else ""):
            if entity and not single:
                opened.append((entity, kind, i))
                continue
            if closed:
                at = max((k for k, o in enumerate(opened) if o[0] == closed), default=None)
                if at is None:
                    continue
                entity, kind, start = opened.pop(at)
            else:
                start = i
            inside = range(start, i + 1)
            head = next((k for k in inside if not start <= int(rows[k][6]) - 1 <= i), i)
            found.append((base + start, base + i, base + head, entity, kind))
    return sorted(found)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("engine")
    p.add_argument("vocab")
    p.add_argument("texts", type=pathlib.Path)
    p.add_argument("out")
    p.add_argument("--window", type=int, default=text.WINDOW, help="wordpieces; another number gives training other borders")
    a = p.parse_args()
    pieces, run = vocabulary(a.vocab), session(a.engine)
    docs = list(treebank(a.texts) if a.texts.suffix == ".conllu" else events.documents(a.texts))
    for doc in docs:
        doc["pieces"] = [pieces(w) for w in doc["words"]]
        doc["shapes"] = [text.shape(w) for w in doc["words"]]
        doc["states"] = states(run, doc, a.window)
    with open(a.out, "wb") as f:
        pickle.dump(docs, f)
    print(a.out, len(docs), "documents", sum(len(d["words"]) for d in docs), "words")


if __name__ == "__main__":
    main()
