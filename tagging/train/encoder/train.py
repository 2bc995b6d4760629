"""Fine-tunes the encoder. Usage: train.py --help

The learning rate rises for some steps, stays, and falls in the last three tenths, in which the
weights are also rounded to the 63 steps that they will be shipped in. --epochs says when; with
--minutes the fall begins when seven tenths of that time are over, whatever the machine can do, and
the log says which --steps gives the same again.
"""
import argparse
import json
import os
import random
import time

import torch

import examples
import held
import pieces as P
from encoder import Linear, pretrained

MISC_OR_NONE = [0, 13, 14, 15, 16]
BATCH = 2048


def batches(documents, rng):
    all_windows = []
    for d in documents:
        for _ in range(d.times):
            sentences = [s for s, _ in d.sentences]
            cut = rng.randrange(len(sentences)) if len(sentences) > 3 else 0
            for part in (sentences[cut:], sentences[:cut]):
                all_windows += [w + (d.without_misc,) for w in examples.windows(part)]
    rng.shuffle(all_windows)
    all_windows.sort(key=lambda w: (len(w[0]) + rng.random() * 8) // 8)
    out, now, longest = [], [], 0
    for w in all_windows:
        if now and max(longest, len(w[0])) * (len(now) + 1) > BATCH:
            out.append(now)
            now, longest = [], 0
        now.append(w)
        longest = max(longest, len(w[0]))
    out.append(now)
    rng.shuffle(out)
    return out


def loss_of(logits, tags, open_misc):
    """Where a set marks no MISC, what it leaves out may be MISC."""
    there = tags >= 0
    z = torch.log_softmax(logits[there], -1)
    y = tags[there]
    right = z.gather(1, y[:, None])[:, 0]
    either = torch.logsumexp(z[:, MISC_OR_NONE], -1)
    return -torch.where(open_misc[there] & (y == 0), either, right).mean()


def rate(step, total):
    if total is None:
        return min(1.0, (step + 1) / 100)
    rest = (total - step) / (0.3 * total)
    return max(0.02, min(1.0, (step + 1) / 100, rest))


def groups(net, rate_of_net, rate_of_head):
    net_weights, flat, head = [], [], []
    for name, p in net.named_parameters():
        if p.requires_grad:
            new = name.startswith(("head", "shape"))
            (head if new else flat if p.dim() < 2 else net_weights).append(p)
    return [
        {"params": net_weights, "lr": rate_of_net, "weight_decay": 0.01},
        {"params": flat, "lr": rate_of_net, "weight_decay": 0},
        {"params": head, "lr": rate_of_head, "weight_decay": 0.01},
    ]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--examples", required=True)
    a.add_argument("--weights", required=True, help="directory of all-minilm-l6-v2.onnx")
    a.add_argument("--out", required=True)
    a.add_argument("--layers", type=int, default=4)
    a.add_argument("--epochs", type=float, default=3)
    a.add_argument("--steps", type=int, default=0)
    a.add_argument("--minutes", type=float, default=0)
    a.add_argument("--rate", type=float, default=1.5e-4)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=2)
    A = a.parse_args()
    torch.set_num_threads(A.threads)
    torch.manual_seed(A.seed)
    rng = random.Random(A.seed)

    cutter = P.Pieces(os.path.join(A.weights, "all-minilm-l6-v2-tokenizer.json"))
    documents = examples.read(A.examples, cutter)
    learnt, left_out = held.split(documents)
    # One document of twenty is seen in capitals, too, as the perceptron sees it.
    for i, d in enumerate(learnt[:]):
        if i % 20 == 0:
            loud = examples.Document(1, d.without_misc)
            for sentence, tokens in d.sentences:
                cut = cutter.of_sentence([t.upper() for t in tokens])
                loud.sentences.append(
                    ([(p, s, x[2]) for (p, s), x in zip(cut, sentence)], tokens)
                )
            learnt.append(loud)

    net = pretrained(os.path.join(A.weights, "all-minilm-l6-v2.onnx"), A.layers)
    optimizer = torch.optim.AdamW(groups(net, A.rate, 1e-3), foreach=True)
    base = [g["lr"] for g in optimizer.param_groups]
    parameters = [p for g in optimizer.param_groups for p in g["params"]]

    todo = batches(learnt, rng)
    each = len(todo)
    total = A.steps or (None if A.minutes else int(each * A.epochs))
    print(f"{each} batches an epoch, {sum(len(w[0]) for b in todo for w in b)} pieces", flush=True)
    step, begin, seen, sums = 0, time.time(), 0, [0.0, 0]
    net.train()
    while total is None or step < total:
        if not todo:
            print(f"epoch over at step {step}: {held.measure(net, left_out)}", flush=True)
            todo = batches(learnt, rng)
        if total is None and time.time() - begin > 0.7 * 60 * A.minutes:
            total = int(step / 0.7)
            print(f"the rate falls from here on; the same again: --steps {total}", flush=True)
        Linear.quantized = total is not None and step > 0.7 * total
        ids, shapes, tags, mask, open_misc = held.tensors(todo.pop())
        hidden = (torch.rand(ids.shape) < 0.05) & (ids > P.MASK)
        ids = torch.where(hidden, torch.full_like(ids, P.MASK), ids)
        for group, lr in zip(optimizer.param_groups, base):
            group["lr"] = lr * rate(step, total)
        loss = loss_of(net(ids, shapes, mask), tags, open_misc)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        step += 1
        seen += int(mask.sum())
        sums = [sums[0] + loss.item(), sums[1] + 1]
        if step % 25 == 0 or step == 3:
            speed = seen / (time.time() - begin)
            print(f"step {step} of {total} loss {sums[0] / sums[1]:.4f} {speed:.0f}/s", flush=True)
            sums = [0.0, 0]
        if step % 200 == 0:
            torch.save(net.state_dict(), A.out + ".part")
    report = held.measure(net, left_out)
    report.update(seed=A.seed, layers=A.layers, steps=step, epochs=round(step / each, 2))
    print(report, flush=True)
    torch.save(net.state_dict(), A.out + ".part")
    os.replace(A.out + ".part", A.out)
    with open(A.out + ".json", "w") as file:
        json.dump(report, file)


if __name__ == "__main__":
    main()
