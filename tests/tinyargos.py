"""Builds a real but tiny .argosmodel by hand: no training, no download, a third of a second.

The CTranslate2 network is a pre-norm Transformer of one layer a side, whose weights are written:

* each SentencePiece piece owns a balanced code of +1 and -1, drawn from SHA-256 of its text;
* the encoder embeds a piece of the source as the code of its translation;
* cross-attention lets position t of the output look at position t of the source, by the fastest
  dimensions of CTranslate2's own encoding of positions;
* the projection turns the copied code back into the piece.

So a sentence is substituted piece by piece, the attention is the true alignment, and the defects of
a translator can be scripted:

* `lexicon` {"avocat": [("lawyer", 1.0), ("avocado", 0.93)]}: an ambiguity, with a low probability;
* `phrases` {"fin de non-recevoir": "end of inadmissibility"}: one piece a side, spaces and all;
* `loops` {"bla": "blah"}: after the sentence "blah" goes on until the limit;
* `stops` {";"}: translated as the end of the sentence, what follows is dropped.

A character outside CHARS is unknown, and is copied from the source.
"""

from __future__ import annotations

import hashlib
import json
import struct
import tempfile
import zipfile
from pathlib import Path

import numpy as np

WORD = "\u2581"  # SentencePiece: a word begins
WIDTH, FAST = 160, 16  # of the model; how many frequencies of the positions are used
HALF = WIDTH // 2
POSITIONS = np.r_[0:FAST, HALF : HALF + FAST]  # sine and cosine of the highest frequencies
SINK, STOP, ZERO = HALF - 1, HALF - 2, HALF - 3  # slow sines, about zero: two flags, one reference
CODE = np.array([d for d in range(WIDTH) if d not in {*POSITIONS, SINK, STOP, ZERO}][:124])
AMPLITUDE, FLAG = 4.0, 4.0  # of codes, which outweigh everything else in a layer norm; of flags
SCALE = 10000.0 ** (-np.arange(HALF) / (HALF - 1))
CHARS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔ"
    "ÖŒÙÛÜáíóúñÁÍÓÚÑßãõå.,;:!?'’\"«»“”()[]{}<>/\\|-–—…_@#$%&*+=~^`€£°\u00a0\u202f\u2011"
)
UNKNOWN, BEGIN, END = "<unk>", "<s>", "</s>"


def build(
    path,
    source="fr",
    target="en",
    *,
    lexicon=None,
    phrases=None,
    loops=None,
    stops=(),
    elisions=None,
    extra=None,
    metadata=None,
    version="1.0",
):
    """Write a package; the same words give the same bytes."""
    pieces, mapping, sinks = vocabulary(
        lexicon or {}, phrases or {}, loops or {}, stops, elisions or {}
    )
    spec = network([piece for piece, _, _ in pieces], mapping, sinks)
    spec.optimize("int8")
    known = {
        "package_version": version,
        "argos_version": "1.5",
        "from_code": source,
        "from_name": {"fr": "French", "en": "English", "de": "German"}.get(source, source),
        "to_code": target,
        "to_name": {"fr": "French", "en": "English", "de": "German"}.get(target, target),
    }
    files = {
        "metadata.json": json.dumps({**known, **(metadata or {})}, indent=1).encode(),
        "sentencepiece.model": tokenizer(pieces),
        **(extra or {}),
    }
    with tempfile.TemporaryDirectory() as folder:
        spec.save(folder)
        files.update({f"model/{file.name}": file.read_bytes() for file in Path(folder).iterdir()})
    root = f"translate-{source}_{target}-{version.replace('.', '_')}"
    return write_zip(path, {f"{root}/{name}": data for name, data in files.items()})


def write_zip(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 9)
    return Path(path)


# The vocabulary


def vocabulary(lexicon, phrases, loops, stops, elisions):
    """Return the pieces as (text, score, type), what each is translated as, and the loops."""
    entries = {
        source: [(target, 1.0)] if isinstance(target, str) else list(target)
        for source, target in {**phrases, **loops, **lexicon}.items()
    }
    entries.update(_elided(entries, elisions))
    for source, targets in list(entries.items()):
        entries.setdefault(_capital(source), [(_capital(text), w) for text, w in targets])
    order = dict.fromkeys(WORD + CHARS)
    mapping = {}
    for source, targets in entries.items():
        mapping[_spaced(source)] = [(_spaced(text), weight) for text, weight in targets]
        order.update(dict.fromkeys([_spaced(source), *(_spaced(text) for text, _ in targets)]))
    for stop in sorted(stops):
        order[stop] = None
        mapping[stop] = [(END, 1.0)]
    pieces = [(UNKNOWN, 0.0, 2), (BEGIN, 0.0, 3), (END, 0.0, 3)]
    pieces += [(piece, -10.0 if len(piece) > 1 else -12.0, 1) for piece in order]
    return pieces, mapping, {_spaced(form(loop)) for loop in loops for form in (str, _capital)}


