#!/usr/bin/env python3
"""Writes the network as one fp32 ONNX graph with its labels and facts in the metadata (FORMAT.md).

  export.py WEIGHTS OUT.onnx [--version V] [--trained DATE] [--scores SCORES.json]
"""
import argparse
import datetime
import json
import pathlib

import onnx
import torch

import decode
import engine
import text


class Graph(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, input_ids, attention_mask, token_type_ids, first):
        net = self.net
        states = net.encoder(input_ids, attention_mask, token_type_ids)
        upos, xpos = net.tags(states, first)
        upos_p, upos = torch.softmax(upos, -1).max(-1)
        arc, dep, head = net.tree(states, first)
        rel = net.all_relations(dep, head).argmax(2)
        ner = torch.log_softmax(net.names(states, first), -1)
        bio, word, cue = net.attribution(states, first)
        bio = torch.log_softmax(bio, -1)
        link = torch.sigmoid(net.all_links(word, cue))
        return upos, upos_p, xpos.argmax(-1), arc, rel, ner, bio, link, net.factuality(states, first)


INPUTS = ("input_ids", "attention_mask", "token_type_ids", "first")
OUTPUTS = {"upos": "BN", "upos_p": "BN", "xpos": "BN", "arc": "BNM", "rel": "BNM", "ner": "BN", "bio": "BN", "link": "BNxM", "fact": "BN"}


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("weights")
    p.add_argument("out")
    p.add_argument("--version", default="1")
    p.add_argument("--trained", default=datetime.date.today().isoformat())
    p.add_argument("--scores", type=pathlib.Path)
    a = p.parse_args()
    torch.set_num_threads(1)
    net, saved = engine.load_engine(a.weights)
    ids = torch.randint(1000, 20000, (2, 17))
    example = (ids, torch.ones_like(ids), torch.zeros_like(ids), torch.tensor([[0, 1, 3, 4, 8], [0, 2, 3, 5, 9]]))
    axes = {k: {0: "B", 1: "T"} for k in INPUTS[:3]} | {"first": {0: "B", 1: "N"}}
    for name, dims in OUTPUTS.items():
        axes[name] = {i: "N" if d == "M" else d for i, d in enumerate(dims) if d != "x"}
    torch.onnx.export(Graph(net).eval(), example, a.out, input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
                      opset_version=14, do_constant_folding=True)
    model = onnx.load(a.out)
    about = {
        "format": 1, "version": a.version, "trained": a.trained, "data_sha256": saved["data_sha256"], "int8": False,
        "max_wordpieces": text.WINDOW, "max_positions": text.LONGEST, "pad": text.PAD, "unk": text.UNK, "cls": text.CLS, "sep": text.SEP,
        "shapes": ["lower", "title", "upper", "mixed"], **saved["labels"], "roles": ["source", "cue", "content"], "bio": ["O", "B", "I"],
        "link": list(engine.LINKS), "decode": decode.DECODE, "step": saved["step"], "epochs": saved["seen"],
        "scores": json.loads(a.scores.read_text(encoding="utf-8").strip().splitlines()[-1]) if a.scores else {},
    }
    entry = model.metadata_props.add()
    entry.key, entry.value = "sayso", json.dumps(about)
    onnx.checker.check_model(model)
    onnx.save(model, a.out)
    print(a.out, pathlib.Path(a.out).stat().st_size)


if __name__ == "__main__":
    main()
