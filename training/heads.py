#!/usr/bin/env python3
"""Adds the heads of coref.py and classes.py to a finished graph, int8 or not, as further outputs (FORMAT.md).

  heads.py ENGINE.onnx COREF.pt CLASSES.pt OUT.onnx [--version V] [--trained DATE]

What the graph gave before it gives as before. A graph that has the heads already gets the new ones in their place.
"""
import argparse
import datetime
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import classes
import coref
import quantize
from states import STATES

PREFIX = "/heads/"
MICROSOFT = "com.microsoft"


class Builder:
    """Nodes to append; weights are stored with their inputs as rows. A fused graph gets the runtime's own operators (fuse.py)."""

    def __init__(self, model, int8):
        self.int8, self.nodes, self.constants = int8, [], []
        self.fused = any(o.domain == MICROSOFT for o in model.opset_import)
        self.made = {o for n in model.graph.node for o in n.output}

    def constant(self, name, value):
        self.constants.append(numpy_helper.from_array(value, PREFIX + name))
        return PREFIX + name

    def node(self, kind, inputs, name, **attributes):
        out = name if name in ("refer", "classes") else PREFIX + name
        self.nodes.append(helper.make_node(kind, inputs, [out], name=PREFIX + name + "/" + kind, **attributes))
        return out

    def linear(self, x, layer, name):
        w = layer.weight.detach().numpy().T.copy()
        b = self.constant(name + "/b", layer.bias.detach().numpy())
        out = name if name in ("refer", "classes") else name + "/sum"
        if self.int8 and self.fused:
            q, scale = quantize.rounded(w, 0)
            parts = [self.constant(name + s, v) for s, v in (("/w_q", q), ("/w_scale", scale[0]), ("/w_zero", np.zeros(q.shape[1], np.int8)))]
            return self.node("DynamicQuantizeMatMul", [x, *parts, b], out, domain=MICROSOFT)
        if not self.int8:
            y = self.node("MatMul", [x, self.constant(name + "/w", w)], name + "/product")
        else:
            q, scale = quantize.rounded(w, 0)
            parts = [PREFIX + name + "/in" + s for s in ("_q", "_scale", "_zero")]
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], parts, name=PREFIX + name + "/quantize"))
            whole = self.node("MatMulInteger", [parts[0], self.constant(name + "/w_q", q), parts[2], self.constant(name + "/w_zero", np.zeros(q.shape[1], np.int8))], name + "/int")
            y = self.node("Cast", [whole], name + "/float", to=TensorProto.FLOAT)
            y = self.node("Mul", [y, self.node("Mul", [parts[1], self.constant(name + "/w_scale", scale[0])], name + "/scale")], name + "/product")
        return self.node("Add", [y, b], out)

    def leaky(self, x, name):
        """max(x, ax): as one node the runtime takes it word by word."""
        return self.node("Max", [x, self.node("Mul", [x, self.constant(name + "/leak", np.array(0.1, np.float32))], name + "/leaked")], name)


def words(builder, states):
    """The states at the first piece of each word, [B,N,hidden · layers]."""
    if builder.fused:
        taken = {k: STATES[k] + "/firsts" for k in states}
        assert builder.made.issuperset(taken.values()), "not fused by fuse.py"
    else:
        at = builder.node("Unsqueeze", ["first", builder.constant("last_axis", np.array([-1]))], "at")
        taken = {k: builder.node("GatherND", [STATES[k], at], f"words_{k}", batch_dims=1) for k in states}
    return lambda layers: taken[layers[0]] if len(layers) == 1 else builder.node(
        "Concat", [taken[k] for k in layers], "words_" + "_".join(map(str, layers)), axis=-1)


def load(path, kind):
    saved = torch.load(path, map_location="cpu")
    head = kind(layers=saved["layers"], hidden=saved["weights"]["hidden.bias"].shape[0])
    head.load_state_dict(saved["weights"])
    return head.eval()


def strip(graph):
    """Takes out heads added before."""
    for field in (graph.node, graph.initializer):
        kept = [x for x in field if not x.name.startswith(PREFIX)]
        del field[:]
        field.extend(kept)
    kept = [o for o in graph.output if o.name not in ("refer", "classes")]
    del graph.output[:]
    graph.output.extend(kept)


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("engine")
    p.add_argument("coref")
    p.add_argument("classes")
    p.add_argument("out")
    p.add_argument("--version")
    p.add_argument("--trained", default=datetime.date.today().isoformat())
    a = p.parse_args()
    model = onnx.load(a.engine)
    entry = next(e for e in model.metadata_props if e.key == "sayso")
    about = json.loads(entry.value)
    strip(model.graph)
    refer, told = load(a.coref, coref.Head), load(a.classes, classes.Head)
    b = Builder(model, about["int8"])
    pick = words(b, sorted({*refer.layers, *told.layers}))
    for name, head in (("refer", refer), ("classes", told)):
        hidden = b.leaky(b.linear(pick(head.layers), head.hidden, name + "_hidden"), name + "_hidden/relu")
        b.linear(hidden, head.out, name)
        model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["B", "N", head.out.bias.shape[0]]))
    model.graph.node.extend(b.nodes)
    model.graph.initializer.extend(b.constants)
    tables = {n: [round(x, 3) for x in t.tolist()] for n, t in zip(coref.TABLES, refer.tables)}
    about |= {"refer": {"kinds": coref.KINDS, "tables": tables}, "classes": list(classes.CLASSES), "author": list(classes.AUTHOR), "heads_trained": a.trained}
    if a.version:
        about["version"] = a.version
    entry.value = json.dumps(about)
    onnx.checker.check_model(model)
    onnx.save(model, a.out)
    print(a.out, pathlib.Path(a.out).stat().st_size)


if __name__ == "__main__":
    main()