def _elided(entries, elisions):
    return {
        elision + source: [(f"{article} {text}", weight) for text, weight in targets]
        for source, targets in entries.items()
        if " " not in source and source[0] in "aeiouhéêè"
        for elision, article in elisions.items()
    }


def _capital(text):
    return text[:1].upper() + text[1:]


def _spaced(text):
    return WORD + text.replace(" ", WORD)


# SentencePiece's ModelProto, in the wire format of protocol buffers


def tokenizer(pieces):
    """Return a unigram model that folds nothing; type 1 is normal, 2 unknown, 3 control."""
    listed = b"".join(
        field(1, field(1, piece.encode()) + real(2, score) + number(3, kind))
        for piece, score, kind in pieces
    )
    trainer = (
        number(3, 1)
        + number(4, len(pieces))
        + number(40, 0)
        + number(41, 1)
        + number(42, 2)
        + number(43, (1 << 64) - 1)
    )
    folding = field(1, b"identity") + number(3, 1) + number(4, 1) + number(5, 1)
    return listed + field(2, trainer) + field(3, folding)


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def field(tag, content):
    return varint(tag << 3 | 2) + varint(len(content)) + content


def number(tag, value):
    return varint(tag << 3) + varint(value)


def real(tag, value):
    return varint(tag << 3 | 5) + struct.pack("<f", value)


# The network


def code(piece):
    """Return the code of a piece: balanced, so that a layer norm leaves it as it is."""
    digests = [
        hashlib.sha256(f"{piece}\0{place}".encode()).digest()[:8] for place in range(len(CODE))
    ]
    vector = np.zeros(WIDTH, np.float32)
    half = np.arange(len(CODE)) < len(CODE) // 2
    vector[CODE[np.argsort(digests, kind="stable")]] = np.where(half, AMPLITUDE, -AMPLITUDE)
    return vector


def network(pieces, mapping, sinks):
    from ctranslate2.specs import transformer_spec

    spec = transformer_spec.TransformerSpec.from_config((1, 1), 1)
    codes = np.stack([code(piece) for piece in pieces])
    constant = code("")  # the embedding of every target piece; the attention takes it away
    typical = np.concatenate([wave(20 * SCALE) for wave in (np.sin, np.cos)])  # a position
    _encoder(spec.encoder, pieces, codes, mapping, sinks, typical)
    _decoder(spec.decoder, codes, constant, typical)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = BEGIN
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    return spec


def _encoder(encoder, pieces, codes, mapping, sinks, typical):
    index = {piece: at for at, piece in enumerate(pieces)}

    def blend(targets):  # of one norm, whatever is blended
        mixed = sum(weight * codes[index[text]] for text, weight in targets)
        return mixed / np.sqrt(sum(weight * weight for _, weight in targets))

    embedded = np.stack([blend(mapping.get(piece, [(piece, 1.0)])) for piece in pieces])
    embedded[index[END], STOP] = FLAG
    for piece in sinks:
        embedded[index[piece], SINK] = FLAG
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = embedded
    _idle(encoder.layer[0])
    _norm(encoder.layer_norm)
    # The feed-forward layer makes a piece with the flag of a loop forget its position:
    # x -= (relu(x + 2 - B(1 - f)) - relu(-x + 2 - B(1 - f))) / 2. For all others it is off.
    sigma, bias, count = (codes[-1] + typical).std(), 8.0, len(POSITIONS)
    inner, outer = np.zeros((2 * count, WIDTH)), np.zeros((WIDTH, 2 * count))
    rows = np.arange(count)
    inner[rows, POSITIONS], inner[rows + count, POSITIONS] = 1.0, -1.0
    inner[:, SINK] = bias * sigma / FLAG
    inner[:, ZERO] -= inner.sum(1)
    outer[POSITIONS, rows], outer[POSITIONS, rows + count] = -sigma / 2, sigma / 2
    _linear(encoder.layer[0].ffn.linear_0, inner, np.full(2 * count, 2 - bias))
    _linear(encoder.layer[0].ffn.linear_1, outer)


