"""One document of forty is left out of the training, to see how it goes and to fit the temperature."""
import torch

import examples

LEFT_OUT = 40
HOT = [0.6 + 0.05 * k for k in range(60)]


def split(documents):
    """What is learnt from, and what is left out."""
    learnt = [d for i, d in enumerate(documents) if i % LEFT_OUT != 7]
    return learnt, [d for i, d in enumerate(documents) if i % LEFT_OUT == 7]


def tensors(batch):
    """Windows with what is true of each set: (pieces, shapes, tags, marks no MISC)."""
    n, length = len(batch), max(len(w[0]) for w in batch)
    ids = torch.zeros(n, length, dtype=torch.long)
    shapes = torch.zeros(n, length, dtype=torch.long)
    tags = torch.full((n, length), examples.NONE, dtype=torch.long)
    mask = torch.zeros(n, length, dtype=torch.bool)
    open_misc = torch.zeros(n, length, dtype=torch.bool)
    for i, (p, s, t, without_misc) in enumerate(batch):
        ids[i, : len(p)] = torch.tensor(p)
        shapes[i, : len(p)] = torch.tensor(s)
        tags[i, : len(p)] = torch.tensor(t)
        mask[i, : len(p)] = True
        open_misc[i] = without_misc
    return ids, shapes, tags, mask, open_misc


def measure(net, documents):
    """Loss, share of right tags in names, and the temperature at which the loss is least."""
    net.eval()
    logits, tags = [], []
    with torch.no_grad():
        for d in documents:
            if d.without_misc:
                continue
            for w in examples.windows([s for s, _ in d.sentences]):
                ids, shapes, t, mask, _ = tensors([w + (False,)])
                z = net(ids, shapes, mask)
                logits.append(z[t >= 0])
                tags.append(t[t >= 0])
    net.train()
    z, y = torch.cat(logits), torch.cat(tags)
    right = (z.argmax(-1) == y)[y > 0].float().mean().item()
    loss = torch.nn.functional.cross_entropy
    best = min((loss(z / t, y).item(), t) for t in HOT)
    return {"loss": loss(z, y).item(), "right_in_names": right, "temperature": round(best[1], 2)}
