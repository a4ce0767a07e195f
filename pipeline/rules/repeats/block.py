"""A headline, a kicker or a paragraph that stands twice: the first one stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.context import Context
from pipeline.document import Block, Kind
from pipeline.finding import Finding, Safety
from pipeline.pattern import compiled
from pipeline.rule import Example, Rule
from pipeline.text import Edit, Span

SHORT = 30  # code points; a shorter sentence may be a refrain also in a row
LONG = 60  # code points; a shorter paragraph may be a refrain, a label, a credit
_NOT_WORDS = re.compile(r"\W+")
_PARAGRAPH = (
    "The council said on Tuesday that the bridge would stay closed until the end of the winter."
)
_OTHER = "Engineers had found rust in two of its pillars, and the repair needs a dry month or two."

RULE = Rule(
    summary="A headline, a kicker or a paragraph stands once.",
    why="Pages repeat their headline above the text, and the machine translates it each time.",
    source="What a copy editor cuts without asking",
    category="design-and-markup",
    examples=(
        Example(
            before=f"Bridge stays closed\n\nDeadlock\n\nBridge stays closed\n\n{_PARAGRAPH}\n",
            after=f"Bridge stays closed\n\nDeadlock\n\n{_PARAGRAPH}\n",
        ),
        Example(
            before=f"Bridge stays closed\n\nDeadlock\n\nDeadlock. {_PARAGRAPH}\n",
            after=f"Bridge stays closed\n\nDeadlock\n\n{_PARAGRAPH}\n",
            why="the kicker opens the first paragraph again",
        ),
        Example(
            before=f"Bridge stays closed\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}\n\nIt rusts.\n",
            after=f"Bridge stays closed\n\n{_PARAGRAPH}\n\nIt rusts.\n",
        ),
        Example(
            before=f"{_PARAGRAPH}\n\n{_OTHER}\n\n{_PARAGRAPH}\n\n{_OTHER}\n",
            after=f"{_PARAGRAPH}\n\n{_OTHER}\n",
            why="the article was pasted twice",
        ),
        Example(
            flag=f"Bridge stays closed\n\n{_PARAGRAPH}\n\n{_OTHER}\n\n{_PARAGRAPH}\n\n{_OTHER}\n\nIt rusts.\n",
            why="the text begins with its standfirst, as it may in the original",
        ),
        Example(
            before=f"{_PARAGRAPH}\n\nIt rusts.\n\n{_PARAGRAPH}\n\nIt rusts.\n",
            after=f"{_PARAGRAPH}\n\nIt rusts.\n",
            why="what follows a copy is one too, however short",
        ),
        Example(
            before=f"INTERVIEW\n\nINTERVIEW - {_PARAGRAPH}\n", after=f"INTERVIEW\n\n{_PARAGRAPH}\n"
        ),
        Example(
            before=f"Bridge stays closed all winter\n\nBridge stays closed all winter {_PARAGRAPH}\n",
            after=f"Bridge stays closed all winter\n\n{_PARAGRAPH}\n",
            why="the headline was glued to the text",
        ),
        Example(
            before=f"Bridge stays closed all winter\n\n{_PARAGRAPH}\n\nBridge stays closed all winter\n",
            after=f"Bridge stays closed all winter\n\n{_PARAGRAPH}\n",
        ),
        Example(
            keep=f"Bridge stays closed\n\nBridge stays closed Monday as {_PARAGRAPH}\n",
            why="the sentence goes on",
        ),
        Example(
            before=f"Deadlock\n\nDeadlock | {_PARAGRAPH}\n", after=f"Deadlock\n\n{_PARAGRAPH}\n"
        ),
        Example(
            keep="The sun will rise,\n\nthe sun will rise,\n\nthe sun will rise again, he sang.",
            why="a refrain",
        ),
        Example(
            keep="The sun will rise\n\nthe sun will rise\n\nthe sun will rise again, he sang.",
            why="a refrain; a headline has a capital",
        ),
        Example(
            keep="Rebecca\n\nRebecca: A Life, the story of a lighthouse keeper, is out today.",
            why="the title of a book",
        ),
        Example(
            before=f"{_PARAGRAPH}\n\nIt has been shut since the storm.\n\nIt has been shut since the storm.\n",
            after=f"{_PARAGRAPH}\n\nIt has been shut since the storm.\n",
        ),
        Example(before="Bridge shut\n\n" * 7 + _PARAGRAPH, after=f"Bridge shut\n\n{_PARAGRAPH}"),
        Example(keep="Question: why?\n\nBecause.\n\nQuestion: why?\n\nBecause.\n"),
        Example(
            keep=f"Bridge stays closed\n\n{_PARAGRAPH}\n\nRead more\n\nIt rusts.\n\nRead more\n"
        ),
        Example(
            keep="The union asks the owners of the port to repair the cranes, and\n"
            "the owners of the port, who have been told of it for a year, ask\n"
            "the city for a loan. The city, in turn, has told the ministry that\n"
            "the owners of the port, who have been told of it for a year, ask\n"
            "too late.\n",
            why="lines of a paragraph that is broken at a width",
        ),
        Example(
            flag=f"Bridge stays closed\n\n{_PARAGRAPH}\n\n{_PARAGRAPH}\n\nIt rusts.\n",
            source_lang="fr",
            source_text="Le pont reste fermé\n\nLa ville le dit.\n\nLa ville le dit.\n\nIl rouille.\n",
            why="the source repeats it too, so an editor decides",
        ),
        Example(keep=f"Deadlock broken\n\nDeadlock was the word. {_PARAGRAPH}\n"),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    blocks = [block for block in context.document.blocks if block.kind is not Kind.CODE]
    copies = _copies(context.text, blocks)
    runs = _runs(copies)
    certain = -1
    for number, original in copies.items():
        third = certain == number - 1 and copies[certain] == original
        sure = third or _is_sure(blocks, copies, runs[number], number)
        if sure and blocks[number].kind is Kind.PARAGRAPH:
            sure = not _source_repeats(context, blocks[original], blocks[number], len(copies))
        certain = number if sure else certain
        safety = Safety.APPLY if sure else Safety.SUGGEST
        yield _removal(rule, context.text, blocks[number], blocks[original], safety)
    yield from _run_in(context, rule, blocks, copies)


def _copies(text: str, blocks: list[Block]) -> dict[int, int]:
    """Return the blocks that repeat an earlier one: number to number of the first."""
    first: dict[str, int] = {}
    words: dict[int, str | None] = {}
    copies: dict[int, int] = {}
    for number, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        original = first.setdefault(text[start : min(start + 16, end)].casefold(), number)
        if original == number:
            continue
        if original not in words:  # read once, however many blocks begin like it
            line = blocks[original].span.of(text)
            words[original] = None if "|" in line or "\t" in line else words_of(line)
        if words[original] != words_of(block.span.of(text)):
            continue
        goes_on = copies.get(number - 1) in (original, original - 1)
        if goes_on or _repeats(text, blocks[original], block):
            copies[number] = original
    return copies


def _is_sure(blocks: list[Block], copies: dict[int, int], run: range, number: int) -> bool:
    """Tell whether nobody means the copy: a title, the next paragraph, or a run of them.

    A lone paragraph that comes again later may be a quote pulled out; a few that the text begins
    with again may be a standfirst.
    """
    original = copies[number]
    if blocks[original].kind is not Kind.PARAGRAPH and blocks[number].kind is not Kind.PARAGRAPH:
        return True
    if blocks[original].kind is Kind.HEADLINE and original == 0 and number == len(blocks) - 1:
        return True  # the headline once more, below the text
    beside = original + 1 == number
    return beside or (len(run) > 1 and not _is_standfirst(blocks, copies, run))


def _is_standfirst(blocks: list[Block], copies: dict[int, int], run: range) -> bool:
    """Tell whether a run of copies is of paragraphs at the top that the text below starts with."""
    head = blocks[: copies[run[0]]]
    titled = all(block.kind is not Kind.PARAGRAPH for block in head)
    prose = all(blocks[number].kind is Kind.PARAGRAPH for number in (run[0], run[-1]))
    return titled and prose and run.stop < len(blocks)


def _runs(copies: dict[int, int]) -> dict[int, range]:
    """Return for each copy the copies in a row it is one of, whose originals are in a row too."""
    runs: dict[int, range] = {}
    run: list[int] = []
    for number in (*copies, -1):
        if run and not (number == run[-1] + 1 and copies[number] == copies[run[-1]] + 1):
            runs |= dict.fromkeys(run, range(run[0], run[-1] + 1))
            run = []
        run.append(number)
    return runs


def _source_repeats(context: Context, original: Block, block: Block, copies: int) -> bool:
    """Tell whether the source has this paragraph twice too, or as many lines that come again."""
    source = context.source.source_text or ""
    if original.source and block.source and words_of(original.source) == words_of(block.source):
        # A copy may be aligned with the paragraph that its original comes from.
        return block.source != original.source or source.count(block.source.strip()) > 1
    lines = [line for line in source.splitlines() if line.strip()]
    return len(lines) - len(set(map(words_of, lines))) >= copies


def _repeats(text: str, earlier: Block, later: Block) -> bool:
    """Tell whether two blocks of the same words are a block and its copy."""
    if earlier.span.end <= later.span.start and _is_said_again(text, earlier, later):
        return True
    titles = (Kind.HEADLINE, Kind.KICKER)
    if earlier.kind in titles and later.kind in titles:
        return not _is_verse(earlier.span.of(text), later.span.of(text))
    if _is_wrapped(text, later.span):
        return False
    if earlier.kind is Kind.HEADLINE and len(earlier.span) >= LONG // 2:
        return True
    return len(earlier.span) >= LONG and later.kind in (Kind.PARAGRAPH, Kind.KICKER)


def _is_wrapped(text: str, line: Span) -> bool:
    """Tell whether a line is a part of a paragraph that is broken at a width."""
    goes_on = compiled(r"[ \t]*\r?\n[ \t]*\p{Ll}").match(text, line.end) is not None
    begun = compiled(r"[\p{L}\p{N},;][ \t]*\r?\n[ \t]*\Z")
    return goes_on or begun.search(text, max(0, line.start - 40), line.start) is not None


def _is_said_again(text: str, earlier: Block, later: Block) -> bool:
    """Tell whether a short paragraph of prose stands twice in a row: a whole sentence, no call."""
    between, line = text[earlier.span.end : later.span.start], earlier.span.of(text)
    prose = len(line) >= SHORT and line.rstrip().endswith(".") and line.count(" ") > 4
    return not between.strip() and prose and line == later.span.of(text)


def _is_verse(line: str, again: str) -> bool:
    """Tell whether a line is sung rather than printed twice: it goes on, or starts small."""
    return line.rstrip().endswith(",") or (again[:1].islower() and again[:1].isalpha())


def words_of(line: str) -> str:
    """Return the words of a line without case and punctuation, to compare it with another.

    >>> words_of("“No,” he said.") == words_of('"No", He said')
    True
    """
    return _NOT_WORDS.sub(" ", line).strip().casefold()


def _removal(rule: Rule, text: str, block: Block, original: Block, safety: Safety) -> Finding:
    """Remove a block with the white space before it."""
    start = block.span.start
    while text[start - 1].isspace():
        start -= 1
    gap = Span(start, block.span.end)
    message = f"this {block.kind} repeats the {original.kind} at {original.span.start}"
    return Finding(rule.id, gap, message, (Edit(gap, ""),), safety)


def _run_in(
    context: Context, rule: Rule, blocks: list[Block], copies: dict[int, int]
) -> Iterator[Finding | None]:
    """Find the first paragraph that opens with the kicker or the headline again."""
    text = context.text
    titles = [block for block in blocks[:4] if block.kind in (Kind.HEADLINE, Kind.KICKER)]
    body = next((number for number, block in enumerate(blocks) if block not in titles), None)
    if body is None or body in copies:
        return
    paragraph = blocks[body].span
    for title in titles:
        line = title.span.of(text).rstrip(" .!?:")
        end = paragraph.start + len(line)
        again = text[paragraph.start : end]
        if not line or again.casefold() != line.casefold() or end + 2 >= paragraph.end:
            continue
        run_in = compiled(_RUN_IN).match(text, end, paragraph.end)
        if run_in is None and title.kind is Kind.HEADLINE and line.count(" ") > 2:
            run_in = compiled(_GLUED).match(text, end, paragraph.end)
        if run_in is None or (run_in[1] == ":" and _is_book(text, again, run_in.end())):
            continue
        message = f"the paragraph opens with the {title.kind} again"
        opening = Span(paragraph.start, run_in.end())
        yield Finding(
            rule.id, opening, message, (Edit(opening, ""),), _run_in_safety(run_in[1], line)
        )
        return


_RUN_IN = (
    r"(?:[ \u00a0](?=[-|\u2013\u2014]))?([.!?:|\u2013\u2014-])(?<=[.!?:]|[ \u00a0].)"
    r"[ \u00a0](?=[\"\u201c\u00ab\u201e]?\p{Lu})"
)
# No mark at all: the word that follows can only begin a sentence, and more than a title follows.
_GLUED = (
    r"([ \u00a0])(?=(?:The|A|An|In|On|At|It|He|She|They|We|This|These|That|There|After|Before|When|While"
    r"|For|From|With|As|According|Le|La|Les|Un|Une|Der|Die|Das|Ein|Eine|El|Los|Las|Il|Lo|I)[ ][^\r\n]{40})"
)
# A few capitalised words before a comma or the end: A Life, The Last Days.
_BOOK = r"\p{Lu}\p{L}*(?: (?:of|the|and|in|a|an|to|for|on))*(?: \p{Lu}[\p{L}'\u2019]+)+(?=[,;:]|\Z)"
# Kickers that name the kind of text; after another one a dash may end a dateline.
_LABELS = frozenset(
    "interview portrait profile analysis analyse report reportage opinion editorial explainer"
    " factbox feature comment column review exclusive update focus essay entretien enquête"
    " entrevista análisis intervista porträt reportaje інтерв'ю інтерв’ю аналіз репортаж интервью"
    " анализ politics economy environment society culture sport sports health justice science world"
    " international education technology business finance media religion football tennis cinema music"
    " books weather transport energy agriculture elections politique économie environnement société"
    " santé politik wirtschaft gesellschaft kultur política economía sociedad salud deportes".split()
)


def _is_book(text: str, again: str, at: int) -> bool:
    """Tell whether what follows the colon reads as the rest of a title in title case."""
    return not again.isupper() and compiled(_BOOK).match(text, at, at + 120) is not None


def _run_in_safety(mark: str, line: str) -> Safety:
    sure = mark in (".", ":", "|", " ", "\u00a0") or (
        mark not in ("!", "?") and line.casefold() in _LABELS
    )
    return Safety.APPLY if sure else Safety.SUGGEST
