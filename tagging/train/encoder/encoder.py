"""The net: the first layers of all-MiniLM-L6-v2, shapes of letters added, a tag a token."""
import math

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

import pieces as P
from examples import TAGS

WIDTH, INNER, HEADS, SHAPE_WIDTH, POSITIONS, WORDS = 384, 1536, 12, 24, 128, 30522
STEPS = 63


def stepped(weight):
    """The weights in 63 steps to either side of 0, each column of the product with its scale."""
    with torch.no_grad():
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / STEPS
        return torch.clamp(torch.round(weight / scale), -STEPS, STEPS) * scale


class Product(torch.autograd.Function):
    """A product in bf16 with its sums in fp32: four times as fast on processors that have it."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        xb, wb = x.bfloat16(), weight.bfloat16()
        ctx.save_for_backward(xb, wb)
        return torch.mm(xb, wb.t()).float() + bias

    @staticmethod
    def backward(ctx, gradient):
        xb, wb = ctx.saved_tensors
        g = gradient.bfloat16()
        return torch.mm(g, wb).float(), torch.mm(g.t(), xb).float(), gradient.sum(0)


class Linear(nn.Linear):
    fast = True
    quantized = False

    def forward(self, x):
        shape = x.shape
        weight = self.weight
        if Linear.quantized:
            weight = weight + (stepped(weight) - weight).detach()
        if not Linear.fast:
            return F.linear(x, weight, self.bias)
        return Product.apply(x.reshape(-1, shape[-1]), weight, self.bias).view(*shape[:-1], -1)


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.qkv = Linear(WIDTH, 3 * WIDTH)
        self.o = Linear(WIDTH, WIDTH)
        self.l1 = nn.LayerNorm(WIDTH, 1e-12)
        self.f1 = Linear(WIDTH, INNER)
        self.f2 = Linear(INNER, WIDTH)
        self.l2 = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = drop

    def forward(self, x, bias):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, h // HEADS).permute(2, 0, 3, 1, 4)
        if Linear.fast:
            q, k, v = q.bfloat16(), k.bfloat16(), v.bfloat16()
        a = torch.matmul(q, k.transpose(-1, -2)).float() / math.sqrt(h // HEADS) + bias
        c = torch.matmul(a.softmax(-1).to(v.dtype), v).float()
        c = c.transpose(1, 2).reshape(b, t, h)
        x = self.l1(x + F.dropout(self.o(c), self.drop, self.training))
        return self.l2(x + F.dropout(self.f2(F.gelu(self.f1(x))), self.drop, self.training))


class Encoder(nn.Module):
    def __init__(self, layers, drop=0.1):
        super().__init__()
        self.word = nn.Embedding(WORDS, WIDTH)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(P.SHAPES, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList([Layer(drop) for _ in range(layers)])
        self.head_shape = nn.Embedding(P.SHAPES, SHAPE_WIDTH)
        self.head = nn.Linear(WIDTH + 3 * SHAPE_WIDTH, TAGS)
        self.drop = drop
        nn.init.normal_(self.shape.weight, 0, 0.02)
        nn.init.normal_(self.head_shape.weight, 0, 0.3)
        self.word.weight.requires_grad = False

    def forward(self, ids, shapes, mask):
        x = self.word(ids) + self.pos.weight[: ids.shape[1]] + self.shape(shapes)
        x = F.dropout(self.ln(x), self.drop, self.training)
        bias = (1 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        e = self.head_shape(shapes)
        z = torch.zeros_like(e[:, :1])
        before, after = torch.cat([z, e[:, :-1]], 1), torch.cat([e[:, 1:], z], 1)
        return self.head(F.dropout(torch.cat([x, e, before, after], -1), self.drop, self.training))


def pretrained(path, layers):
    """The first layers of the weights in an ONNX file of all-MiniLM-L6-v2."""
    graph = onnx.load(path).graph
    raw = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    products = [
        n.input[1]
        for n in graph.node
        if n.op_type == "MatMul" and n.input[1] in raw and "pooler" not in n.name
    ]
    net = Encoder(layers)
    with torch.no_grad():
        e = "embeddings."
        net.word.weight.copy_(raw[e + "word_embeddings.weight"])
        segment = raw[e + "token_type_embeddings.weight"][0]
        net.pos.weight.copy_(raw[e + "position_embeddings.weight"][:POSITIONS] + segment)
        net.ln.weight.copy_(raw[e + "LayerNorm.weight"])
        net.ln.bias.copy_(raw[e + "LayerNorm.bias"])
        for i, layer in enumerate(net.layers):
            p = f"encoder.layer.{i}."
            q, k, v, o, f1, f2 = [raw[x].t() for x in products[6 * i : 6 * i + 6]]
            layer.qkv.weight.copy_(torch.cat([q, k, v]))
            biases = [raw[p + f"attention.self.{x}.bias"] for x in ("query", "key", "value")]
            layer.qkv.bias.copy_(torch.cat(biases))
            layer.o.weight.copy_(o)
            layer.f1.weight.copy_(f1)
            layer.f2.weight.copy_(f2)
            for name, part in (
                ("attention.output.dense.bias", layer.o.bias),
                ("attention.output.LayerNorm.weight", layer.l1.weight),
                ("attention.output.LayerNorm.bias", layer.l1.bias),
                ("intermediate.dense.bias", layer.f1.bias),
                ("output.dense.bias", layer.f2.bias),
                ("output.LayerNorm.weight", layer.l2.weight),
                ("output.LayerNorm.bias", layer.l2.bias),
            ):
                part.copy_(raw[p + name])
    return net
