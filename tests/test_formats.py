"""Formats are lossless: what is not edited comes back as it was, and every edit finds its place."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Source, clean, formats, load_plan
from pipeline.document import Document, Kind
from pipeline.finding import Finding
from pipeline.formats.segment import Piece, place_by, source_edits
from pipeline.plan import RuleSet
from pipeline.result import Result, Revision
from pipeline.text import Edit, OffsetMap, Span, apply_edits

TEXTS = st.text(
    st.sampled_from('ab \n\r\t"\\#*_`|>-<[](){}:/\u00e9\u00a0\u2028\U0001f600'), max_size=200
)


@pytest.fixture(scope="module")
def plan():
    """A plan with one rule, which is enough to see where edits land."""
    whole = load_plan()
    return replace(whole, ruleset=RuleSet([whole.ruleset.by_id["spacing.double"]]))


def cleaned(name, text, plan, fields=()):
    layout = formats.read(name, text, fields)
    results = [
        clean(Source(s.text, "en", blocks=s.blocks, protected=s.protected), plan)
        for s in layout.segments
    ]
    return formats.write(text, layout, results)


def edited(text, seed):
    """Return random sorted edits of a text that do not clash."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, no secret
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text) + 1, chance.choice((2, 4, 6)))))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = chance.choice(("", "x", "yy", '"', "\u00e9", "\U0001f600", text[start:end]))
        if after != text[start:end] and (edits == [] or start > edits[-1].span.end):
            edits.append(Edit(Span(start, end), after))
    return edits


def revised(source, seeds):
    """Return a result of random revisions, as the engine would make it."""
    text, revisions = source, []
    for seed in seeds:
        edits = edited(text, seed)
        after = apply_edits(text, edits)
        applied = tuple(Finding("test.rule", edit.span, "", (edit,)) for edit in edits)
        revisions.append(Revision("test", text, applied, (), after, OffsetMap(edits)))
        text = after
    return Result(Source(source), tuple(revisions), Document(text), "test")


@given(TEXTS, st.lists(st.integers(0, 10_000), max_size=5))
def test_the_edits_of_all_revisions_add_up(text, seeds):
    result = revised(text, seeds)
    edits = source_edits(result)
    assert apply_edits(text, edits) == result.text
    assert edits == sorted(edits)


@pytest.mark.parametrize(
    "name, text, expected",
    [
        pytest.param("story.md", "", "markdown", id="suffix"),
        pytest.param("STORY.TXT", "# Head\n\n[a](b)", "text", id="a suffix decides before content"),
        pytest.param("a.ndjson", "", "jsonl", id="ndjson"),
        pytest.param("-", '{"text": "a"}\n{"text": "b"}\n', "jsonl", id="records"),
        pytest.param("-", "{not a record}\n", "text", id="braces"),
        pytest.param("-", "---\ntitle: A\n---\n\nText.", "markdown", id="front matter"),
        pytest.param("-", "# Head\n\nSee [this](http://a.b).", "markdown", id="two signs"),
        pytest.param("-", "# 5 in the list\n\nPlain.", "text", id="one sign is too few"),
        pytest.param("-", "Plain.", "text", id="plain"),
        pytest.param("-", "", "text", id="empty"),
    ],
)
def test_the_format_is_told_by_the_suffix_then_by_the_text(name, text, expected):
    assert formats.detect(name, text) == expected


@pytest.mark.parametrize("name", formats.FORMATS)
@given(text=TEXTS)
def test_nothing_changes_unless_a_rule_edits(name, text):
    layout = formats.read(name, text)
    results = [Result(Source(s.text), (), Document(s.text), "") for s in layout.segments]
    assert formats.write(text, layout, results) == text


@pytest.mark.parametrize("name", formats.FORMATS)
@given(text=TEXTS)
def test_blocks_and_protected_spans_are_sorted_disjoint_and_inside(name, text):
    for segment in formats.read(name, text).segments:
        for spans in ([block.span for block in segment.blocks], segment.protected):
            ends = [0]
            for span in spans:
                assert ends[-1] <= span.start < span.end <= len(segment.text)
                ends.append(span.end)


