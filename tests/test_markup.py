"""HTML, XML and ninjs: text is found where it stands, and nothing else of a document changes."""

from __future__ import annotations

import codecs
import json
import random
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Decision, Source, clean, clean_item, clean_text, formats, load_plan
from pipeline.bench import documents
from pipeline.bench.documents import MAKERS
from pipeline.bench.lossless import broken_document
from pipeline.cli.clean import main
from pipeline.document import Document, Kind
from pipeline.finding import Finding
from pipeline.formats.html import fragment
from pipeline.formats.segment import source_edits
from pipeline.result import Result, Revision
from pipeline.splitting import split_edits
from pipeline.text import Edit, OffsetMap, Span, apply_edits, minimal_edit

SAMPLES = sorted(path for path in (Path(__file__).parent / "formats").iterdir() if path.is_file())
MARKUP = st.text(
    st.sampled_from(["<", ">", "&", '"', "'", "/", "=", "!", "-", "[", "]", "?", ";", "#"])
    | st.sampled_from("ab \n\u00e9\U0001f600"),
    max_size=60,
)


@pytest.fixture(scope="module")
def plan():
    return load_plan()


def cleaned(name, text, plan):
    layout = formats.read(name, text)
    results = [clean(segment.source("en"), plan) for segment in layout.segments]
    return formats.write(text, layout, results)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_cleaned_as_a_person_has_read_it_and_undone(path, tmp_path, capsysbinary):
    copy, report = tmp_path / path.name, tmp_path / "report.json"
    copy.write_bytes(path.read_bytes())
    assert main([str(copy), "--in-place", "--report", str(report)]) == 0
    assert copy.read_bytes() == (path.parent / "cleaned" / path.name).read_bytes()
    capsysbinary.readouterr()
    assert main(["undo", str(copy), "--report", str(report)]) == 0
    assert capsysbinary.readouterr().out == path.read_bytes()
    assert main([str(copy), "--check"]) == 0  # cleaning twice changes nothing more


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_known_by_its_content_alone(path):
    assert formats.detect("-", path.read_text("utf-8")) == formats.detect(path.name, "")


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8], ids=["plain", "BOM"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_line_ends_and_the_byte_order_mark_stay(path, bom):
    before, after = (
        bom + file.read_bytes().replace(b"\n", b"\r\n")
        for file in (path, path.parent / "cleaned" / path.name)
    )
    assert clean_item(before, format=formats.detect(path.name, "")).item == after


HTML = [
    pytest.param("<p>A  b</p>", "<p>A b</p>", id="paragraph"),
    pytest.param("Talks  in <i>Kiev</i>", "Talks in <i>Kyiv</i>", id="no block at all"),
    pytest.param("<p>in Ki<b>ev</b> now", "<p>in Ky<b>iv</b> now", id="an edit across a tag"),
    pytest.param("<p>in K<b>i</b>ev now", "<p>in K<b>y</b>iv now", id="across two tags"),
    pytest.param(
        '<p>He said “we <a href="k">will go</a>".',
        '<p>He said “we <a href="k">will go</a>”.',
        id="a quote pair around a link",
    ),
    pytest.param("<p>in <b>Ki</b><i>ev</i>.", "<p>in <b>Ky</b><i>iv</i>.", id="two elements"),
    pytest.param("in Kiev &amp; &eacute;  b", "in Kyiv &amp; &eacute; b", id="entities"),
    pytest.param("in K&#105;ev now", "in Kyiv now", id="an entity inside an edit"),
    pytest.param("an <i>end</i> of\n   inadmissibility", None, id="across a tag, in other words"),
    pytest.param("an end of\n   inadmissibility.", "a flat refusal.", id="a line end inside"),
    pytest.param("<p>so <b>it </b> is", None, id="one space, written twice"),
    pytest.param("<p>\n  So it is.\n</p>\n\n<p>\tB.</p>", None, id="layout"),
    pytest.param("<p>So  <!-- a  b -->it", "<p>So <!-- a  b -->it", id="comment"),
    pytest.param("<p>a < b and  c > d", "<p>a < b and c > d", id="signs that are no tags"),
    pytest.param("<p>It is<br>  so  now", "<p>It is<br>  so now", id="line break"),
    pytest.param("<!-- Kiev", None, id="comment without an end"),
    pytest.param("<p>Kiev</p><script>Kiev", "<p>Kyiv</p><script>Kiev", id="script without an end"),
    pytest.param('<p>Kiev</p><a href="Kiev>b', '<p>Kyiv</p><a href="Kiev>b', id="half a tag"),
]
KEPT = [
    pytest.param("<img alt=\"a  b\" title='Kiev' data-x=Kiev>", id="attributes"),
    pytest.param("<a title='>  Kiev  >' href=x>so</a>", id="a sign inside an attribute"),
    pytest.param("<script>a  b</script><style>a  b</style>", id="script"),
    pytest.param('<script>document.write("<p>Kiev</p>")</script>', id="tags in a script"),
    pytest.param("<pre>in  Kiev</pre>", id="pre"),
    pytest.param("<p>See <code>in  Kiev</code>.", id="code"),
    pytest.param("<textarea>a  <b>Kiev</textarea>", id="textarea"),
    pytest.param("<div translate=NO>Kiev <div>Kiev</div> Kiev</div>", id="translate=no, nested"),
    pytest.param('<p>So <b class="x notranslate">in  Kiev</b>.', id="notranslate"),
    pytest.param('<blockquote class="twitter-tweet"><p>Kiev</p></blockquote>', id="tweet"),
    pytest.param("<!-- EMBED START A --><p>Kiev</p><!-- EMBED END A -->", id="embed"),
    pytest.param('<iframe src="Kiev">Kiev</iframe><video>Kiev</video>', id="frames"),
    pytest.param("<svg><text>Kiev  1</text></svg>", id="drawing"),
    pytest.param("<?php echo 'Kiev' ?>", id="instruction"),
]


@pytest.mark.parametrize("before, after", HTML)
def test_the_text_of_html_is_cleaned(plan, before, after):
    assert cleaned("html", before, plan) == (before if after is None else after)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_prose_in_html_is_kept(plan, text):
    assert cleaned("html", text, plan) == text


def test_what_lies_across_a_tag_and_cannot_be_split_is_suggested(plan):
    segment = fragment("It was an end of inad<i>missibility</i>, he said.")
    result = clean(segment.source("en"), plan)
    (finding,) = result.findings
    assert (finding.safety, finding.applied) == ("suggest", False)
    assert finding.reason == "lies across a tag of the file"
    accept = Decision(finding.rule, finding.span, "accept")
    assert clean(segment.source("en"), plan, [accept]).text == segment.text


def test_the_blocks_of_html_have_their_kinds():
    text = "<h1>A</h1><p>B<li>C</li><blockquote>D</blockquote><figcaption>E</figcaption>F"
    segment = fragment(text)
    assert [(block.kind, block.span.of(segment.text)) for block in segment.blocks] == [
        (Kind.HEADLINE, "A"),
        (Kind.PARAGRAPH, "B"),
        (Kind.LIST_ITEM, "C"),
        (Kind.QUOTATION, "D"),
        (Kind.CAPTION, "E"),
        (Kind.PARAGRAPH, "F"),
    ]


class Words(HTMLParser):
    """The words of a document as the parser of the standard library reads them."""

    def __init__(self, text):
        super().__init__()
        self.words = ""
        self.kept = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.kept += tag in ("script", "pre") or ("translate", "no") in attrs
        self.words += " " if tag in ("p", "h2", "li", "div", "blockquote") else ""

    def handle_endtag(self, tag):
        self.kept = 0
        self.words += " " if tag in ("p", "h2", "li", "div", "blockquote") else ""

    def handle_data(self, data):
        self.words += "" if self.kept else data


@given(st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_words_are_those_of_the_parser_of_the_standard_library(chance):
    text = documents.html(chance)
    assert fragment(text).text.split() == Words(text).words.split()


@pytest.mark.parametrize("name", MAKERS)
def test_nothing_but_text_changes_in_generated_documents(plan, name):
    assert [broken_document(name, seed, plan)[0] for seed in range(40)] == [""] * 40


@pytest.mark.parametrize("name", ["html", "xml", "ninjs", "jsonl"])
@given(text=MARKUP)
def test_bad_markup_never_raises_and_comes_back_as_it_was(name, text):
    layout = formats.read(name, text)
    results = [Result(Source(s.text), (), Document(s.text), "") for s in layout.segments]
    assert formats.write(text, layout, results) == text


def plain(segment):
    """Return the source of a segment without what its tags forbid."""
    return Source(segment.text, "en", blocks=segment.blocks, protected=segment.protected)


@pytest.mark.parametrize("name", MAKERS)
def test_the_edits_of_a_format_are_those_of_its_text_as_plain_text(plan, name):
    format_name, make = MAKERS[name]
    seen = 0
    for seed in range(15):
        text = make(random.Random(seed))  # noqa: S311 - repeatable, no secret
        for segment in formats.read(format_name, text).segments:
            result = clean(segment.source("en"), plan)
            if all(
                finding.reason != "lies across a tag of the file" for finding in result.findings
            ):
                assert result.text == clean(plain(segment), plan).text
                seen += result.changed
    assert seen > 5


def inside_tags(text, seed, boundaries):
    """Return sorted edits that do not clash, split at the boundaries where they can be."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text) + 1, 6)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = "".join(chance.choice("xyz ") for _ in range(chance.choice((0, 1, end - start))))
        edit = minimal_edit(text, start, end, after)
        split = split_edits(text, (edit,), boundaries) if edit else None
        if split and (not edits or split[0].span.start > edits[-1].span.end):
            edits += split
    return edits


@given(st.text("abc ", min_size=1, max_size=40), st.sets(st.integers(1, 39)), st.integers(0, 10**6))
@settings(max_examples=300, deadline=None)
def test_edits_over_many_passes_stay_on_their_side_of_a_tag(text, places, seed):
    boundaries = tuple(sorted(place for place in places if place < len(text)))
    source = Source(text, boundaries=boundaries)
    document = Document(text, boundaries=boundaries)
    revisions = []
    for number in range(3):
        edits = inside_tags(document.text, seed + number, document.boundaries)
        applied = tuple(Finding("test.rule", edit.span, "", (edit,)) for edit in edits)
        after, offsets = document.edited(edits) if edits else (document, OffsetMap())
        revisions.append(Revision("test", document.text, applied, (), after.text, offsets))
        document = after
    edits = source_edits(Result(source, tuple(revisions), document, "test"))
    assert apply_edits(text, edits) == document.text
    for edit in edits:
        assert not any(edit.span.start < at < edit.span.end for at in boundaries)
    assert len(document.boundaries) == len(boundaries)


BITS = (
    "<b>,</b>,<p>,</p>,<!-- x y -->,<pre>q</pre>,<code>z z</code>,<br>,&amp;,&eacute;,&#105;,&nbsp;,"
    "a,b,c, ,  ,\n ,< ,& ,<script>if(a<b)</script>,<td>,word,<i a='>'>,</i>,&NotEqualTilde;,<img>"
).split(",")
IN_FILE = {
    "html": str,
    "ninjs": lambda text: json.dumps({"body_html": text}),
    "xml": lambda text: f"<rss><item><description>{escape(text)}</description></item></rss>",
}


def is_free(edit, segment):
    """Tell whether the edit keeps off protected spans, and off the rims of white space."""
    start, end = edit.span.start, edit.span.end
    bare = segment.text[start:end].strip() == segment.text[start:end]
    return bare and not any(one.start <= end and start <= one.end for one in segment.protected)


@pytest.mark.parametrize("name", IN_FILE)
@given(st.lists(st.sampled_from(BITS), max_size=16), st.integers(0, 10**6))
@settings(max_examples=200, deadline=None)
def test_any_edits_of_an_article_are_those_edits_of_its_words_in_the_file(name, bits, seed):
    text = IN_FILE[name]("".join(bits) + "<u>")
    for segment in formats.read(name, text).segments:
        chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
        size = len(segment.text) + 1
        cuts = sorted(chance.sample(range(size), min(size, 4)))
        edits = []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            edit = Edit(Span(start, end), chance.choice(("x", "Q&A", "<k>", "yy", '"')))
            if is_free(edit, segment):
                edits += split_edits(segment.text, (edit,), segment.boundaries) or ()
        after = apply_edits(text, sorted(segment.place(edits), key=lambda edit: edit.span))
        (again,) = formats.read(name, after).segments
        assert again.text == apply_edits(segment.text, edits)


REFUSED = [
    pytest.param('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', id="an entity"),
    pytest.param(
        '<!DOCTYPE nitf [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]><nitf>&c;</nitf>', id="a bomb"
    ),
    pytest.param(
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', id="a file"
    ),
    pytest.param(
        '<!DOCTYPE nitf [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]><nitf/>',
        id="a parameter entity",
    ),
]


@pytest.mark.parametrize("text", REFUSED)
def test_hostile_xml_is_refused(text, tmp_path, capsysbinary):
    path = tmp_path / "a.xml"
    path.write_text(text)
    assert main([str(path), "--in-place"]) == 2
    out, err = capsysbinary.readouterr()
    assert (out, path.read_text()) == (b"", text)
    assert b"in its DOCTYPE: refused" in err
    found = clean_item(text, format="xml")
    assert (found.item, found.results) == (text, ())
    assert "entit" in found.refused


@pytest.mark.parametrize(
    "text, said",
    [
        pytest.param("<nitf><body><p>a  b</body></nitf>", "mismatched tag at line 1", id="nesting"),
        pytest.param("<nitf>\n<a b=c/></nitf>", "line 2, column", id="attribute"),
        pytest.param("<nitf>a & b</nitf>", "not well-formed XML", id="sign"),
        pytest.param("<nitf>", "no element found", id="no end"),
        pytest.param("<note>a  b</note>", "root element <note> is of none of", id="unknown root"),
        pytest.param("<nitf>\ud83d</nitf>", "half a surrogate pair", id="surrogate"),
    ],
)
def test_xml_that_cannot_be_read_comes_back_with_a_remark(text, said):
    found = clean_item(text, format="xml")
    assert found.item == text
    assert said in found.remarks[0]


def test_a_declared_charset_is_kept_and_what_it_lacks_becomes_a_reference(tmp_path, capsysbinary):
    text = (
        '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><body.content>'
        '<p>The caf\u00e9 in Kiev: &#8220;so it is", he said, &#8220;and so  it stays".</p>'
        "</body.content></body></nitf>"
    )
    path, report = tmp_path / "a.xml", tmp_path / "r.json"
    path.write_bytes(text.encode("latin-1"))
    assert main([str(path), "--lang", "en", "--in-place", "--report", str(report)]) == 0
    after = path.read_bytes().decode("latin-1")
    assert "caf\u00e9 in Kyiv: &#8220;so it is&#8221;" in after
    capsysbinary.readouterr()
    assert main(["undo", str(path), "--report", str(report)]) == 0
    assert capsysbinary.readouterr().out == text.encode("latin-1")


def test_utf_16_with_a_declaration_is_written_as_it_was():
    text = '<?xml version="1.0" encoding="UTF-16"?><feed><entry><title>A  b</title></entry></feed>'
    given = codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    after = codecs.BOM_UTF16_LE + text.replace("A  b", "A b").encode("utf-16-le")
    assert clean_item(given, lang="en").item == after


@pytest.mark.parametrize(
    "name, text, expected",
    [
        pytest.param("ninjs", "ninjs2.json", ("en", "fr", "2024-03-19"), id="ninjs"),
        pytest.param("xml", "newsml.xml", ("en", "fr", "2024-03-19"), id="NewsML-G2"),
        pytest.param("xml", "nitf.xml", (None, None, "2024-03-19"), id="NITF"),
        pytest.param("xml", "feed.atom", ("en", None, "2024-03-19"), id="Atom"),
        pytest.param("xml", "feed.rss", ("en", None, "2024-03-19"), id="RSS"),
        pytest.param("html", "page.html", ("en", None, None), id="HTML"),
    ],
)
def test_language_and_day_are_read_from_the_item(name, text, expected):
    text = (Path(__file__).parent / "formats" / text).read_text("utf-8")
    segment = formats.read(name, text).segments[0]
    assert (segment.lang, segment.source_lang, segment.date) == expected
    source = segment.source("de", "uk", None, "2020-01-01")
    assert (source.lang, source.source_lang, source.date) == ("de", "uk", "2020-01-01")


def test_counts_follow_the_text_only_where_it_changes():
    body = "<p>The the trains are  running.</p>"
    item = {
        "headlines": [{"value": "Trains  run"}],
        "bodies": [
            {"contentType": "text/html", "charCount": 40, "wordCount": 5, "value": body},
            {"contentType": "text/plain", "charCount": 7, "value": "So it is."},
        ],
    }
    after = clean_item(item, lang="en").item
    assert after["bodies"][0]["value"] == "<p>The trains are running.</p>"
    assert (after["bodies"][0]["charCount"], after["bodies"][0]["wordCount"]) == (35, 4)
    assert after["bodies"][1] == item["bodies"][1]


@pytest.mark.parametrize("form", [json.dumps, lambda item: json.dumps(item).encode(), dict])
def test_an_item_comes_back_as_what_it_was(form):
    item = {"uri": "a", "headline": "Talks  failed", "language": "en"}
    given = form({**item, "body_text": "So  it is."})
    found = clean_item(given)
    assert type(found.item) is type(given)
    assert found.item == form({**item, "headline": "Talks failed", "body_text": "So it is."})
    assert [len(result.applied) for result in found.results] == [2]


def test_a_mapping_keeps_what_json_does_not_have():
    odd = object()
    item = {"body_text": "So  it is.", "_id": odd, "tags": ("a", odd), 5: 1.50}
    after = clean_item(item, lang="en").item
    assert after == {**item, "body_text": "So it is."}
    assert after["_id"] is odd


@pytest.mark.parametrize("item", [b"\x89PNG\r\n\x1a\n\0\0", b"%PDF-1.7"])
def test_bytes_that_are_no_text_come_back_with_the_reason(item):
    found = clean_item(item)
    assert found.item is item
    assert "this is not text but" in found.refused


@pytest.mark.parametrize("item", [None, 5, ["Talks  failed"], {"a"}], ids=repr)
def test_what_is_no_item_comes_back_with_the_reason(item):
    found = clean_item(item)
    assert found.item is item
    assert found.refused.startswith("an item is bytes, text or a dict; this is a ")


@pytest.mark.parametrize("text", [b"Talks  failed", None, 5, ["a"]], ids=repr)
def test_what_is_no_text_is_a_mistake_of_the_caller(text):
    with pytest.raises(TypeError, match="the text of a source is a str, not"):
        clean_text(text)


LONG = 40_000


@pytest.mark.parametrize(
    "name, text",
    [
        pytest.param("html", "<" * LONG, id="signs"),
        pytest.param("html", '<a b="' * LONG, id="attributes without an end"),
        pytest.param("html", "<![CDATA[" * LONG, id="sections without an end"),
        pytest.param("html", "<!-" * LONG, id="half comments"),
        pytest.param("html", "<script>" * LONG, id="scripts"),
        pytest.param("html", "<div>" * LONG + "a", id="blocks inside one another"),
        pytest.param("html", "&amp" * (LONG // 4), id="entities"),
        pytest.param("html", "<p>" + " \n" * LONG + "b", id="white space"),
        pytest.param("html", "a<b>b</b> " * (LONG // 4), id="tags"),
        pytest.param("xml", "<nitf>" * LONG + "</nitf>" * LONG, id="elements inside one another"),
        pytest.param("ninjs", '{"bodies":[' * 5_000, id="members inside one another"),
    ],
)
def test_markup_is_read_in_linear_time(name, text):
    start = process_time()
    formats.read(name, text)
    assert process_time() - start < 5


def test_an_insertion_at_a_tag_stands_before_it():
    segment = fragment("<p>a<b>b</b></p>")
    assert segment.boundaries == (1,)
    assert segment.place([Edit(Span(1, 1), "x")]) == [Edit(Span(4, 4), "x")]