def _decoder(decoder, codes, constant, typical):
    decoder.scale_embeddings = False
    decoder.embeddings.weight = np.tile(constant, (len(codes), 1)).astype(np.float32)
    _idle(decoder.layer[0])
    _norm(decoder.layer_norm)
    attention = decoder.layer[0].attention
    _norm(attention.layer_norm)
    # Scores: the own position 240, a loop 225, the end at its own position 210, others < 195.
    q, k = ((x - x.mean()) / x.std() for x in (typical + constant, typical + codes[-1]))
    sharp = np.zeros(WIDTH)
    sharp[POSITIONS] = np.tile(SCALE[:FAST], 2)
    gain = 240 * WIDTH**0.5 / (sharp * (q - q[ZERO]) * (k - k[ZERO])).sum()
    one = WIDTH**0.5 * (typical + codes[-1]).std() / FLAG  # a key that adds 1 to the score
    query, key = np.diag((sharp > 0) * 1.0), np.diag(sharp * gain)
    bias = np.zeros(WIDTH)
    bias[SINK] = 1.0  # the same query everywhere
    key[SINK, SINK], key[SINK, STOP] = 225 * one, -30 * one
    for matrix in (key, query):
        matrix[:, ZERO] -= matrix.sum(1)  # a layer norm subtracts the mean
    value = np.zeros((WIDTH, WIDTH))
    value[CODE, CODE] = 1.0
    _linear(attention.linear[0], query, bias)
    _linear(attention.linear[1], np.concatenate([key, value]))
    _linear(attention.linear[2], AMPLITUDE * value, -constant)
    projection = np.zeros((len(codes), WIDTH), np.float32)
    projection[:, CODE] = codes[:, CODE] * (0.2 / AMPLITUDE)
    _linear(decoder.projection, projection)


def _norm(spec):
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def _linear(spec, weight, bias=None):
    spec.weight = np.ascontiguousarray(weight, np.float32)
    spec.bias = np.zeros(len(weight), np.float32) if bias is None else bias.astype(np.float32)


def _idle(layer):
    """Write self-attention and feed-forward as zero."""
    _norm(layer.self_attention.layer_norm)
    _linear(layer.self_attention.linear[0], np.zeros((3 * WIDTH, WIDTH)))
    _linear(layer.self_attention.linear[1], np.zeros((WIDTH, WIDTH)))
    _norm(layer.ffn.layer_norm)
    _linear(layer.ffn.linear_0, np.zeros((8, WIDTH)))
    _linear(layer.ffn.linear_1, np.zeros((WIDTH, 8)))


# A sentence splitter for argostranslate, which would fetch one otherwise: MiniSBD's model as ONNX


def splitter(language="fr", enders=".!?…»"):
    """Return a model of two facts a character: a sentence ends at an ender before a blank."""
    units = ["<PAD>", "<UNK>", " ", *dict.fromkeys(CHARS)]
    table = np.zeros((len(units), 2), np.float32)  # an ender, a blank
    table[[units.index(char) for char in enders], 0] = 1
    table[[0, 2], 1] = 1
    weight = np.zeros((3, 2, 3), np.float32)  # inside, end of a token, end of a sentence
    weight[1, 1, 2] = weight[2, 0, 1] = weight[2, 1, 2] = 1.0
    bias = np.array([0.5, 0.0, -0.6], np.float32)
    graph = b"".join(
        [
            _node("Gather", ["table", "units"], "e"),
            _node("Transpose", ["e"], "et", _axes("perm", [0, 2, 1])),
            _node("Conv", ["et", "w", "b"], "c", _axes("pads", [1, 1])),
            _node("Transpose", ["c"], "logits", _axes("perm", [0, 2, 1])),
            field(2, b"g"),
            field(5, _tensor("table", table)),
            field(5, _tensor("w", weight)),
            field(5, _tensor("b", bias)),
            field(11, _value("units", 7, ["B", "T"])),
            field(11, _value("features", 1, ["B", "T", "F"])),
            field(12, _value("logits", 1, ["B", "T", 3])),
        ]
    )
    config = {
        "feat_funcs": ["space_before", "capitalized"],
        "batch_size": 16,
        "max_seqlen": 1000,
    }
    letters = {
        "lang": language,
        "idx": 0,
        "cutoff": 0,
        "lower": False,
        "_id2unit": units,
        "_unit2id": {unit: at for at, unit in enumerate(units)},
    }
    facts = {"lang_code": language, "config": json.dumps(config), "vocab": json.dumps(letters)}
    opset = field(1, b"") + number(2, 13)
    return number(1, 8) + field(2, b"tiny") + field(7, graph) + field(8, opset) + _facts(facts)


def _facts(facts):
    return b"".join(
        field(14, field(1, key.encode()) + field(2, value.encode())) for key, value in facts.items()
    )


def _tensor(name, array):
    array = np.ascontiguousarray(array, np.float32)
    shape = b"".join(number(1, size) for size in array.shape)
    return shape + number(2, 1) + field(8, name.encode()) + field(9, array.tobytes())


def _axes(name, values):
    listed = b"".join(number(8, value) for value in values)
    return field(5, field(1, name.encode()) + listed + number(20, 7))


def _node(kind, inputs, output, attributes=b""):
    named = b"".join(field(1, name.encode()) for name in inputs)
    return field(1, named + field(2, output.encode()) + field(4, kind.encode()) + attributes)


def _value(name, kind, sizes):
    shape = b"".join(
        field(1, field(2, size.encode()) if isinstance(size, str) else number(1, size))
        for size in sizes
    )
    return field(1, name.encode()) + field(2, field(1, number(1, kind) + field(2, shape)))
