"""Words to pieces of the vocabulary and shapes of letters.

Does the same as WordPieces and LetterShapes in org.copytaster.tagging.entity.encoder; a test there
reads words with their pieces that this file has written (python3 pieces.py TOKENIZER).
"""
import json
import sys
import unicodedata

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
LONGEST_WORD = 100
MOST_OF_WORD = 8
MOST_OF_TOKEN = 12

# Shapes; 0 is no word.
LOWER, FIRST_CAPITAL, CAPITALS, ONE_CAPITAL, MIXED, DIGITS, WITH_DIGITS, MARK, OTHER = range(1, 10)
SHOUTED, SHOUTED_ONE = 10, 11
SHAPES = 12

PUNCTUATION = {"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}


def is_mark(c):
    o = ord(c)
    if o < 128:
        return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
    return unicodedata.category(c) in PUNCTUATION


def is_upper(c):
    return unicodedata.category(c) == "Lu"


def is_lower(c):
    return unicodedata.category(c) == "Ll"


def is_digit(c):
    return unicodedata.category(c) == "Nd"


def words(token):
    """A token cut at its marks."""
    out = []
    begin = -1
    for i, c in enumerate(token):
        if is_mark(c):
            if begin >= 0:
                out.append(token[begin:i])
            out.append(c)
            begin = -1
        elif begin < 0:
            begin = i
    if begin >= 0:
        out.append(token[begin:])
    return out


def shape(word):
    digits = upper = lower = 0
    for c in word:
        digits += is_digit(c)
        upper += is_upper(c)
        lower += is_lower(c)
    if len(word) == 1:
        if upper:
            return ONE_CAPITAL
        if digits:
            return DIGITS
        if is_mark(word):
            return MARK
        return LOWER if lower else OTHER
    if digits == len(word):
        return DIGITS
    if digits:
        return WITH_DIGITS
    if not upper:
        return LOWER if lower else OTHER
    if not lower:
        return CAPITALS
    return FIRST_CAPITAL if upper == 1 and is_upper(word[0]) else MIXED


class Pieces:
    def __init__(self, tokenizer):
        with open(tokenizer, encoding="utf8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.memo = {}

    def of_word(self, word):
        known = self.memo.get(word)
        if known is None:
            known = self.memo[word] = self.cut(word)
        return known

    def cut(self, word):
        low = word.lower()
        if not low.isascii():
            parts = unicodedata.normalize("NFD", low)
            low = "".join(c for c in parts if unicodedata.category(c) != "Mn")
        if not low or len(low) > LONGEST_WORD:
            return [UNKNOWN]
        pieces = []
        begin = 0
        while begin < len(low) and len(pieces) < MOST_OF_WORD:
            end = len(low)
            piece = None
            while end > begin and piece is None:
                piece = self.vocabulary.get(("##" if begin else "") + low[begin:end])
                end -= 1
            if piece is None:
                return [UNKNOWN]
            pieces.append(piece)
            begin = end + 1
        return pieces

    def of_token(self, token):
        """Pieces and shapes of a token."""
        pieces, shapes = [], []
        for word in words(token):
            some = self.of_word(word)
            pieces += some
            shapes += [shape(word)] * len(some)
            if len(pieces) >= MOST_OF_TOKEN:
                break
        if not pieces:
            return [UNKNOWN], [OTHER]
        return pieces[:MOST_OF_TOKEN], shapes[:MOST_OF_TOKEN]

    def of_sentence(self, tokens):
        """For each token its pieces and shapes; where all letters are capitals, they say so."""
        all_of = [self.of_token(token) for token in tokens]
        shouted = small = 0
        for _, shapes in all_of:
            for some in shapes:
                shouted += some == CAPITALS
                small += some in (LOWER, FIRST_CAPITAL, MIXED)
        if shouted >= 2 and not small:
            change = {CAPITALS: SHOUTED, ONE_CAPITAL: SHOUTED_ONE}
            all_of = [(p, [change.get(s, s) for s in shapes]) for p, shapes in all_of]
        return all_of


if __name__ == "__main__":
    pieces = Pieces(sys.argv[1])
    for line in sys.stdin:
        token = line.rstrip("\n")
        if token:
            p, s = pieces.of_token(token)
            print(token, " ".join(map(str, p)), " ".join(map(str, s)), sep="\t")
