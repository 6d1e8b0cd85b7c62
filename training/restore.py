#!/usr/bin/env python3
"""Weights to train on from, out of the released file: the inverse of export.py, quantize.py and fuse.py, up to the rounding.

  restore.py SAYSO_ENGINE.onnx MINILM_ONNX OUT.pt

The word vectors are MiniLM's own, as they are never trained; heads that heads.py added are left out.
"""
import argparse
import json
import re

import onnx
import torch
from onnx import numpy_helper

import engine

# What fuse.py calls the products of a layer, and their names in the network.
PRODUCTS = {"seen": "qkv", "out": "out", "up": "up", "down": "down"}


def module(path):
    """ "/encoder/layers.0/norm2/Add_1_output_0/seen" is encoder.layers.0.qkv, "/arc_dep/linear/Add_output_0" arc_dep.linear."""
    layer = re.fullmatch(r"/(encoder/layers\.\d+)/norm2/Add_1_output_0/(\w+)", path)
    if layer:
        return layer.group(1).replace("/", ".") + "." + PRODUCTS[layer.group(2)]
    return re.sub(r"_1$", "", path.rsplit("/", 1)[0].strip("/")).replace("/", ".")


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("graph")
    p.add_argument("minilm")
    p.add_argument("out")
    a = p.parse_args()
    model = onnx.load(a.graph)
    about = json.loads(next(e.value for e in model.metadata_props if e.key == "sayso"))
    labels = {k: about[k] for k in ("upos", "xpos", "rel", "ner")}
    net = engine.new_engine(labels)
    net.encoder.load_minilm(a.minilm)
    weights = net.state_dict()
    named = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    restored = {k.removeprefix("net."): v for k, v in named.items() if k.removeprefix("net.") in weights}
    for name, value in named.items():
        path, _, part = name.rpartition("/")
        if part == "weight" and path + "/scale" in named:
            restored[module(path) + ".weight"] = (value.float() * named[path + "/scale"]).t().contiguous()
        elif part == "bias":
            restored[module(path) + ".bias"] = value
    for group, mixed in zip(net.mixes, named["mixed/weights"]):
        # a row is softmax(weights) * scale
        restored[f"mixes.{group}.scale"] = mixed.sum()[None]
        restored[f"mixes.{group}.weights"] = (mixed / mixed.sum()).log()
    missing = weights.keys() - restored.keys() - {"encoder.words.weight"}
    if missing or restored.keys() - weights.keys():
        raise SystemExit(f"{a.graph}: not a file of this network: lacks {sorted(missing)}, has {sorted(restored.keys() - weights.keys())}")
    net.load_state_dict(weights | restored)
    torch.save(dict(weights=net.state_dict(), labels=labels, data_sha256=about["data_sha256"], step=about["step"], seen=about["epochs"]), a.out)
    print(a.out, "step", about["step"], "epochs", about["epochs"])


if __name__ == "__main__":
    main()
