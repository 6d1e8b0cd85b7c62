#!/usr/bin/env python3
"""fp32 graph to int8: constant MatMuls become DynamicQuantizeLinear + MatMulInteger, word vectors int8 by row.

  quantize.py IN.onnx OUT.onnx

Weights are s8 with one scale a column; a single scale for the whole matrix cost one point of LAS. Nothing but `onnx` is needed.
"""
import argparse
import json
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def rounded(weights, axis):
    scale = (np.abs(weights).max(axis, keepdims=True) / 127).astype(np.float32)
    scale[scale == 0] = 1
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale


def quantize(model):
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    nodes, activations, count = [], set(), 0
    for n in graph.node:
        constant = constants.get(n.input[1]) if n.op_type == "MatMul" else None
        if constant is not None and len(constant.dims) == 2:
            x, w, y = n.input[0], n.input[1], n.output[0]
            q, scale = rounded(numpy_helper.to_array(constant), 0)
            graph.initializer.extend([
                numpy_helper.from_array(q, w + "_q"),
                numpy_helper.from_array(scale[0], w + "_scale"),
                numpy_helper.from_array(np.zeros(q.shape[1], np.int8), w + "_zero"),
            ])
            if x not in activations:
                activations.add(x)
                nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [x + "_q", x + "_scale", x + "_zero"], name=f"quantize_{count}"))
            nodes += [
                helper.make_node("MatMulInteger", [x + "_q", w + "_q", x + "_zero", w + "_zero"], [y + "_int"], name=f"matmul_{count}"),
                helper.make_node("Cast", [y + "_int"], [y + "_float"], to=TensorProto.FLOAT, name=f"cast_{count}"),
                helper.make_node("Mul", [x + "_scale", w + "_scale"], [y + "_scale"], name=f"scale_{count}"),
                helper.make_node("Mul", [y + "_float", y + "_scale"], [y], name=f"rescale_{count}"),
            ]
            count += 1
        elif n.op_type == "Gather" and n.input[0] in constants and constants[n.input[0]].dims[0] > 10000:
            w, ids, y = n.input[0], n.input[1], n.output[0]
            q, scale = rounded(numpy_helper.to_array(constants[w]), 1)
            graph.initializer.extend([numpy_helper.from_array(q, w + "_q"), numpy_helper.from_array(scale, w + "_scale")])
            nodes += [
                helper.make_node("Gather", [w + "_q", ids], [y + "_q"], name="words_q"),
                helper.make_node("Cast", [y + "_q"], [y + "_float"], to=TensorProto.FLOAT, name="words_cast"),
                helper.make_node("Gather", [w + "_scale", ids], [y + "_scale"], name="words_scale"),
                helper.make_node("Mul", [y + "_float", y + "_scale"], [y], name="words_rescale"),
            ]
        else:
            nodes.append(n)
    del graph.node[:]
    graph.node.extend(nodes)
    used = {x for n in nodes for x in n.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    for entry in model.metadata_props:
        if entry.key == "sayso":
            entry.value = json.dumps(json.loads(entry.value) | {"int8": True})
    return count


def main():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("source")
    p.add_argument("out")
    a = p.parse_args()
    model = onnx.load(a.source)
    count = quantize(model)
    onnx.checker.check_model(model)
    onnx.save(model, a.out)
    left = [n.name for n in model.graph.node if n.op_type == "Gemm"]
    print(a.out, pathlib.Path(a.out).stat().st_size, "quantized", count, "MatMuls; Gemm left:", left)


if __name__ == "__main__":
    main()
