"""Writes the encoder as it is shipped: an ONNX graph whose products are made of whole numbers.

Weights of products are in 63 steps to either side of 0: then no sum of two of their products with a
byte leaves 16 bits, and processors without VNNI reckon the same as those with it. Several
checkpoints are averaged. The vocabulary and the temperature are in the file's metadata.
"""
import argparse
import json
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import examples
import held
import pieces
from encoder import HEADS, STEPS, Encoder, Linear, stepped
from examples import TAGS

MICROSOFT = "com.microsoft"


class Graph:
    def __init__(self, state):
        self.state = state
        self.nodes = []
        self.tensors = []

    def tensor(self, name, values):
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, op, inputs, outputs, domain="", **attributes):
        outputs = outputs if isinstance(outputs, list) else [outputs]
        self.nodes.append(helper.make_node(op, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    def stepped(self, name, weight):
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / STEPS
        whole = np.clip(np.round(weight / scale), -STEPS, STEPS).astype(np.int8)
        self.tensor(name + "w", whole)
        self.tensor(name + "s", scale.astype(np.float32))
        self.tensor(name + "z", np.zeros(scale.shape, np.int8))

    def product(self, x, weight, bias, out, name):
        self.stepped(name, self.state[weight].T)
        inputs = [x, name + "w", name + "s", name + "z"]
        if bias:
            inputs.append(self.tensor(name + "b", self.state[bias]))
        return self.node("DynamicQuantizeMatMul", inputs, out, MICROSOFT)

    def embeddings(self):
        words = self.state["word.weight"]
        scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-8) / 127
        self.tensor("we", np.clip(np.round(words / scale), -127, 127).astype(np.int8))
        self.tensor("wes", scale.astype(np.float32))
        self.node("Gather", ["we", "ids"], "whole")
        self.node("Cast", ["whole"], "rough", to=TensorProto.FLOAT)
        self.node("Gather", ["wes", "ids"], "scale")
        self.node("Mul", ["rough", "scale"], "words")
        self.tensor("pe", self.state["pos.weight"])
        self.tensor("se", self.state["shape.weight"])
        for name, value in (("c0", 0), ("c1", 1), ("c2", 2), ("m1", -1), ("big", 1 << 30)):
            self.tensor(name, np.array([value], np.int64))
        self.node("Shape", ["ids"], "size")
        self.node("Slice", ["size", "c1", "c2"], "length")
        self.node("Slice", ["pe", "c0", "length"], "positions")
        self.node("Gather", ["se", "shapes"], "shaped")
        self.node("Add", ["words", "shaped"], "e0")
        self.node("Add", ["e0", "positions"], "e1")
        self.tensor("lng", self.state["ln.weight"])
        self.tensor("lnb", self.state["ln.bias"])
        return self.node("LayerNormalization", ["e1", "lng", "lnb"], "x0", axis=-1, epsilon=1e-12)

    def norm(self, x, added, part, name, out):
        gain = self.tensor(name + "g", self.state[part + ".weight"])
        bias = self.tensor(name + "nb", self.state[part + ".bias"])
        inputs = [x, added, gain, bias]
        return self.node("SkipLayerNormalization", inputs, out, MICROSOFT, epsilon=1e-12)

    def layer(self, i, x):
        p, n = f"layers.{i}.", f"l{i}"
        self.stepped(n + "a", self.state[p + "qkv.weight"].T)
        self.tensor(n + "ab", self.state[p + "qkv.bias"])
        self.node("DynamicQuantizeLinear", [x], [n + "q", n + "qs", n + "qz"])
        inputs = [n + "q", n + "aw", n + "ab", n + "qs", n + "as", "lengths", n + "qz", n + "az"]
        self.node("QAttention", inputs, n + "c", MICROSOFT, num_heads=HEADS)
        self.product(n + "c", p + "o.weight", p + "o.bias", n + "o", n + "o_")
        h = self.norm(x, n + "o", p + "l1", n + "1", n + "h")
        self.product(h, p + "f1.weight", None, n + "f", n + "f1_")
        bias = self.tensor(n + "fb", self.state[p + "f1.bias"])
        self.node("BiasGelu", [n + "f", bias], n + "i", MICROSOFT)
        self.product(n + "i", p + "f2.weight", p + "f2.bias", n + "f2", n + "f2_")
        return self.norm(h, n + "f2", p + "l2", n + "2", n + "x")

    def head(self, x):
        self.tensor("hs", self.state["head_shape.weight"])
        self.node("Gather", ["hs", "shapes"], "here")
        self.tensor("left", np.array([0, 1, 0, 0, 0, 0], np.int64))
        self.tensor("right", np.array([0, 0, 0, 0, 1, 0], np.int64))
        self.node("Slice", ["here", "c0", "m1", "c1"], "but_last")
        self.node("Pad", ["but_last", "left"], "before")
        self.node("Slice", ["here", "c1", "big", "c1"], "but_first")
        self.node("Pad", ["but_first", "right"], "after")
        self.node("Concat", [x, "here", "before", "after"], "seen", axis=-1)
        self.tensor("hw", self.state["head.weight"].T)
        self.tensor("hb", self.state["head.bias"])
        self.node("MatMul", ["seen", "hw"], "spoken")
        return self.node("Add", ["spoken", "hb"], "logits")


def temperature(state, layers, arguments):
    """Fitted with the weights as they are shipped."""
    net = Encoder(layers)
    net.load_state_dict(state)
    for part in net.modules():
        if isinstance(part, Linear):
            part.weight.data = stepped(part.weight)
    cutter = pieces.Pieces(os.path.join(arguments.weights, "all-minilm-l6-v2-tokenizer.json"))
    _, left_out = held.split(examples.read(arguments.examples, cutter))
    measured = held.measure(net, left_out)
    print(measured)
    return measured["temperature"]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("checkpoints", nargs="+")
    a.add_argument("--weights", required=True)
    a.add_argument("--examples", help="what was learnt from; its left out part gives the temperature")
    a.add_argument("--temperature", type=float, default=0, help="instead of --examples")
    a.add_argument("--out", required=True)
    A = a.parse_args()
    states = [torch.load(path, map_location="cpu") for path in A.checkpoints]
    mean = {k: sum(s[k] for s in states).div(len(states)) for k in states[0]}
    layers = 1 + max(int(k.split(".")[1]) for k in mean if k.startswith("layers."))
    heat = A.temperature or temperature(mean, layers, A)

    graph = Graph({k: v.numpy() for k, v in mean.items()})
    x = graph.embeddings()
    for i in range(layers):
        x = graph.layer(i, x)
    graph.head(x)
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "t"]),
        helper.make_tensor_value_info("shapes", TensorProto.INT64, ["b", "t"]),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["b"]),
    ]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", "t", TAGS])
    made = helper.make_graph(graph.nodes, "encoder", inputs, [output], graph.tensors)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(made, opset_imports=opsets, producer_name="copytaster")
    model.ir_version = 8
    path = os.path.join(A.weights, "all-minilm-l6-v2-tokenizer.json")
    with open(path, encoding="utf8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    in_order = sorted(vocabulary, key=vocabulary.get)
    helper.set_model_props(
        model,
        {
            "vocabulary": "\n".join(in_order),
            "temperature": str(heat),
            "licence": "Apache-2.0; see docs/model-card.md for what it learnt from",
        },
    )
    onnx.save(model, A.out)
    print(A.out, layers, "layers,", os.path.getsize(A.out), "bytes")


if __name__ == "__main__":
    main()
