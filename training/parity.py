#!/usr/bin/env python3
"""Reference inputs and fp32 outputs for the Java parity test.

  parity.py DATA WEIGHTS OUT_FOLDER [--windows 20]      windows of the dev sets (publishers' text: not for the repository)
  parity.py - WEIGHTS OUT_FOLDER --own                  the sentences below, which are ours (may be committed)

OUT/windows.json: [{words, sentence, input_ids, token_type_ids, first, <output>: {shape, values}}], outputs as in FORMAT.md
without the batch dimension, floats rounded to six digits. An int8 graph agrees to about 0.1 in log-probability, and in nearly all labels.
"""
import argparse
import json
import pathlib
import pickle

import torch

import batches
import engine
import export
import text

OWN = [
    ["The", "foreign", "ministry", "in", "Ruritania", "said", "on", "Tuesday", "that", "its", "troops", "had", "not", "crossed", "the", "border", "."],
    ["“", "We", "deny", "it", ",", "”", "Colonel", "Anna", "Weiss", "told", "reporters", "in", "Strelsau", "."],
    ["Café", "owners", "fled", ";", "UN", "observers", "counted", "27", "dead", ",", "according", "to", "McAllister", "."],
]


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("data")
    p.add_argument("weights")
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--windows", type=int, default=20)
    p.add_argument("--own", action="store_true")
    p.add_argument("--vocab", help="tokenizer.json, with --own")
    a = p.parse_args()
    torch.set_num_threads(1)
    net, _ = engine.load_engine(a.weights)
    if a.own:
        pieces = text.Wordpieces.from_tokenizer_json(a.vocab)
        words = [w for s in OWN for w in s]
        ends = [sum(map(len, OWN[: i + 1])) for i in range(len(OWN))]
        ws = batches.windows([dict(words=words, ends=ends, pieces=[pieces(w) for w in words], shapes=[text.shape(w) for w in words])])
    else:
        with open(a.data, "rb") as f:
            dev = pickle.load(f)["dev"]
        per = a.windows // 2
        ws = batches.windows(dev["gum"])[:per] + batches.windows(dev["polnear"][3:])[: a.windows - per]
    out = []
    with torch.no_grad():
        for w in ws:
            b = batches.collate([w])
            values = export.Graph(net)(b["ids"], b["mask"], b["shapes"], b["first"])
            entry = {"words": w["doc"]["words"][w.get("begin", 0) : w.get("end")], "sentence": w["sentence"],
                     "input_ids": w["ids"], "token_type_ids": w["shapes"], "first": w["first"]}
            for name, v in zip(export.OUTPUTS, values):
                flat = v[0].flatten().tolist()
                entry[name] = {"shape": list(v.shape[1:]), "values": [round(x, 6) for x in flat]}
            out.append(entry)
    a.out.mkdir(parents=True, exist_ok=True)
    (a.out / "windows.json").write_text(json.dumps(out, ensure_ascii=False), encoding="utf-8")
    print(a.out / "windows.json", len(out), "windows", (a.out / "windows.json").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
