"""Scores to structure: trees, BIO segments, attributions. The reference of the Java runtime's decoders."""
import numpy as np

# Tried out on the dev set, one by one and coarsely: together +.7 linked triple over no bias and member .5.
DECODE = {
    "cue_bias": -0.5,
    "cue_join": 0.5,
    "content": {"member": 0.35, "bio": 0.0, "clip": 4.0, "edge": 1.0, "edge_bias": -0.25},
    "source": {"member": 0.5, "bio": 0.0, "clip": 4.0, "edge": 1.0, "edge_bias": 0.0},
}


# ---- trees ----

def tree(scores):
    """Heads of one sentence from scores [n,n] (dependant, head), slot 0 the root; one child of the root. heads[0] = 0.

    No arc spans the root: where one of the best tree does, the best tree of the same root without such arcs.
    """
    heads = _any_tree(scores)
    n, root = len(heads), next((i for i in range(1, len(heads)) if heads[i] == 0), 0)
    at = np.arange(n)
    across = (np.minimum.outer(at, at) < root) & (np.maximum.outer(at, at) > root) & (at[None] > 0) & (at[:, None] > 0)
    if not across[at, heads].any():
        return heads
    s = scores.astype(np.float64).copy()
    s[across] -= 1e7
    s[at != root, 0] -= 1e7
    s[root, 1:] -= 1e7
    np.fill_diagonal(s, -np.inf)
    s[0] = -np.inf
    return _edmonds(s)


def _any_tree(scores):
    s = scores.astype(np.float64).copy()
    np.fill_diagonal(s, -np.inf)
    s[0] = -np.inf
    heads = s.argmax(1)
    heads[0] = 0
    if _is_tree(heads):
        roots = np.flatnonzero(heads[1:] == 0) + 1
        if len(roots) == 1:
            return heads
    best, best_score = None, -np.inf
    rows = np.arange(1, len(s))
    heads = _edmonds(s)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1:
        return heads
    for r in roots:
        t = s.copy()
        t[1:, 0] = -1e9
        t[r] = -1e9
        t[r, 0] = s[r, 0]
        h = _edmonds(t)
        score = s[rows, h[1:]].sum()
        if (h[1:] == 0).sum() == 1 and score > best_score:
            best, best_score = h, score
    return heads if best is None else best


def _is_tree(heads):
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        path, j = [], i
        while state[j] == 0:
            state[j] = 1
            path.append(j)
            j = heads[j]
        if state[j] == 1:
            return False
        for k in path:
            state[k] = 2
    return True


def _edmonds(s):
    """Maximum arborescence from node 0 by contraction of one cycle at a time."""
    n = len(s)
    heads = s.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(n) if i not in cycle]
    ring = list(cycle)
    m = len(rest)
    t = np.full((m + 1, m + 1), -np.inf)
    t[:m, :m] = s[np.ix_(rest, rest)]
    out_best = s[np.ix_(rest, ring)]
    t[:m, m] = out_best.max(1)
    gain = s[np.ix_(ring, rest)] - s[ring, heads[ring]][:, None]
    t[m, :m] = gain.max(0)
    np.fill_diagonal(t, -np.inf)
    t[0] = -np.inf
    h = _edmonds(t)
    result = heads.copy()
    for k in range(1, m):
        result[rest[k]] = rest[h[k]] if h[k] < m else ring[out_best[k].argmax()]
    entry = ring[gain[:, h[m]].argmax()]
    result[entry] = rest[h[m]]
    return result


def _cycle(heads):
    mark = [0] * len(heads)
    mark[0] = -1
    for i in range(1, len(heads)):
        j = i
        while mark[j] == 0:
            mark[j] = i
            j = heads[j]
        if mark[j] == i:
            ring = [j]
            k = heads[j]
            while k != j:
                ring.append(k)
                k = heads[k]
            return ring
    return None


# ---- segments ----