MARKDOWN = [
    pytest.param("A  b", "A b", id="prose"),
    pytest.param("# A  b  ##", "# A b  ##", id="heading"),
    pytest.param("A  b\n====", "A b\n====", id="underlined heading"),
    pytest.param("- a  b\n  c  d", "- a b\n  c d", id="list"),
    pytest.param("1.  a  b", "1.  a b", id="numbered list"),
    pytest.param("- [ ]  a  b", "- [ ]  a b", id="task list"),
    pytest.param(">  a  b", ">  a b", id="quotation"),
    pytest.param("| a  b  |  c |\n|---|---|", "| a b  |  c |\n|---|---|", id="table"),
    pytest.param("[a  b](http://c/d)", "[a b](http://c/d)", id="the text of a link"),
    pytest.param("**a  b**  c", "**a b** c", id="emphasis"),
    pytest.param("a  b  \nc", "a b  \nc", id="a line break of two spaces"),
    pytest.param("[^1]:  a  b", "[^1]:  a b", id="footnote"),
    pytest.param("a  b\r\n\r\nc  d\r\n", "a b\r\n\r\nc d\r\n", id="windows line ends"),
]
KEPT = [
    pytest.param("```\na  b\n```", id="fenced code"),
    pytest.param("~~~py\na  b\n", id="fenced code without an end"),
    pytest.param("> ```\n> a  b\n> ```", id="fenced code in a quotation"),
    pytest.param("A.\n\n    a  b\n\n    c  d", id="indented code"),
    pytest.param("\ta  b", id="code after a tab"),
    pytest.param("See `a  b` there.", id="code in a line"),
    pytest.param("See ``a  ` b`` there.", id="code with a backtick in it"),
    pytest.param("See `a  b\nc  d` there.", id="code over two lines"),
    pytest.param("[a](<b  c>)", id="target"),
    pytest.param('[a](b "c  d")', id="title of a link"),
    pytest.param('[a]: http://b  "c  d"', id="definition"),
    pytest.param("---\ntitle: a  b\n---\n", id="front matter"),
    pytest.param("+++\ntitle =  'a  b'\n+++\n", id="front matter in TOML"),
    pytest.param("<!-- a  b\n\nc  d -->", id="comment"),
    pytest.param("<!-- a  b", id="comment without an end"),
    pytest.param('<img alt="a  b"  src="c">', id="tag"),
    pytest.param("<pre>\na  b\n\nc  d</pre>", id="preformatted"),
    pytest.param("<script>a  b</script>", id="script"),
    pytest.param("* * *\n\n-  -  -", id="rules"),
    pytest.param("|  a  |\n|:--  |  --:|", id="padding of a table"),
]


@pytest.mark.parametrize("before, after", MARKDOWN)
def test_markdown_prose_is_cleaned(plan, before, after):
    assert cleaned("markdown", before, plan) == after


@pytest.mark.parametrize("text", KEPT)
def test_markdown_markup_is_kept(plan, text):
    assert cleaned("markdown", text, plan) == text


def test_markdown_blocks_have_their_kinds():
    text = "# Head\n\nWrapped\nprose.\n\nUnder\n---\n\n- one\n- two\n\n> quoted\n\n```\ncode\n```\n"
    (segment,) = formats.read("markdown", text).segments
    assert [(block.kind, block.span.of(text)) for block in segment.blocks] == [
        (Kind.HEADLINE, "Head"),
        (Kind.PARAGRAPH, "Wrapped\nprose."),
        (Kind.HEADLINE, "Under"),
        (Kind.LIST_ITEM, "one"),
        (Kind.LIST_ITEM, "two"),
        (Kind.QUOTATION, "quoted"),
        (Kind.CODE, "```"),
        (Kind.CODE, "code"),
        (Kind.CODE, "```"),
    ]


JSONL = [
    pytest.param('{"text":"a  b"}', '{"text":"a b"}', id="one record"),
    pytest.param('{ "text" : "a  b" ,"id":1.0}\n', '{ "text" : "a b" ,"id":1.0}\n', id="layout"),
    pytest.param('{"text":"a  b"}\r\n', '{"text":"a b"}\r\n', id="windows line ends"),
    pytest.param(
        r'{"text":"\u0061  \/b"}', r'{"text":"\u0061 \/b"}', id="escapes stay as they are"
    ),
    pytest.param(r'{"text":"\ud83d\ude00  b"}', r'{"text":"\ud83d\ude00 b"}', id="surrogate pair"),
    pytest.param(r'{"text":"\ud83d  b"}', r'{"text":"\ud83d b"}', id="half a pair"),
    pytest.param(r'{"text":"a\n\nb  c\"d"}', r'{"text":"a\n\nb c\"d"}', id="line ends and quotes"),
    pytest.param('{"text":"a  b","url":"c  d"}', '{"text":"a b","url":"c  d"}', id="other fields"),
    pytest.param(
        '{"a":{"text":"a  b"}}', '{"a":{"text":"a  b"}}', id="a nested field is not usual"
    ),
    pytest.param('{"text":5,"body":"a  b"}', '{"text":5,"body":"a b"}', id="a number"),
    pytest.param('{"text":""}', '{"text":""}', id="empty"),
    pytest.param('{"text":"a\u2028b  c"}', '{"text":"a\u2028b c"}', id="line separator"),
    pytest.param('{"text":["a  b","c"]}', '{"text":["a b","c"]}', id="a list of paragraphs"),
    pytest.param('broken {"text":"a  b"}', 'broken {"text":"a  b"}', id="not JSON"),
    pytest.param('["a  b"]', '["a  b"]', id="not a record"),
    pytest.param(
        '{"text":"a  b"}\n\nbroken\n{"text":"c  d"}',
        '{"text":"a b"}\n\nbroken\n{"text":"c d"}',
        id="a broken line between records",
    ),
]


@pytest.mark.parametrize("before, after", JSONL)
def test_json_lines_are_edited_inside_their_strings(plan, before, after):
    assert cleaned("jsonl", before, plan) == after


