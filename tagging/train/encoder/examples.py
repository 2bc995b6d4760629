"""Reads what `copytaster train examples` writes, and packs it into windows."""
import pieces as P

TAGS = 17
WINDOW = 128
NONE = -100


class Document:
    """Sentences, each a list of (pieces, shapes, tag) a token."""

    def __init__(self, times, without_misc):
        self.times = times
        self.without_misc = without_misc
        self.sentences = []


def read(path, cutter):
    documents = []
    tokens, tags = [], []

    def end():
        if tokens:
            cut = cutter.of_sentence(tokens)
            documents[-1].sentences.append(
                ([(p, s, t) for (p, s), t in zip(cut, tags)], list(tokens))
            )
            tokens.clear()
            tags.clear()

    with open(path, encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("-DOCSTART-"):
                end()
                _, times, without = line.split("\t")
                documents.append(Document(int(times), without == "1"))
            elif not line:
                end()
            else:
                token, tag = line.rsplit("\t", 1)
                tokens.append(token)
                tags.append(int(tag))
    end()
    return documents


def windows(sentences, longest=WINDOW):
    """Packs sentences into windows: (pieces, shapes, tags), tags at the first piece of a token."""
    out = []
    ids, shapes, tags = [P.CLS], [0], [NONE]

    def flush():
        nonlocal ids, shapes, tags
        if len(ids) > 1:
            out.append((ids + [P.SEP], shapes + [0], tags + [NONE]))
        ids, shapes, tags = [P.CLS], [0], [NONE]

    for sentence in sentences:
        length = sum(len(p) for p, _, _ in sentence)
        if len(ids) + length + 1 > longest and len(ids) > 1:
            flush()
        for p, s, t in sentence:
            if len(ids) + len(p) + 1 > longest:
                flush()
            ids += p
            shapes += s
            tags += [t] + [NONE] * (len(p) - 1)
        if len(ids) + 2 < longest:
            ids.append(P.SEP)
            shapes.append(0)
            tags.append(NONE)
    flush()
    return out