def viterbi(logp, begins, insides):
    """Best label path over [n,L]; insides[i] may follow begins[i] and itself only."""
    n, labels = logp.shape
    allowed = np.zeros((labels, labels))
    for b, i in zip(begins, insides):
        allowed[:, i] = -1e9
        allowed[b, i] = allowed[i, i] = 0
    score = logp[0].astype(np.float64).copy()
    score[list(insides)] -= 1e9
    back = np.zeros((n, labels), dtype=np.int64)
    for k in range(1, n):
        step = score[:, None] + allowed
        back[k] = step.argmax(0)
        score = step.max(0) + logp[k]
    path = [int(score.argmax())]
    for k in range(n - 1, 0, -1):
        path.append(int(back[k, path[-1]]))
    return path[::-1]


def segments(path, begins=(1,), insides=(2,)):
    """[(start, end, which)] of a label path."""
    out, start, kind = [], None, None
    for k, x in enumerate(list(path) + [0]):
        if start is not None and not (x in insides and insides.index(x) == kind):
            out.append((start, k, kind))
            start = None
        if x in begins:
            start, kind = k, begins.index(x)
        elif x in insides and start is None:
            start, kind = k, insides.index(x)
    return out


def names(logp, labels):
    begins = tuple(i for i, x in enumerate(labels) if x[0] == "B")
    insides = tuple(i for i, x in enumerate(labels) if x[0] == "I")
    path = viterbi(logp, begins, insides)
    return [(s, e, labels[begins[k]][2:]) for s, e, k in segments(path, begins, insides)]


# ---- attribution ----

CONTENT, SOURCE = (2, 2, 3, 4), (0, 0, 5, 6)  # BIO role, then the link rows of membership, first and last word


def logit(p):
    p = np.clip(p.astype(np.float64), 1e-5, 1 - 1e-5)
    return np.log(p) - np.log1p(-p)


def chain(inside, first, last):
    """The set of disjoint segments with the best sum of first + inside… + last; none scores 0."""
    n = len(inside)
    out, within = 0.0, -np.inf  # best score with the word before k outside (or a segment just closed), or inside
    came_from = np.zeros(n, dtype=np.int64)  # of `within`: 0 the segment goes on, 1 starts after a gap, 2 starts right after another
    closed = np.zeros(n, dtype=bool)  # of `out`: word k-1 ended a segment
    for k in range(n):
        end = within + last[k - 1] if k else -np.inf
        choices = (within, out + first[k], end + first[k])
        came_from[k] = max(range(3), key=choices.__getitem__)
        closed[k] = end > out
        out = max(out, end)
        within = choices[came_from[k]] + inside[k]
    found, k, end = [], n - 1, n if within + last[n - 1] > out else None
    while k >= 0:
        if end is None:
            if closed[k]:
                end = k
        elif came_from[k]:
            found.append((k, end))
            end = k if came_from[k] == 2 else None
        k -= 1
    return found[::-1]


def span_set(bio, row, which, decode):
    """Segments of one role given one cue; bio [n,3,3], row = link[first word of the cue], [links,n]."""
    role, member, first, last = which
    inside = np.clip(decode["member"] * logit(row[member]), -decode["clip"], decode["clip"])
    odds = np.logaddexp(bio[:, role, 1], bio[:, role, 2]) - bio[:, role, 0]
    inside = inside + decode["bio"] * np.clip(odds, -8, 8)
    return chain(inside, decode["edge"] * logit(row[first]) + decode["edge_bias"], decode["edge"] * logit(row[last]) + decode["edge_bias"])


def attributions(bio, link, decode=DECODE):
    """Relations of one window as dicts of segments. bio [n,3,3], link [n,links,n] (row = first word of a cue); slot 0 left out."""
    tags = bio[:, 1].astype(np.float64).copy()
    tags[:, 0] -= decode["cue_bias"]
    cues = [(s, e) for s, e, _ in segments(viterbi(tags, (1,), (2,)))]
    relations, taken = [], set()
    for j, cue in enumerate(cues):
        if j in taken:
            continue
        row = link[cue[0]]
        group = [cue]
        for k in range(j + 1, len(cues)):
            if k not in taken and row[1, cues[k][0] : cues[k][1]].mean() > decode["cue_join"]:
                group.append(cues[k])
                taken.add(k)
        content = span_set(bio, row, CONTENT, decode["content"])
        if content:
            relations.append(dict(source=span_set(bio, row, SOURCE, decode["source"]), cue=group, content=content))
    return relations