def test_a_path_names_a_nested_field_and_looks_into_lists(plan):
    text = '{"item":{"body":"a  b"},"parts":[{"p":"c  d"},{"p":"e  f"}],"text":"g  h"}'
    expected = text.replace("a  b", "a b").replace("c  d", "c d").replace("e  f", "e f")
    assert cleaned("jsonl", text, plan, ("item.body", "parts.p")) == expected


def test_what_was_passed_over_is_said():
    layout = formats.read("jsonl", 'broken\n{"other":"a"}\n\n{"text":"b"}\n')
    assert [segment.name for segment in layout.segments] == ["line 4"]
    assert "line 1 is not a JSON record" in layout.remarks[0]
    assert layout.remarks[1].startswith("1 of 2 records have none of the fields")


@pytest.mark.parametrize(
    "number, said",
    [
        (1, "line 1 is not a JSON record and was left as it is"),
        (3, "lines 1, 2, 3 are not JSON records and were left as they are"),
        (1200, "lines 1, 2, 3, 4, 5 and 1,195 more are not JSON records and were left as they are"),
    ],
)
def test_one_remark_is_made_of_all_lines_that_are_no_records(number, said):
    assert formats.read("jsonl", "text\n" * number).remarks == (said,)


def test_the_fields_of_a_record_are_one_article_with_a_gap_that_is_protected():
    (segment,) = formats.read("jsonl", '{"body":"Text.","headline":"Head"}').segments
    assert segment.text == "Head\n\nText."
    assert segment.protected == (Span(4, 6),)


@pytest.mark.parametrize(
    "line, expected",
    [
        pytest.param(r'{"text":"caf\u00e9"}', r"\u00e9", id="a line of escapes is escaped"),
        pytest.param('{"text":"caf\u00e9"}', "\u00e9", id="a line in UTF-8 is not"),
        pytest.param('{"text":"cafe"}', "\u00e9", id="an ASCII line is not"),
        pytest.param('{"text":"cafe"}\n{"a":"\\u00e9"}', r"\u00e9", id="an ASCII line as its file"),
        pytest.param('{"text":"cafe"}\n{"a":"\u00e9\\u00e9"}', "\u00e9", id="a mixed file is not"),
    ],
)
def test_new_text_is_escaped_as_the_line_is(line, expected):
    segment = formats.read("jsonl", line).segments[0]
    (edit,) = segment.place([Edit(Span(0, 1), "\u00e9")])
    assert edit.replacement == expected


RECORDS = st.fixed_dictionaries(
    {"id": st.integers(), "body": TEXTS, "headline": TEXTS, "url": TEXTS},
    optional={"tags": st.lists(TEXTS, max_size=2)},
)


@given(RECORDS, st.booleans(), st.integers(0, 10_000))
@settings(max_examples=200)
def test_an_edit_of_an_article_is_that_edit_of_its_field(record, ascii_only, seed):
    line = json.dumps(record, ensure_ascii=ascii_only)
    for segment in formats.read("jsonl", line).segments:
        gap = segment.protected[0] if segment.protected else Span(len(segment.text), 10**6)
        edits = [
            edit
            for edit in edited(segment.text, seed)
            if not (edit.span.start < gap.end and gap.start < edit.span.end)
        ]
        changed = json.loads(apply_edits(line, sorted(segment.place(edits))))
        after = apply_edits(segment.text, edits)
        fields = [changed[key] for key in ("headline", "body") if record[key]]
        assert "\n\n".join(fields) == after
        assert {**changed, "headline": "", "body": ""} == {**record, "headline": "", "body": ""}


def test_an_insertion_before_an_escape_stands_before_it():
    pieces = [Piece(Span(0, 1), Span(1, 7)), Piece(Span(1, 2), Span(7, 8))]
    place = place_by(pieces, str)
    assert place([Edit(Span(0, 0), "x"), Edit(Span(1, 1), "y")]) == [
        Edit(Span(1, 1), "x"),
        Edit(Span(7, 7), "y"),
    ]


LONG = 40_000


@pytest.mark.parametrize(
    "name, text",
    [
        pytest.param("markdown", "# a" + " " * LONG + "b", id="spaces in a heading"),
        pytest.param("markdown", "|" + " " * LONG + "x", id="spaces in a table"),
        pytest.param("markdown", "[^" * LONG, id="footnotes without an end"),
        pytest.param("markdown", "a](b(c)d(e" * (LONG // 10), id="links without an end"),
        pytest.param("markdown", "`a``b" * (LONG // 5), id="backticks"),
        pytest.param("markdown", "<!--" * LONG, id="comments"),
        pytest.param("jsonl", '"\\' * LONG, id="quotes"),
        pytest.param("jsonl", "[" * LONG, id="lists without an end"),
        pytest.param("jsonl", '{"text":"' + "\\u00e9" * LONG + '"}', id="escapes"),
    ],
)
def test_bad_text_is_read_in_linear_time(name, text):
    start = perf_counter()
    formats.read(name, text)
    assert perf_counter() - start < 5
