"""Reports and pages: in the shape of the schema, complete, and safe to open."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline import Source, clean, load_plan
from pipeline.cli.clean import main
from pipeline.cli.marked import Writer, marked_in
from pipeline.cli.marks import regions_of
from pipeline.formats.segment import source_edits
from pipeline.load import read_rules
from pipeline.plan import RuleSet
from pipeline.result import SCHEMA_ID

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "pipeline" / "report.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = sorted((ROOT / "samples").glob("*/*/mt.txt"))
EXAMPLES = [
    pytest.param(example.text, example.lang or (*rule.locales, "en")[0], id=f"{rule.id}-{number}")
    for rule in read_rules()
    for number, example in enumerate(rule.examples)
]


@pytest.fixture(scope="module")
def plan():
    return load_plan()


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID == SCHEMA["properties"]["schema"]["const"]


@pytest.mark.parametrize("text, lang", EXAMPLES)
def test_every_result_is_in_the_shape_of_the_schema(plan, text, lang):
    result = clean(Source(text, lang), plan)
    VALIDATOR.validate(json.loads(result.to_json()))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_report_is_in_the_shape_of_the_schema(path, tmp_path, capsysbinary):
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"text": path.read_text(encoding="utf-8")}), encoding="utf-8-sig")
    assert main([str(path), str(lines), "--report", "-"]) == 0
    reports = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [report["file"] for report in reports] == [str(path), str(lines)]
    for report in reports:
        VALIDATOR.validate(report)


def test_a_single_article_is_reported_to_be_read(tmp_path, capsysbinary):
    (tmp_path / "a.txt").write_text("a  b")
    main([str(tmp_path / "a.txt"), "--lang", "en", "--report", "-"])
    out = capsysbinary.readouterr().out
    assert out.startswith(b'{\n  "file"')
    VALIDATOR.validate(json.loads(out))


@pytest.mark.parametrize("change", [{"extra": 1}, {"locale": 5}, {"findings": [{}]}], ids=str)
def test_the_schema_refuses_what_is_no_report(plan, change):
    report = clean(Source("a  b", "en"), plan).to_dict() | change
    assert not VALIDATOR.is_valid(report)


class Page(HTMLParser):
    """What a page holds: text without its notes, elements, ids, and tags that do not match."""

    VOID = ("meta", "input", "br")

    def __init__(self, html):
        super().__init__()
        self.open, self.ids, self.elements, self.attributes = [], [], [], []
        self.cleaned, self.notes = "", 0
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append(tag)
        self.attributes += attrs
        if "id" in found:
            self.ids.append(found["id"])
        if tag not in self.VOID:
            self.open.append((tag, found.get("class") or ""))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        hidden = any(tag == "del" or name == "note" for tag, name in self.open)
        if any(name == "text" for _, name in self.open) and not hidden:
            self.cleaned += data


def page_of(tmp_path, text, *args, name="a.txt"):
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert main([str(tmp_path / name), *args, "--html", str(tmp_path / "a.html")]) == 0
    return (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_page_of_a_sample_shows_the_cleaned_text_and_each_finding(path, tmp_path, plan):
    text = path.read_text(encoding="utf-8")
    page = Page(page_of(tmp_path, text))
    result = clean(Source(text), plan)
    assert page.cleaned == result.text
    assert len(page.ids) == len(set(page.ids))
    marked = [n for n, finding in enumerate(result.findings, 1) if not finding.reason]
    assert {f"f1-{n}" for n in marked} <= set(page.ids)


def test_a_page_with_marks_says_how_their_notes_are_read(tmp_path):
    assert "Point at a mark" in page_of(tmp_path, "The talks  failed.\n", "--lang", "en")
    assert "Point at a mark" not in page_of(tmp_path, "The talks failed.\n", "--lang", "en")


def test_the_page_fetches_nothing_and_runs_nothing(tmp_path):
    html = page_of(tmp_path, 'The talks  failed <script src="http://a.example/x"></script>\n')
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.elements)
    assert not re.search(r"url\(|@import", html)
    assert not [a for a in page.attributes if a[0] in ("src", "onclick", "onload")]
    assert all(value.startswith("#") for key, value in page.attributes if key == "href")


def test_what_a_text_says_is_never_markup(tmp_path):
    text = 'A <b>  & "q" </span> <!-- --> ]]>  &amp; b\n'
    assert "<b>" not in Page(page_of(tmp_path, text, "--lang", "en")).elements
    html = page_of(tmp_path, "fine\n", name='<i>"a.txt')
    assert "<i>" not in html.replace("<i title", "")


def test_a_mark_is_reached_by_the_keyboard_and_has_its_note(tmp_path):
    html = page_of(tmp_path, "The talks  failed.\n", "--lang", "en")
    mark = re.search(r'<span class="f edit"[^>]*>', html)
    assert mark
    assert 'tabindex="0"' in mark[0]
    described = re.search(r'aria-describedby="([^"]+)"', mark[0])
    assert described
    assert f'id="{described[1]}"' in html


@pytest.mark.parametrize("lang, direction", [("ar", "rtl"), ("he", "rtl"), ("en", "ltr")])
def test_the_direction_is_that_of_the_script(tmp_path, lang, direction):
    html = page_of(tmp_path, "12  13\n", "--lang", lang)
    assert f'lang="{lang}" dir="{direction}"' in html


def test_a_page_of_several_articles_has_an_index(tmp_path):
    records = '{"text": "a  b"}\n{"text": "c  d"}\n'
    html = page_of(tmp_path, records, "--lang", "en", name="a.jsonl")
    assert html.count('<section class="file"') == 2
    assert 'href="#a2"' in html
    assert "line 2" in unescape(html)


@given(st.text(st.sampled_from("ab .,\n\"'\u00ab\u00bb%10\u00e9\u0627<&"), max_size=120))
def test_the_marked_text_is_the_cleaned_text(text):
    plan = load_plan()
    rules = [rule for rule in plan.ruleset.rules if rule.stage in ("numbers", "spacing", "repeats")]
    plan = replace(plan, ruleset=RuleSet(rules))
    for chosen in (plan, replace(plan, suggest=True)):
        result = clean(Source(text, "en"), chosen)
        regions = regions_of(result, source_edits(result), marked_in(result))
        html = Writer(result, 1).render(regions)
        page = Page(f'<p class="text">{html}</p>')
        assert page.cleaned == result.text
