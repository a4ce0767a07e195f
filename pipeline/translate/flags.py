"""What the decoder knows of its own mistakes; knows pieces and attention, no rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from pipeline.pattern import compiled
from pipeline.translate.decoder import Decoded
from pipeline.translate.passage import Flag

COVERED = 0.2  # of the attention of a whole piece: less, and nothing was made of it
LEAST_WORDS = 3  # of a run that nothing was made of; at the end of a sentence one less
ROUNDS, LONGEST_ROUND = 4, 12  # a loop: as many times the same pieces, of as many at most
SPELT_OUT = 20  # numbers up to this one may be words on one side
LEAST_DOUBT = 0.6  # nats below the usual: about half of the usual probability
MANY = 50  # pieces that tell how widely the probabilities of a text are spread

_NUMBER = compiled(r"\d+(?:[.,'\u2019\u00a0\u202f ]\d{3}(?!\d)|[.,:]\d+)*")
_WORD = compiled(r"\p{L}[\p{L}\p{M}'\u2019-]*")


def flags_of(steps: Sequence[Decoded], limits: Sequence[float]) -> list[Flag]:
    """Return the doubts about a translation; `limits` are `doubtful_below` of each step."""
    source, translated = steps[0].source, steps[-1].text
    whole = (0, len(source))
    found: list[Flag] = []
    for number, (step, limit) in enumerate(zip(steps, limits, strict=True)):
        for kind, start, end, words in _of_step(step, limit):
            place = whole if number else (start, end)
            found.append((kind, *place, words))
    if _is_same(source, translated):
        found.append(("same", *whole, ""))
    differs = differing_numbers(source, translated)
    if differs is not None:
        found.append(("numbers", *whole, differs))
    return found


def doubtful_below(batch: Sequence[Decoded]) -> float:
    """Return the log-probability below which a piece is doubtful, for this model and text.

    Twice as far from the median as the lowest tenth begins; a short text has no spread.
    """
    known = sorted(p for decoded in batch for p in decoded.log_probs)
    if not known:
        return 0.0
    usual = known[len(known) // 2]
    low = known[len(known) // 10] if len(known) >= MANY else usual
    return usual - max(2 * (usual - low), LEAST_DOUBT)


def _of_step(step: Decoded, limit: float) -> Iterator[Flag]:
    if step.truncated:
        yield "truncated", 0, len(step.source), step.text[-40:].strip()
    looped = loop_in(step.pieces)
    if looped and not loop_in(step.source_pieces):
        yield "loop", 0, len(step.source), _text_of(step, *looped)
        return  # what a loop leaves out, and how sure it is, says nothing more
    for start, end in uncovered(step):
        yield "uncovered", start, end, step.source[start:end]
    for first, last in unsure_runs(step, limit):
        yield "unsure", 0, len(step.source), _text_of(step, first, last)


def loop_in(pieces: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and last piece of one round of a loop, None without one.

    >>> loop_in(["a", "b", "c", "b", "c", "b", "c", "b", "c"])
    (1, 2)
    """
    for size in range(1, LONGEST_ROUND + 1):
        same = 0
        for at in range(size, len(pieces)):
            same = same + 1 if pieces[at] == pieces[at - size] else 0
            if same >= max(size * (ROUNDS - 1), 5) and any(
                char.isalnum() for piece in pieces[at - size + 1 : at + 1] for char in piece
            ):
                start = at - same - size + 1
                return start, start + size - 1
    return None


def uncovered(step: Decoded) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the runs of words in the source that no piece looked at."""
    seen = [0.0] * len(step.source_pieces)
    for row in step.attention:
        whole = sum(row) or 1.0
        for number in range(min(len(seen), len(row))):
            seen[number] += row[number] / whole
    words = [(word.start(), word.end()) for word in _WORD.finditer(step.source)]
    dark = [
        all(seen[number] < COVERED for number in _pieces_in(step, start, end))
        for start, end in words
    ]
    at = 0
    while at < len(words):
        run = at
        while run < len(words) and dark[run]:
            run += 1
        least = LEAST_WORDS - 1 if run == len(words) else LEAST_WORDS
        if run - at >= least:
            yield words[at][0], words[run - 1][1]
        at = max(run, at + 1)


def unsure_runs(step: Decoded, limit: float) -> Iterator[tuple[int, int]]:
    """Yield the first and last piece of each run of words whose probability is below the limit."""
    low = [
        probability < limit and any(map(str.isalpha, piece))
        for piece, probability in zip(step.pieces, step.log_probs, strict=False)
    ]
    at = 0
    while at < len(low):
        if not low[at]:
            at += 1
            continue
        run = at
        while run + 1 < len(low) and low[run + 1]:
            run += 1
        yield at, run
        at = run + 1


def differing_numbers(source: str, translated: str) -> str | None:
    """Return what differs between the numbers of two texts, None where nothing does.

    Separators do not count, nor does a small number that may be a word on the other side.

    >>> differing_numbers("1,5 million, 30 000 morts", "1.5 million, 30,000 dead")
    >>> differing_numbers("le 12 mai 1999", "13 May 1999")
    '12 became 13'
    >>> differing_numbers("12 morts", "twelve dead")
    """
    here, there = Counter(_numbers(source)), Counter(_numbers(translated))
    lost, new = list((here - there).elements()), list((there - here).elements())
    if not (lost and new):
        lost, new = ([n for n in some if len(n) > 4 or int(n) > SPELT_OUT] for some in (lost, new))
    if lost and new:
        return f"{', '.join(lost)} became {', '.join(new)}"
    if lost:
        return f"{', '.join(lost)} is missing"
    return f"{', '.join(new)} is new" if new else None


def _numbers(text: str) -> Iterator[str]:
    """Yield the digits of each number, without their separators."""
    for match in _NUMBER.finditer(normalize("NFKC", text)):
        digits = "".join(str(int(char)) for char in match[0] if char.isdecimal())
        yield digits


def _is_same(source: str, translated: str) -> bool:
    """Tell whether nothing was translated; fewer words in small letters may be names."""
    if source.strip() != translated.strip():
        return False
    return sum(word[:1].islower() for word in source.split()) >= LEAST_WORDS


def _pieces_in(step: Decoded, start: int, end: int) -> list[int]:
    return [n for n, (a, b) in enumerate(step.source_ranges) if a < end and start < b and a < b]


def _text_of(step: Decoded, first: int, last: int) -> str:
    return step.text[step.target_ranges[first][0] : step.target_ranges[last][1]].strip()
