"""Writes unicode_names.inc: python3.14 objects/unicode_names.py NameAliases.txt NamedSequences.txt

The names of characters come from the module unicodedata of the Python that runs this, which must know Unicode 16; those that
follow a rule (unicode_names.c has the rules) are left out. Behind them stand the aliases and the names of sequences from
Unicode's files, www.unicode.org/Public/16.0.0/ucd/. Not needed for building.

unicode_unpack.c describes how names are modelled. Here is the other half of it: every step must be the same in both.
"""
import os
import re
import sys
import unicodedata
from array import array

MASK = 0xFFFFFFFF
BITS, SLOTS, RECENT, CANDIDATES = 20, 15, 3, 6
FLAG, NEW, TOKEN, LETTER, SEPARATOR, WORD = range(6)
SEPARATORS = "", " ", "-", " -", "- "
NONE, NO_COLUMN = 0xFFFF, 0xFFFE
SCORES = 14, 10, 9, 14, 3, 2


# --- the names

def names():
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name and not name.endswith(f"-{code:04X}") and not name.startswith("HANGUL SYLLABLE "):
            yield name
    for path, column in (sys.argv[1], 1), (sys.argv[2], 0):
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.split("#")[0].strip()
                if line:
                    yield line.split(";")[column]


# --- the coder: bits to bytes, each with the chance that it was given

class Coder:
    def __init__(self):
        self.low, self.high, self.out = 0, MASK, bytearray()

    def put(self, bit, chance):
        middle = self.low + (self.high - self.low >> 12) * chance
        if bit:
            self.high = middle
        else:
            self.low = middle + 1
        while (self.low ^ self.high) >> 24 == 0:
            self.out.append(self.high >> 24)
            self.low = self.low << 8 & MASK
            self.high = self.high << 8 & MASK | 255

    def finish(self):
        self.out.extend(self.high.to_bytes(4, "big"))
        return self.out


# --- the model

CURVE = (1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975,
         4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094)


def squash(x):
    x = max(-2047, min(2047, x))
    place, part = (x >> 7) + 16, x & 127
    return CURVE[place] * (128 - part) + CURVE[place + 1] * part + 64 >> 7


def stretched():
    table, x = [], -2047
    for chance in range(4096):
        while x < 2047 and squash(x) < chance:
            x += 1
        table.append(x)
    return table


STRETCHED = stretched()


def hashed(a, b, c):
    h = (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) & MASK
    h ^= h >> 15
    h = h * 0x2C1B3C6D & MASK
    return h ^ h >> 13


def base_of(h):
    return ((h ^ h >> 15) * 0x2C1B3C6D & MASK) >> 32 - BITS


