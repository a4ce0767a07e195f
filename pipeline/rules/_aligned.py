"""The article beside its source: which sentence stands for which, what has no partner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.align.article import Splitting, pair_sentences
from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.locale import Locale
from pipeline.pattern import compiled


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence or a few with their source: `text` at `start`..`end`; a missing side is "".

    Where the translation has nothing, `start` and `end` are those of the sentence before it.
    """

    block: Block
    source: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the source that no block stands for, and the block before it, if any."""

    source: str
    after: Block | None


def has_source(context: Context) -> bool:
    """Tell whether the article came with its source, in another language."""
    source = context.source
    if not source.source_text and not any(block.source for block in context.document.blocks):
        return False
    return source_language(context) != context.locale.language


def source_language(context: Context) -> str:
    """Return the language subtag of the source, "" when it is not known."""
    return (context.source.source_lang or "").replace("_", "-").partition("-")[0].lower()


def source_locale(context: Context) -> Locale:
    """Return the locale of the source, `root` when it is not known."""
    return context.plan.locale(context.source.source_lang or "")


def source_blocks(context: Context) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that have a source, with it."""
    if context.once(has_source):
        for block in context.document.blocks:
            if block.source is not None and block.kind is not Kind.CODE:
                yield block, block.source


def aligned_sentences(context: Context) -> tuple[Aligned, ...]:
    """Return every sentence of the article that has a source, with it, and those without."""
    return tuple(_aligned(context)) if context.once(has_source) else ()


def _aligned(context: Context) -> Iterator[Aligned]:
    abbreviations = source_locale(context).words.abbreviations
    for block, locale in context.blocks():
        if block.source is None or block.kind is Kind.CODE:
            continue
        text, start = block.span.of(context.text), block.span.start
        splitting = Splitting(abbreviations, locale.words.abbreviations)
        before = (start, start + len(text))
        for pair in pair_sentences(block.source, text, splitting, context.once(usual_length)):
            if len(pair.target):
                before = (start + pair.target.start, start + pair.target.end)
            said = pair.source.of(block.source)
            yield Aligned(block, said, pair.target.of(text), *before)


def gaps(context: Context) -> tuple[Gap, ...]:
    """Return what of the source no block stands for, in the order of the source."""
    return tuple(_gaps(context)) if context.once(has_source) else ()


def _gaps(context: Context) -> Iterator[Gap]:
    source = context.source.source_text or ""
    done, last, before = 0, 0, None
    for block in context.document.blocks:
        if block.source is None:
            continue
        start = source.find(block.source, last)
        if start < 0:
            return  # a format gave the blocks their sources
        yield from _gap(source, done, start, before)
        last, done, before = start, max(done, start + len(block.source)), block
    if before is not None:
        yield from _gap(source, done, len(source), before)


def _gap(source: str, start: int, end: int, before: Block | None) -> Iterator[Gap]:
    left = source[start:end].strip()
    if compiled(r"\p{L}{2}").search(left):
        yield Gap(left, before)


def is_much_shorter(context: Context, block: Block) -> bool:
    """Tell whether a block is too short for its source, as the lengths of the article go."""
    return _share(context, block) < 0.85


def is_much_longer(context: Context, block: Block) -> bool:
    """Tell whether a block is too long for its source, as the lengths of the article go."""
    return _share(context, block) > 1.2


def _share(context: Context, block: Block) -> float:
    """Return the length of a block by that of its source, 1 where it is as in the article."""
    mine, theirs = len(block.span), len(block.source or "") or 1
    return mine / theirs / context.once(usual_length)


def usual_length(context: Context) -> float:
    """Return the length that a block has by that of its source where nothing is missing."""
    lengths = [
        (len(block.span), len(block.source)) for block in context.document.blocks if block.source
    ]
    shares = sorted(mine / theirs for mine, theirs in lengths if theirs > 40)
    if len(shares) > 2:
        return shares[len(shares) // 2]
    share = sum(mine for mine, _ in lengths) / max(sum(theirs for _, theirs in lengths), 1)
    dense = {context.locale.script, source_locale(context).script} & _DENSE
    return share if dense or not share else min(max(share, 0.9), 1.15)


_DENSE = frozenset({"Hani", "Hira", "Hang"})  # say more in less


def month_numbers(locale: Locale) -> Mapping[str, int]:
    """Return the number of each month by its name in small letters, abbreviated ones too."""
    names = (locale.dates.months, locale.dates.months_genitive)
    found = {name.lower(): at for each in names for at, name in enumerate(each, 1)}
    short = _SHORT_MONTHS.get(locale.language, "").split()
    return found | {
        name: at for at, names_of in enumerate(short, 1) for name in names_of.split("/")
    }


_SHORT_MONTHS: Mapping[str, str] = {
    "en": "jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "fr": "janv févr mars avr mai juin juil/juill août sept oct nov déc",
    "de": "jan feb mär apr mai jun jul aug sep/sept okt nov dez",
    "es": "ene feb mar abr may jun jul ago sep/sept oct nov dic",
}


def quoted(text: str, room: int = 60) -> str:
    """Return a text in quotation marks on one line, the middle of a long one left out.

    >>> quoted("The mayor of the town left.", 12)
    '“The ma … left.”'
    """
    line = " ".join(text.split())
    if len(line) > room:
        half = room // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return f"“{line}”"
