"""One Argos package decoded by CTranslate2, with what argostranslate hides; knows no sentences."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from pipeline.translate.package import BadPackageError, CannotTranslateError, Package

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # for whoever imports onnxruntime after us

BEAM, PENALTY = 4, 0.2  # what argostranslate decodes with
LONGEST = 200  # pieces of one input; models were trained on less than that
BATCH = 32  # sentences that are decoded side by side
STEP = 64  # sentences between two calls of `step`
LEAST_LIMIT, MOST_LIMIT = 256, 1024  # pieces of one output

Ranges = tuple[tuple[int, int], ...]
Encoded = tuple[tuple[str, ...], Ranges]  # pieces, and where each stands


class NoEngineError(CannotTranslateError, ImportError):
    """What decodes the packages is not installed; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One input with its translation, piece by piece.

    `source_ranges` and `target_ranges` are (start, end) of each piece in `source` and `text`.
    `attention` has a row for each piece of the translation, over the pieces of the source.
    `log_probs` has one number for each piece of the translation, and one for its end.
    """

    source: str
    text: str
    source_pieces: tuple[str, ...]
    pieces: tuple[str, ...]
    source_ranges: Ranges
    target_ranges: Ranges
    attention: tuple[tuple[float, ...], ...]
    log_probs: tuple[float, ...]
    truncated: bool = False


class Decoder:
    """The model and the tokenizer of a package, loaded when first used; safe between threads."""

    def __init__(self, package: Package, threads: int = 1) -> None:
        self.package = package
        self._threads = threads
        self._lock = Lock()
        self._loaded: tuple[Any, Any] | None = None

    def decode(
        self, texts: Sequence[str], step: Callable[[int], None] | None = None
    ) -> list[Decoded]:
        """Translate texts, each a sentence or less; `step` is told how many were done."""
        model, tokenizer = self._engine()
        encoded = [_encode(tokenizer, text) for text in texts]
        found: list[Decoded] = []
        for start in range(0, len(texts), STEP):
            end = min(start + STEP, len(texts))
            found += self._batch(model, tokenizer, texts[start:end], encoded[start:end])
            if step is not None:
                step(end - start)
        return found

    def best(self, texts: Sequence[str], number: int) -> list[list[Decoded]]:
        """Return the likeliest translations of each text, without the log-probabilities."""
        model, tokenizer = self._engine()
        encoded = [_encode(tokenizer, text) for text in texts]
        tokens = [pieces for pieces, _ in encoded]
        results, limit = self._searched(model, tokens, number), _limit(tokens)
        return [
            [self._decoded(tokenizer, text, one, result, limit, rank) for rank in range(number)]
            for text, one, result in zip(texts, encoded, results, strict=True)
        ]

    def forced(
        self, pairs: Sequence[tuple[str, str]], step: Callable[[int], None] | None = None
    ) -> list[Decoded]:
        """Decode each source into the translation that is given with it, whoever made that.

        A pair that is longer than what models are trained on has no log-probabilities.
        """
        model, tokenizer = self._engine()
        found: list[Decoded] = []
        for start in range(0, len(pairs), STEP):
            batch = pairs[start : start + STEP]
            found += self._forced(model, tokenizer, batch)
            if step is not None:
                step(len(batch))
        return found

    def parts(self, text: str) -> list[tuple[int, int]]:
        """Return (start, end) of the parts that a text must be cut into to be decoded whole."""
        pieces, ranges = _encode(self._engine()[1], text)
        return list(_parts(pieces, ranges, 0, len(pieces)))

    def _batch(
        self, model: Any, tokenizer: Any, texts: Sequence[str], encoded: Sequence[Encoded]
    ) -> Iterator[Decoded]:
        tokens = [list(pieces) for pieces, _ in encoded]
        limit = _limit(tokens)
        results = self._searched(model, tokens, 1)
        outputs = [list(result.hypotheses[0]) for result in results]
        scores = model.score_batch(tokens, outputs, max_batch_size=BATCH, max_input_length=0)
        for text, one, result, scored in zip(texts, encoded, results, scores, strict=True):
            lead = self._lead(result.hypotheses[0])
            decoded = self._decoded(tokenizer, text, one, result, limit)
            yield replace(decoded, log_probs=tuple(scored.log_probs[lead:]))

    def _forced(
        self, model: Any, tokenizer: Any, pairs: Sequence[tuple[str, str]]
    ) -> Iterator[Decoded]:
        sides = [(_encode(tokenizer, one), _encode(tokenizer, two)) for one, two in pairs]
        lengths = [(len(one[0]), len(two[0])) for one, two in sides]
        fit = [at for at, both in enumerate(lengths) if min(both) > 0 and max(both) <= LONGEST]
        inputs = [list(sides[at][0][0]) for at in fit]
        lead = [self.package.prefix] if self.package.prefix else []
        outputs = [[*lead, *sides[at][1][0]] for at in fit]
        scores = model.score_batch(inputs, outputs, max_batch_size=BATCH, max_input_length=0)
        looks = self._attention(model, inputs, outputs)
        known = dict(zip(fit, zip(scores, looks, strict=True), strict=True))
        for at, ((source, text), (one, two)) in enumerate(zip(pairs, sides, strict=True)):
            bare = Decoded(source, text, one[0], two[0], one[1], two[1], (), ())
            if at not in known:
                yield bare
                continue
            scored, look = known[at]
            rows = tuple(tuple(row) for row in look[len(lead) : len(lead) + len(two[0])])
            yield replace(bare, attention=rows, log_probs=tuple(scored.log_probs[len(lead) :]))

    def _attention(
        self, model: Any, inputs: list[list[str]], outputs: list[list[str]]
    ) -> Iterator[Any]:
        """Yield what each piece of the outputs looks at; an output may go on behind its own."""
        results = model.translate_batch(
            inputs,
            target_prefix=outputs,
            max_batch_size=BATCH,
            beam_size=1,
            return_attention=True,
            max_input_length=0,
            max_decoding_length=max(map(len, outputs), default=1),
        )
        return (result.attention[0] for result in results)

    def _searched(self, model: Any, tokens: Sequence[Sequence[str]], number: int) -> Any:
        prefix = self.package.prefix
        return model.translate_batch(
            [list(pieces) for pieces in tokens],
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            replace_unknowns=True,
            max_batch_size=BATCH,
            beam_size=max(BEAM, number),
            num_hypotheses=number,
            length_penalty=PENALTY,
            return_attention=True,
            max_input_length=0,
            max_decoding_length=_limit(tokens),
        )

    def _decoded(
        self, tokenizer: Any, text: str, encoded: Encoded, result: Any, limit: int, rank: int = 0
    ) -> Decoded:
        pieces, ranges = encoded
        lead = self._lead(result.hypotheses[rank])
        output = list(result.hypotheses[rank])[lead:]
        translated, target_ranges = _decode(tokenizer, output)
        attention = tuple(tuple(row) for row in result.attention[rank][lead:])
        cut = len(output) + lead >= limit
        return Decoded(
            text, translated, pieces, tuple(output), ranges, target_ranges, attention, (), cut
        )

    def _lead(self, output: Sequence[str]) -> int:
        """Return how many pieces at the start of an output only say which language it is in."""
        return 1 if self.package.prefix and list(output[:1]) == [self.package.prefix] else 0

    def _engine(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self.package, self._threads)
            return self._loaded


def _limit(tokens: Sequence[Sequence[str]]) -> int:
    """Return how many pieces an output of these inputs may have."""
    longest = max(map(len, tokens), default=0)
    return min(MOST_LIMIT, max(LEAST_LIMIT, 2 * longest + 50))


def _load(package: Package, threads: int) -> tuple[Any, Any]:
    try:
        import ctranslate2
        import sentencepiece
    except ImportError as error:
        raise NoEngineError(
            f"translating needs {error.name}; install translation-cleanup[translate]"
        ) from None
    vocabulary = package.folder / "sentencepiece.model"
    if not vocabulary.is_file():
        raise BadPackageError(
            f"{package.folder.name} has a bpe.model, which is not read; get a newer release of "
            f"{package.pair} with a sentencepiece.model"
        )
    try:
        model = ctranslate2.Translator(
            str(package.folder / "model"), device="cpu", intra_threads=threads, compute_type="auto"
        )
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    except (RuntimeError, OSError, ValueError) as error:
        raise BadPackageError(
            f"{package.folder.name} cannot be loaded ({type(error).__name__}: {error}); remove "
            f"it with clean models remove {package.pair} and add it again"
        ) from None
    return model, tokenizer


def _encode(tokenizer: Any, text: str) -> tuple[tuple[str, ...], Ranges]:
    """Return the pieces of a text and where they stand in it."""
    try:
        found = tokenizer.encode(text, return_type="offset_mapping")
    except TypeError:  # sentencepiece before 0.2.2
        proto = tokenizer.encode(text, out_type="immutable_proto").pieces
        return tuple(p.piece for p in proto), tuple((p.begin, p.end) for p in proto)
    return tuple(found["pieces"]), tuple(found["offsets"])


def _decode(tokenizer: Any, pieces: Sequence[str]) -> tuple[str, Ranges]:
    """Return the text of some pieces and where each stands in it."""
    if not pieces:
        return "", ()
    try:
        found = tokenizer.decode(list(pieces), return_type="offset_mapping")
        text, ranges = found["text"], tuple(found["offsets"])
    except TypeError:
        proto = tokenizer.decode(list(pieces), out_type="immutable_proto")
        text, ranges = proto.text, tuple((p.begin, p.end) for p in proto.pieces)
    # A piece that was copied from the source keeps the mark of its word.
    return text.replace("\u2581", " "), ranges


def _parts(
    pieces: Sequence[str], ranges: Ranges, start: int, end: int
) -> Iterator[tuple[int, int]]:
    if end - start <= LONGEST:
        if start < end:
            yield ranges[start][0], ranges[end - 1][1]
        return
    cut = _cut(pieces, start, end)
    yield from _parts(pieces, ranges, start, cut)
    yield from _parts(pieces, ranges, cut, end)


def _cut(pieces: Sequence[str], start: int, end: int) -> int:
    """Return where a long input is cut: after a mark, else at a word, near the middle."""
    middle = (start + end) // 2
    words = [at for at in range(start + 1, end) if pieces[at].startswith("\u2581")]
    near = [at for at in words if start + (end - start) // 4 < at < end - (end - start) // 4]
    for marks in (";:", ",\u2014\u2013)", ""):
        fit = [at for at in near if not marks or pieces[at - 1][-1:] in marks]
        if fit:
            return min(fit, key=lambda at: abs(at - middle))
    return middle
