"""The network: MiniLM-L6 with one set of heads for trees, tags, names, attribution and factuality."""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

LINKS = ("source", "cue", "content", "content_first", "content_last", "source_first", "source_last")


class Dropout(nn.Module):
    """On a CPU the masks are slices of one pre-drawn pool: drawing them anew took a seventh of a step."""

    _pools = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        n = x.numel()
        if x.is_cuda or n > 1 << 23:
            return F.dropout(x, self.p)
        key = (self.p, x.dtype)
        if key not in self._pools:
            self._pools[key] = ((torch.rand(1 << 24) >= self.p).float() / (1 - self.p)).to(x.dtype)
        pool = self._pools[key]
        start = np.random.randint(0, pool.numel() - n + 1)
        return x * pool[start : start + n].view(x.shape)


class Layer(nn.Module):
    def __init__(self, hidden=384, inner=1536, attention_heads=12, dropout=0.1):
        super().__init__()
        self.attention_heads = attention_heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, 1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, 1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        b, t, h = x.shape
        d = h // self.attention_heads
        q, k, v = self.qkv(x).view(b, t, 3, self.attention_heads, d).permute(2, 0, 3, 1, 4).unbind(0)
        a = torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(d)) + mask
        a = self.dropout(torch.softmax(a, -1))
        y = torch.matmul(a, v).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + self.dropout(self.out(y)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, layers=6, hidden=384, shapes=4, vocab=30522, positions=512, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocab, hidden)
        self.positions = nn.Embedding(positions, hidden)
        self.shapes = nn.Embedding(shapes, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(hidden, dropout=dropout) for _ in range(layers))

    def forward(self, ids, mask, shapes):
        where = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.dropout(self.norm(self.words(ids) + self.positions(where) + self.shapes(shapes)))
        m = (1 - mask[:, None, None, :].float()) * -1e4
        states = [x]
        for layer in self.layers:
            x = layer(x, m)
            states.append(x)
        return states

    def load_minilm(self, path):
        """Weights from the published fp32 ONNX file. Its MatMul weights have no names: they are found by node."""
        import onnx
        from onnx import numpy_helper

        graph = onnx.load(path).graph
        named = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
        by_node = {n.name: named[n.input[1]].t().contiguous() for n in graph.node if n.op_type == "MatMul" and n.input[1] in named}
        with torch.no_grad():
            self.words.weight.copy_(named["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(named["embeddings.position_embeddings.weight"])
            self.shapes.weight.copy_(named["embeddings.token_type_embeddings.weight"][0].expand_as(self.shapes.weight))
            self.norm.weight.copy_(named["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(named["embeddings.LayerNorm.bias"])
            for k, layer in enumerate(self.layers):
                p = f"encoder.layer.{k}."

                def weight(name):
                    return by_node[f"/encoder/layer.{k}/{name}/MatMul"]

                layer.qkv.weight.copy_(torch.cat([weight("attention/self/" + x) for x in ("query", "key", "value")]))
                layer.qkv.bias.copy_(torch.cat([named[f"{p}attention.self.{x}.bias"] for x in ("query", "key", "value")]))
                for mine, theirs in ((layer.out, "attention.output.dense"), (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
                    mine.weight.copy_(weight(theirs.replace(".", "/")))
                    mine.bias.copy_(named[p + theirs + ".bias"])
                for mine, theirs in ((layer.norm1, "attention.output"), (layer.norm2, "output")):
                    mine.weight.copy_(named[f"{p}{theirs}.LayerNorm.weight"])
                    mine.bias.copy_(named[f"{p}{theirs}.LayerNorm.bias"])


class Mix(nn.Module):
    """A learned mean of the layers, one for each group of heads."""

    def __init__(self, layers=7):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, states):
        w = torch.softmax(self.weights, 0)
        mixed = states[0] * w[0]
        for i in range(1, len(states)):
            mixed = mixed + states[i] * w[i]
        return mixed * self.scale


class Mlp(nn.Module):
    def __init__(self, inputs, outputs, dropout=0.25):
        super().__init__()
        self.linear = nn.Linear(inputs, outputs)
        self.dropout = Dropout(dropout)

    def forward(self, x):
        return self.dropout(F.leaky_relu(self.linear(x), 0.1))


class Engine(nn.Module):
    def __init__(self, upos, xpos, rel, ner, arc_size=400, rel_size=80, link_size=128, hidden=384):
        super().__init__()
        self.sizes = dict(upos=upos, xpos=xpos, rel=rel, ner=ner)
        self.rel_size, self.link_size = rel_size, link_size
        self.encoder = Encoder()
        self.mixes = nn.ModuleDict({k: Mix() for k in ("tag", "tree", "ner", "attribution", "fact")})
        self.dropout = Dropout(0.25)
        self.upos = nn.Linear(hidden, upos)
        self.xpos = nn.Linear(hidden, xpos)
        self.arc_dep, self.arc_head = Mlp(hidden, arc_size), Mlp(hidden, arc_size)
        self.arc = nn.Linear(arc_size, arc_size, bias=False)
        self.arc_bias = nn.Linear(arc_size, 1, bias=False)
        self.rel_dep, self.rel_head = Mlp(hidden, rel_size), Mlp(hidden, rel_size)
        self.rel = nn.Linear(rel_size, rel * rel_size)
        self.rel_bias = nn.Linear(rel_size, rel)
        self.ner = nn.Linear(hidden, ner)
        self.bio = nn.Linear(hidden, 9)
        self.link_word, self.link_cue = Mlp(hidden, link_size), Mlp(hidden, link_size)
        self.link = nn.Linear(link_size, len(LINKS) * link_size)
        self.link_bias = nn.Linear(link_size, len(LINKS))
        self.fact_hidden = Mlp(hidden, 96)
        self.fact = nn.Linear(96, 1)
        nn.init.orthogonal_(self.arc.weight)

    def words(self, states, first, mix):
        """[B,N,hidden]: the mixed state at the first piece of each word."""
        x = self.dropout(self.mixes[mix](states))
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))

    def tags(self, states, first):
        w = self.words(states, first, "tag")
        return self.upos(w), self.xpos(w)

    def tree(self, states, first):
        """Arc scores [B,dependant,head] and the vectors that relations are scored from."""
        w = self.words(states, first, "tree")
        head = self.arc_head(w)
        arc = torch.matmul(self.arc(self.arc_dep(w)), head.transpose(1, 2)) + self.arc_bias(head).transpose(1, 2)
        return arc, self.rel_dep(w), self.rel_head(w)

    def relations(self, dep, head):
        """dep, head [n,size], aligned: scores [n,rel]."""
        q = self.rel(dep).view(-1, self.sizes["rel"], self.rel_size)
        return torch.matmul(q, head[:, :, None]).squeeze(-1) + self.rel_bias(head)

    def all_relations(self, dep, head):
        """[B,N,rel,N] scores of every pair."""
        b, n = dep.shape[0], dep.shape[1]
        q = self.rel(dep).view(b, -1, self.rel_size)
        s = torch.matmul(q, head.transpose(1, 2)).view(b, n, self.sizes["rel"], n)
        return s + self.rel_bias(head).transpose(1, 2)[:, None]

    def names(self, states, first):
        return self.ner(self.words(states, first, "ner"))

    def attribution(self, states, first):
        w = self.words(states, first, "attribution")
        return self.bio(w).view(w.shape[0], w.shape[1], 3, 3), self.link_word(w), self.link_cue(w)

    def links(self, word, cue):
        """word [n,size], cue anchors [k,size]: scores [k,links,n]."""
        q = self.link(cue).view(-1, len(LINKS), self.link_size)
        return torch.matmul(q, word.t()) + self.link_bias(cue)[:, :, None]

    def all_links(self, word, cue):
        b, n = word.shape[0], word.shape[1]
        q = self.link(cue).view(b, -1, self.link_size)
        return torch.matmul(q, word.transpose(1, 2)).view(b, n, len(LINKS), n) + self.link_bias(cue)[..., None]

    def factuality(self, states, first):
        return self.fact(self.fact_hidden(self.words(states, first, "fact"))).squeeze(-1)


def new_engine(labels):
    return Engine(**{k: len(labels[k]) for k in ("upos", "xpos", "rel", "ner")})


def load_engine(path):
    """The network of a weights file written by train.py, ready to run, and the file's other entries."""
    saved = torch.load(path, map_location="cpu")
    engine = new_engine(saved["labels"])
    engine.load_state_dict(saved["weights"])
    return engine.eval(), saved
