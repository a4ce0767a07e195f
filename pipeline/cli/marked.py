"""The text of an article with its marks, and what a change looks like, in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.cli.marks import Region
from pipeline.cli.summary import kind_of
from pipeline.cli.visible import SIGNS, is_invisible, name_of
from pipeline.result import ReportedFinding, Result
from pipeline.text import Edit

KINDS = ("edit", "suggestion", "flag")


class Writer:
    """Write the text of one article with its marks; each finding is an anchor once."""

    def __init__(self, result: Result, number: int) -> None:
        self._text = result.source.text
        self._findings = result.findings
        self._number = number
        self._seen: set[int] = set()

    def render(self, region: Region) -> str:
        """Return a region and all inside it."""
        pieces: list[str] = []
        at = region.span.start
        waiting = list(reversed(region.edits))
        for inner in region.inside:
            pieces += self._plain(at, inner.span.start, waiting)
            pieces.append(self._wrapped(inner))
            at = inner.span.end
        pieces += self._plain(at, region.span.end, waiting)
        return "".join(pieces)

    def _plain(self, start: int, end: int, waiting: list[Edit]) -> Iterator[str]:
        while waiting and waiting[-1].span.end <= end:
            edit = waiting.pop()
            yield _escaped(self._text[start : edit.span.start])
            removed = edit.span.of(self._text)
            yield f"<del>{_escaped(removed)}</del>" if removed else ""
            yield f"<ins>{_escaped(edit.replacement)}</ins>" if edit.replacement else ""
            start = edit.span.end
        yield _escaped(self._text[start:end])

    def _wrapped(self, region: Region) -> str:
        inner = self.render(region)
        if not region.findings:
            language = f' lang="{escape(region.locale)}" dir="auto"' if region.locale else ""
            return f"<span{' class=head' if region.head else ''}{language}>{inner}</span>"
        number = region.findings[0] + 1
        kind = min((kind_in(self._findings[n]) for n in region.findings), key=KINDS.index)
        gone = " gone" if self._is_gone(region) else ""
        note = f"n{self._number}-{number}-{region.span.start}"
        anchors = [n + 1 for n in region.findings if n not in self._seen]
        self._seen.update(region.findings)
        anchor = f' id="f{self._number}-{anchors[0]}"' if anchors else ""
        more = "".join(f'<span id="f{self._number}-{n}"></span>' for n in anchors[1:])
        shown = ",".join(str(n + 1) for n in region.findings)
        return (
            f'<span class="f {kind}{gone}"{anchor} tabindex="0" data-n="{shown}" '
            f'aria-describedby="{note}">{more}{inner}'
            f'<span class="note" role="note" id="{note}" lang="en" dir="ltr">'
            f"{''.join(self._note(n) for n in region.findings)}</span></span>"
        )

    def _is_gone(self, region: Region) -> bool:
        """Tell whether nothing is left of the region to be seen."""
        removed = sum(len(edit.span) for edit in region.edits)
        added = any(edit.replacement.strip() for edit in region.edits)
        return not region.inside and removed >= len(region.span) and not added

    def _note(self, number: int) -> str:
        finding = self._findings[number]
        extra = offers(finding)
        return (
            f"<span><b>{escape(finding.message)}</b>{change(finding, self._text)}{extra}"
            f"<em>{kind_in(finding)} {number + 1}, {escape(finding.rule)}</em></span>"
        )


def marked_in(result: Result) -> list[int]:
    """Return the numbers of the findings that the text marks: all but those set aside."""
    return [n for n, finding in enumerate(result.findings) if kind_in(finding) in KINDS]


def kind_in(finding: ReportedFinding) -> str:
    """Return what became of the finding: edit, suggestion, flag or set aside."""
    return kind_of(finding.applied, finding.safety, finding.reason)


def offers(finding: ReportedFinding) -> str:
    """Return the other texts that an editor may prefer."""
    if not finding.alternatives:
        return ""
    return f"<em>or: {escape(' | '.join(finding.alternatives))}</em>"


def change(finding: ReportedFinding, text: str) -> str:
    """Return before and after, what cannot be seen shown by signs.

    A change of marks and spaces alone is shown with the words beside it.
    """
    before, after = finding.before, finding.after
    if before == after:
        shown = _signs(_clipped(before))
        return (
            f'<span class="change"><q class="here" dir="auto">{shown}</q></span>' if shown else ""
        )
    left = right = ""
    if not any(map(str.isalnum, before + after)):
        left, right = _words_beside(text, finding)
    old = _quoted("old", left, before, right)
    new = _quoted("new", left, after, right)
    return f'<span class="change">{old} \u2192 {new}</span>'


def _quoted(side: str, left: str, text: str, right: str) -> str:
    if not (left or text or right):
        return "<i>nothing</i>"
    shown = _signs(_clipped(text))
    if not (left or right):
        return f'<q class="{side}" dir="auto">{shown}</q>'
    # A space takes all its weight from what it parts, so it is never struck through.
    return f'<q class="{side} mark" dir="auto">{_escaped(left)}<u>{shown}</u>{_escaped(right)}</q>'


def _words_beside(text: str, finding: ReportedFinding) -> tuple[str, str]:
    line_start = max(text.rfind("\n", 0, finding.span.start) + 1, finding.span.start - 24)
    left = text[line_start : finding.span.start]
    right = text[finding.span.end : finding.span.end + 24].partition("\n")[0]
    return " ".join(left.split(" ")[-2:]), " ".join(right.split(" ")[:2])


def _clipped(text: str) -> str:
    return text if len(text) <= 240 else f"{text[:150]} \u2026 {text[-60:]}"


def _signs(text: str) -> str:
    """Return HTML in which spaces that matter and invisible characters can be seen."""
    pieces: list[str] = []
    for at, char in enumerate(text):
        near = text[at - 1 : at] + text[at + 1 : at + 2] if at else ""
        lone = char == " " and at + 1 < len(text) and near.strip() and " " not in near
        if lone or (char != " " and not is_invisible(char)):
            pieces.append(escape(char))
        elif SIGNS.get(char) != "":
            sign = SIGNS.get(char) or f"U+{ord(char):04X}"
            pieces.append(f'<i title="{escape(name_of(char))}">{sign}</i>')
    return "".join(pieces)


def _escaped(text: str) -> str:
    """Return text for HTML; controls, which HTML does not allow, as a replacement character."""
    if not text.isprintable():
        text = "".join(
            "\ufffd" if ord(char) < 32 and char not in "\t\n\r" else char for char in text
        )
    return escape(text, quote=False).replace("\r", "")