class Model:
    def __init__(self, coder):
        self.coder = coder
        self.chances = array("H", [32768]) * (1 << BITS)
        self.seen = array("H", [0]) * (1 << BITS)
        self.weights = {}

    def put(self, kind, select, bits, contexts, value):
        node = 1
        limit = 250 if kind == FLAG else 30
        for place in range(bits - 1, -1, -1):
            bit = value >> place & 1
            detail = node if kind == LETTER else place if kind == TOKEN else 0
            weights = self.weights.setdefault((kind, select, detail), [26000] * len(contexts))
            cells, inputs, total = [], [], 0
            if (bits - 1 - place) % 4 == 0:
                bases, local = [base_of(context + node * 0x9E3779B1 & MASK) for context in contexts], 1
            for base, weight in zip(bases, weights):
                cell = base ^ local
                cells.append(cell)
                inputs.append(STRETCHED[self.chances[cell] >> 4])
                total += weight * inputs[-1]
            chance = squash(total >> 16)
            self.coder.put(bit, chance)
            error = ((bit << 12) - chance) * 14
            for i, cell in enumerate(cells):
                weights[i] += inputs[i] * error + 0x2000 >> 14
                step = (bit << 16) - bit - self.chances[cell]
                moved = self.chances[cell] + (step * (131072 // (2 * self.seen[cell] + 3)) >> 16)
                self.chances[cell] = max(32, min(65503, moved))
                self.seen[cell] += self.seen[cell] < limit
            node = node * 2 + bit
            local = local * 2 + bit


class Slot:
    """What has followed a context, the most recent first."""

    def __init__(self):
        self.tokens, self.counts = [0] * RECENT, [0] * RECENT

    def add(self, token):
        tokens, counts = self.tokens, self.counts
        i = tokens.index(token) if token in tokens else RECENT - 1
        if tokens[i] != token:
            tokens[i], counts[i] = token, 0
        if i == 0:
            counts[0] = min(7, counts[0] + 1)
            for k in range(1, RECENT):
                counts[k] -= counts[k] > 1
            return
        count = min(7, counts[i] + 1)
        for k in range(i, 0, -1):
            tokens[k], counts[k] = tokens[k - 1], (counts[k - 1] + 1) // 2
        tokens[0], counts[0] = token, count


class Packer:
    def __init__(self):
        self.coder = Coder()
        self.model = Model(self.coder)
        self.slots = {}
        self.words, self.tokens = {"": 0}, {("", 0): 0}          # text; (word, separator)
        self.word_list, self.token_list = [""], [(0, 0)]
        self.before = []

    def split(self, name):
        """[(word, separator)], ended by ('', 0)."""
        parts = [(text, SEPARATORS.index(separator)) for separator, text in re.findall("([ -]*)([A-Z]+|[0-9]+)", name)]
        assert "".join(SEPARATORS[separator] + text for text, separator in parts) == name, name
        return parts + [("", 0)]

    def put_name(self, name):
        now, column = [], 0
        for part in self.split(name):
            token = self.put_token(part, now, self.before[column] if column < len(self.before) else NO_COLUMN)
            now.append(token)
            found = [k for k in range(column, min(column + 4, len(self.before))) if self.before[k] == token]
            column = found[0] + 1 if found else column + 1
        self.before = now

    def put_token(self, part, now, column):
        a, b, c = ([NONE] * 3 + now)[:-4:-1]
        first = now[0] if now else NONE
        index = len(now)
        keys = ((a, b, c), (a, b, 1), (a, column, 2), (a | b << 16, column, 4), (a, 0, 5), (column, index, 9))
        slots = [self.slots.setdefault((i, hashed(*key) >> 32 - SLOTS), Slot()) for i, key in enumerate(keys)]
        token = self.tokens.get(part, len(self.token_list))
        if not self.put_candidate(slots, token, a, b, column):
            self.model.put(NEW, 0, 1, [hashed(index, 0, 50), hashed(a, 1, 51), hashed(column, 2, 52)], token == len(self.token_list))
            if token == len(self.token_list):
                self.put_new_token(part, index, a, first, column)
            else:
                self.model.put(TOKEN, 0, 14, [hashed(a, 0, 91), hashed(0, 0, 90), hashed(first, 0, 92), hashed(column, 0, 93)], token)
        for slot in slots:
            slot.add(token + 1)
        return token

    def put_candidate(self, slots, token, a, b, column):
        found = {}                                  # token: [score, sources]
        for rank in range(RECENT):
            for i, slot in enumerate(slots):
                if slot.tokens[rank]:
                    entry = found.setdefault(slot.tokens[rank] - 1, [0, 0])
                    entry[0] += SCORES[i] * (slot.counts[rank] + 1) >> rank
                    entry[1] |= 1 << i
        if column != NO_COLUMN:
            entry = found.setdefault(column, [0, 0])
            entry[0] += 12
            entry[1] |= 64
        rows = [(candidate, *entry) for candidate, entry in found.items()]
        for k in range(min(CANDIDATES, len(rows))):
            best = max(range(k, len(rows)), key=lambda i: rows[i][1])
            rows[k], rows[best] = rows[best], rows[k]
            candidate, score, sources = rows[k]
            size = min(7, score.bit_length())
            self.model.put(FLAG, k, 1, [
                hashed(sources << 3 | size, k * 4 + (candidate == 0) + 2 * (candidate == column), 20), hashed(candidate, a, k + 21),
                hashed(candidate, column, sources + 100), hashed(a | b << 16, k, size + 30), hashed(k | column << 16, a, len(rows) + 41),
            ], candidate == token)
            if candidate == token:
                return True
        return False

    def put_new_token(self, part, index, a, first, column):
        text, separator = part
        column_word, column_separator = self.token_list[column] if column != NO_COLUMN else (0, 0)
        kind = self.word_list[self.token_list[a][0]].isdigit() if index else 2
        self.model.put(SEPARATOR, 0, 3, [hashed(a, 0, 60), hashed(column_separator, kind, 61)], separator)
        word = self.words.get(text, len(self.word_list))
        is_new = word == len(self.word_list)
        self.model.put(NEW, 1, 1, [hashed(separator, index, 62), hashed(a, separator, 63)], is_new)
        if is_new:
            self.put_letters(text, self.word_list[column_word], a, first)
            self.words[text] = word
            self.word_list.append(text)
        else:
            self.model.put(WORD, 0, 14, [hashed(0, 0, 80), hashed(separator, 0, 81)], word)
        self.tokens[part] = len(self.token_list)
        self.token_list.append((word, separator))

    def put_letters(self, text, above, a, first):
        symbols = [ord(c) - 47 if c.isdigit() else ord(c) - 54 for c in text] + [0]
        over = [ord(c) for c in above] + [0] * len(symbols) + [0, 0]
        p = q = r = s = 0                           # the letters before
        for i, symbol in enumerate(symbols):
            three = p | q << 8 | r << 16
            self.model.put(LETTER, min(i, 7), 6, [
                hashed(p, 0, 70), hashed(p, q, 71), hashed(three, 0, 72), hashed(three, s, 73),
                hashed(over[i], p, 74 + (over[i + 1] << 8)), hashed(i, first, 75 + (p << 8)), hashed(a, i, 76 + (p << 8)),
            ], symbol)
            p, q, r, s = symbol + 1, p, q, r


def main():
    assert unicodedata.unidata_version == "16.0.0"
    packer, all_names = Packer(), list(names())
    for name in all_names:
        packer.put_name(name)
    packed = packer.coder.finish()
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "unicode_names.inc")
    with open(path, "w", encoding="ascii") as file:
        print("// Made by unicode_names.py from Unicode 16.0.0; not to be edited.", file=file)
        for name, size in (("COUNT", len(all_names)), ("SIZE", sum(len(name) + 1 for name in all_names)),
                           ("TOKENS", len(packer.token_list)), ("WORDS", len(packer.word_list)),
                           ("LETTERS", sum(map(len, packer.word_list))), ("LONGEST", max(map(len, all_names)))):
            print(f"#define UNICODE_NAMES_{name} {size}", file=file)
        print("static const unsigned char packed[] = {", file=file)
        for i in range(0, len(packed), 24):
            print("    " + " ".join(f"{byte}," for byte in packed[i:i + 24]), file=file)
        print("};", file=file)
    print(len(packed), file=sys.stderr)


if __name__ == "__main__":
    main()
