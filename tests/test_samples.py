"""Whole articles: what each sample becomes, every finding, and what must stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline import Result, clean_text

SAMPLES = Path(__file__).parent.parent / "samples"
FOLDERS = sorted(path.parent for path in SAMPLES.glob("*/*/meta.toml"))


def cleaned(folder: Path) -> Result:
    meta = tomllib.loads((folder / "meta.toml").read_text("utf-8"))
    return clean_text(
        (folder / "mt.txt").read_text("utf-8"),
        lang=meta["target_lang"],
        source_lang=meta["source_lang"],
        source_text=(folder / "source.txt").read_text("utf-8"),
    )


def name(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_sample_becomes_what_is_expected(folder: Path) -> None:
    assert cleaned(folder).text == (folder / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_the_expected_text_comes_back_byte_for_byte(folder: Path) -> None:
    expected = (folder / "expected.txt").read_text("utf-8")
    meta = tomllib.loads((folder / "meta.toml").read_text("utf-8"))
    source = (folder / "source.txt").read_text("utf-8")
    again = clean_text(
        expected,
        lang=meta["target_lang"],
        source_lang=meta["source_lang"],
        source_text=source,
    )
    assert again.text == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_sample_has_the_findings_of_its_golden_list(folder: Path) -> None:
    golden = (folder / "findings.txt").read_text("utf-8")
    assert findings_list(cleaned(folder)) == golden


def findings_list(result: Result) -> str:
    """One finding a line: offset, rule, what it does, before and after."""
    lines = []
    for finding in result.findings:
        verdict = "applied" if finding.applied else finding.reason or finding.safety
        before, after = (repr(text[:60]) for text in (finding.before, finding.after))
        lines.append(f"{finding.span.start:5} {finding.rule:36} {verdict:10} {before} > {after}")
    return "\n".join(lines) + "\n"
