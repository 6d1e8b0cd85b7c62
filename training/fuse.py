#!/usr/bin/env python3
"""The graph as the Java runtime runs it: the same network, in the operators that ONNX Runtime has for transformers on CPUs.

  fuse.py IN.onnx OUT.onnx [--fp32]

IN is what quantize.py or export.py wrote; --fp32 turns 8-bit weights back into floats, to compare speed. Nothing but `onnx` is needed.

One window runs at a time, so nothing is padded and there is no mask. What changes, and no more than rounding with it:
* 8-bit products with their scales and biases, attention, GELU, and layer norms with the sum before them are one node each;
* the layers are mixed for all heads in one product, and only at the first wordpieces of words, which is all that the heads see;
* what is scored for every pair of words leaves the graph as what a pair is scored from (FORMAT.md): few pairs are asked about.
Every other head and output stays as it is.
"""
import argparse
import dataclasses
import json
import pathlib
import typing

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
ATTENTION_HEADS = 12
EPSILON = 1e-12
# Tables of all pairs, and the outputs that take their place: NAME_left, NAME_right, NAME_bias.
PAIRS = {name: (f"/{name}/Add_output_0", f"/{name}_{right}/LeakyRelu_output_0", f"/{name}_bias/Add_output_0")
         for name, right in (("rel", "head"), ("link", "word"))}


@dataclasses.dataclass
class Linear:
    """y = x · weight · scale + bias; no scale where the weight is fp32."""
    x: str
    weight: np.ndarray
    scale: typing.Optional[np.ndarray]
    bias: typing.Optional[np.ndarray]

    def floats(self):
        return self if self.scale is None else Linear(self.x, self.weight * self.scale, None, self.bias)


class Graph:
    def __init__(self, graph):
        self.graph = graph
        self.constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.producer = {o: n for n in graph.node for o in n.output}
        self.consumers = {}
        for n in graph.node:
            for i in n.input:
                self.consumers.setdefault(i, []).append(n)

    def only_consumer(self, name, operator):
        found = self.consumers.get(name, [])
        return found[0] if len(found) == 1 and found[0].op_type == operator else None

    def constant_input(self, node):
        """An operand of a node that is constant, or None."""
        return next((self.constants[i] for i in node.input if i in self.constants), None)

    def linears(self):
        """Output name -> Linear, for all products with a constant matrix."""
        found = {}
        for n in self.graph.node:
            if n.op_type not in ("MatMul", "MatMulInteger") or self.constants.get(n.input[1], np.zeros(0)).ndim != 2:
                continue
            x, y, scale = n.input[0], n.output[0], None
            if n.op_type == "MatMulInteger":
                x = self.producer[x].input[0]
                rescale = self.only_consumer(self.only_consumer(y, "Cast").output[0], "Mul")
                y, scale = rescale.output[0], self.constant_input(self.producer[rescale.input[1]])
                assert not self.constants[n.input[3]].any(), n.name
            bias, add = None, self.only_consumer(y, "Add")
            if add is not None and np.ndim(self.constant_input(add)) == 1:
                bias, y = self.constant_input(add), add.output[0]
            found[y] = Linear(x, self.constants[n.input[1]], scale, bias)
        return found


class Rewriter:
    """Takes nodes and constants; a node replaces the old one of the same output."""

    def __init__(self, old, fp32):
        self.old, self.fp32 = old, fp32
        self.nodes, self.constants = {n.output[0]: n for n in old.graph.node}, dict(old.constants)

    def constant(self, name, value, dtype=np.float32):
        self.constants[name] = np.ascontiguousarray(value, dtype)
        return name

    def node(self, operator, inputs, *outputs, domain=None, **attributes):
        made = helper.make_node(operator, inputs, outputs, name=f"{outputs[0]}/{operator}", domain=domain, **attributes)
        self.nodes |= dict.fromkeys(outputs, made)
        return outputs[0]

    def linear(self, x, l, y):
        l = l.floats() if self.fp32 else l
        bias = [] if l.bias is None else [self.constant(y + "/bias", l.bias)]
        if l.scale is None:
            product = self.node("MatMul", [x, self.constant(y + "/weight", l.weight)], y + "/product" if bias else y)
            return self.node("Add", [product, *bias], y) if bias else product
        weight = self.constant(y + "/weight", l.weight, np.int8)
        zero = self.constant(y + "/zero", np.zeros(l.weight.shape[1]), np.int8)
        return self.node("DynamicQuantizeMatMul", [x, weight, self.constant(y + "/scale", l.scale), zero, *bias], y, domain=MICROSOFT)

    def norm(self, x, other, name, y):
        return self.node("SkipLayerNormalization", [x, other, name + ".weight", name + ".bias"], y, domain=MICROSOFT, epsilon=EPSILON)

    def firsts(self, x):
        """[1,N,hidden]: x at the first pieces of words."""
        row = self.node("Reshape", ["first", self.constant("flat", [-1], np.int64)], "first/flat")
        return self.node("Gather", [x, row], x + "/firsts", axis=1)

    def attention(self, x, qkv, y):
        """All heads' attention, the products that make queries, keys and values included."""
        qkv = qkv.floats() if self.fp32 else qkv
        weight = self.constant(y + "/weight", qkv.weight, qkv.weight.dtype)
        bias = self.constant(y + "/bias", qkv.bias)
        if qkv.scale is None:
            return self.node("Attention", [x, weight, bias], y, domain=MICROSOFT, num_heads=ATTENTION_HEADS)
        rounded, scale, zero = x + "/rounded", x + "/scale", x + "/zero"
        self.node("DynamicQuantizeLinear", [x], rounded, scale, zero)
        zeros = self.constant(y + "/zero", np.zeros(qkv.weight.shape[1]), np.int8)
        inputs = [rounded, weight, bias, scale, self.constant(y + "/scale", qkv.scale), "", zero, zeros]
        return self.node("QAttention", inputs, y, domain=MICROSOFT, num_heads=ATTENTION_HEADS)

    def layer(self, k, linears, x, y):
        def part(name):
            return linears[f"/encoder/layers.{k}/{name}/Add_output_0"]
        norm = f"net.encoder.layers.{k}.norm"
        seen = self.linear(self.attention(x, part("qkv"), y + "/seen"), part("out"), y + "/out")
        middle = self.norm(x, seen, norm + "1", y + "/middle")
        up = self.node("Gelu", [self.linear(middle, part("up"), y + "/up")], y + "/gelu", domain=MICROSOFT)
        return self.norm(middle, self.linear(up, part("down"), y + "/down"), norm + "2", y)

    def encoder(self, linears):
        """States of all layers at the first pieces of words."""
        x = "/encoder/norm/Add_1_output_0"
        self.norm(*self.old.producer["/encoder/Add_1_output_0"].input, "net.encoder.norm", x)
        states = [self.firsts(x)]
        for k in range(sum(y.startswith("/encoder/") and y.endswith("/qkv/Add_output_0") for y in linears)):
            x = self.layer(k, linears, x, f"/encoder/layers.{k}/norm2/Add_1_output_0")
            states.append(self.firsts(x))
        return states

    def mix(self, states):
        """The heads' means of the layers, in place of the old ones gathered at the first pieces."""
        weights, outputs = [], []
        for n in self.old.graph.node:
            scale = self.old.producer[n.input[0]].input[-1] if n.op_type == "GatherElements" else ""
            if scale.startswith("net.mixes.") and scale.endswith(".scale"):
                w = np.exp(self.constants[scale.replace(".scale", ".weights")].astype(np.float64))
                weights.append(w / w.sum() * self.constants[scale])
                outputs.append(n.output[0])
        hidden = self.constants["net.encoder.norm.weight"].size
        rows = self.constant("mixed/rows", [len(states), -1], np.int64)
        stack = self.node("Reshape", [self.node("Concat", states, "states", axis=0), rows], "states/rows")
        mixed = self.node("MatMul", [self.constant("mixed/weights", weights), stack], "mixed")
        back = self.constant("mixed/shape", [len(outputs), -1, hidden], np.int64)
        self.node("Split", [self.node("Reshape", [mixed, back], "mixed/back")], *outputs, axis=0)

    def leaky(self, n):
        """max(x, ax): as one node the runtime takes it word by word."""
        leak = self.constant(n.output[0] + "/leak", n.attribute[0].f)
        self.node("Max", [n.input[0], self.node("Mul", [n.input[0], leak], n.output[0] + "/leaked")], n.output[0])

    def renamed(self, names):
        for n in self.nodes.values():
            for side in (n.input, n.output):
                side[:] = [names.get(i, i) for i in side]
        self.nodes = {o: n for n in self.nodes.values() for o in n.output}

    def ordered(self, outputs):
        """The nodes that the outputs need, each after those that it needs."""
        order, waiting = {}, [(o, False) for o in reversed(outputs)]
        while waiting:
            name, ready = waiting.pop()
            n = self.nodes.get(name)
            if n is None or id(n) in order:
                continue
            if ready:
                order[id(n)] = n
            else:
                waiting += [(name, True)] + [(i, False) for i in reversed(n.input)]
        return list(order.values())


def fuse(model, fp32=False):
    graph = model.graph
    old = Graph(graph)
    linears = old.linears()
    if "/encoder/layers.0/qkv/Add_output_0" not in linears:
        raise SystemExit("no graph that export.py or quantize.py wrote; is it fused already?")
    new = Rewriter(old, fp32)
    new.mix(new.encoder(linears))
    for y, l in linears.items():
        if not y.startswith("/encoder/"):
            new.linear(l.x, l, y)
    for n in graph.node:
        if n.op_type == "LeakyRelu":
            new.leaky(n)
    outputs = [o for o in graph.output if o.name not in PAIRS]
    for name, parts in PAIRS.items():
        left, right, bias = (linears[p.replace("LeakyRelu", "linear/Add")].weight.shape[1] for p in parts)
        new.renamed(dict(zip(parts, (f"{name}_{p}" for p in ("left", "right", "bias")))))
        outputs += [helper.make_tensor_value_info(f"{name}_{p}", TensorProto.FLOAT, [1, "N", width])
                    for p, width in (("left", left), ("right", right), ("bias", bias))]
    nodes = new.ordered([o.name for o in outputs])
    used = {i for n in nodes for i in n.input}
    inputs = [i for i in graph.input if i.name in used]
    kept = {i.name: i for i in graph.initializer}
    constants = [kept[k] if v is old.constants.get(k) else numpy_helper.from_array(v, k) for k, v in new.constants.items() if k in used]
    for field, values in ((graph.node, nodes), (graph.input, inputs), (graph.output, outputs), (graph.initializer, constants), (graph.value_info, [])):
        del field[:]
        field.extend(values)
    model.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    for entry in model.metadata_props:
        if entry.key == "sayso":
            about = json.loads(entry.value)
            entry.value = json.dumps(about | {"int8": about["int8"] and not fp32})


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("source")
    p.add_argument("out")
    p.add_argument("--fp32", action="store_true")
    a = p.parse_args()
    model = onnx.load(a.source)
    before = len(model.graph.node)
    fuse(model, a.fp32)
    onnx.checker.check_model(model)
    onnx.save(model, a.out)
    print(a.out, pathlib.Path(a.out).stat().st_size, "bytes;", before, "nodes are", len(model.graph.node), "now")


if __name__ == "__main__":
    main()
