"""The bench: detectors count what they name, edits are judged fairly, floors hold."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from pipeline.bench import matching, metrics
from pipeline.bench.__main__ import Run, _write_json
from pipeline.bench.classes import classes
from pipeline.bench.conventions import CONVENTIONS
from pipeline.bench.corpus import Article, Corpus, Limits, Segment, read_data, read_samples
from pipeline.bench.detectors import DETECTORS
from pipeline.bench.direction import direction, verdict
from pipeline.bench.floors import FloorError, check, pinned, read_floors, write_floors
from pipeline.bench.measure import Measure, Parameters, Table
from pipeline.document import Document, Source
from pipeline.finding import Finding
from pipeline.result import Result, Revision
from pipeline.text import Edit, OffsetMap, Span, apply_edits

BY_NAME = {detector.name: detector for detector in DETECTORS}
STYLES = {convention.name: convention for convention in CONVENTIONS}

FOUND = [
    ("html entity", "en", "Tom &amp; Ann said &#39;no&#39;.", 3),
    ("other script", "en", "The word \u0440\u0443\u0448\u043d\u0438\u043a stayed.", 1),
    ("other script", "ru", "\u0421\u043b\u043e\u0432\u043e \u4e2d\u56fd.", 1),
    ("space inside quotes", "en", 'It was a " preventive " strike.', 1),
    ("space inside quotes", "en", "It was a \u201c preventive \u201d strike.", 1),
    ("space before mark", "en", "He came , and saw .", 2),
    ("space before mark", "fr", "Il vint , puis vit.", 1),
    ("foreign quote marks", "en", "A \u00abpreventive\u00bb strike", 2),
    ("foreign quote marks", "de", "Ein \u201eWort\u201d", 1),
    ("mixed quotes", "en", 'One "word" and \u201canother\u201d', 1),
    ("lower case after stop", "en", "They left early. they came back.", 1),
    ("name in lower case", "en", "He lives in paris.", 1),
    ("demonym in lower case", "en", "The american press", 1),
    ("'30 000'", "en", "Some 30 000 people and 1 200 000 more", 2),
    ("decimal comma", "en", "Growth of 1,5 percent, then 3,1415", 2),
    ("'40 %'", "en", "About 40 % and 5\u00a0%", 2),
    ("currency side", "en", "It cost 10 \u20ac, or $ 31m, or US $5", 3),
    ("'14. September'", "en", "On 14. September and 12.02.2023", 2),
    ("doubled word", "en", "It is in in danger.", 1),
    ("phrase loop", "en", "We go to the market, to the market, to the market.", 1),
    ("double space", "en", "One  two", 1),
    ("CJK punctuation", "en", "Yes\uff0cof course\u3002", 2),
    ("mojibake", "en", "caf\u00c3\u00a9 and \u0093word\u0094", 3),
    ("control or zero width", "en", "one\u200btwo\u00ad", 2),
    ("engine leftover", "uk", "<unk>\u041c\u0438", 1),
    ("leftover 'M.'", "en", "They say that M. Black said", 1),
    ("calque phrase", "en", "In the framework of the talks", 1),
    ("number in English style", "ru", "1,200 \u0438 1,000,000", 2),
    ("decimal point", "fr", "Il vaut 1.5 million", 1),
    ("calendar word in capitals", "fr", "Il vient le Lundi.", 1),
    ("fr: mark without space", "fr", "Vraiment? Oui!", 2),
    ("es: question not opened", "es", "Qu\u00e9 hora es?", 1),
    ("letter of another language", "uk", "\u043c\u044b", 1),
    ("Latin in a Cyrillic word", "ru", "\u043c\u043eck\u0432\u0430", 1),
]

LEFT = [
    ("html entity", "en", "R&D; AT&T"),
    ("other script", "en", "na\u00efve \u0141\u00f3d"),
    ("space inside quotes", "en", 'He said "yes" and "no" twice.'),
    ("space before mark", "en", "It ends ... here: yes"),
    ("space before mark", "fr", "Vraiment ? Oui !"),
    ("foreign quote marks", "fr", "\u00ab\u00a0mot\u00a0\u00bb"),
    ("mixed quotes", "en", 'One "word" and "another"'),
    ("lower case after stop", "en", "Pens, ink etc. were sold."),
    ("name in lower case", "en", "See www.paris.fr and @london, plaster of paris-white"),
    ("'30 000'", "en", "In 2020 300 people came, then 5100 more"),
    ("decimal comma", "en", "12,500 people, 1,200,000 euros"),
    ("'40 %'", "en", "40% of it"),
    ("currency side", "en", "\u20ac10, $31m, US$5"),
    ("'14. September'", "en", "On 14 September, version 1.2.3.4"),
    ("doubled word", "en", "He had had it; I know that that is so; Duran Duran"),
    ("phrase loop", "en", "More and more people came and went."),
    ("double space", "en", "One two"),
    ("mojibake", "fr", "\u00c0 No\u00ebl, \u00c2ge"),
    ("leftover 'M.'", "en", "John M. Black of 3M. Yes"),
    ("number in English style", "fr", "1 200 et 1,5"),
    ("decimal point", "de", "Am 12.02.2023 um 20.30 Uhr"),
    ("calendar word in capitals", "fr", "Lundi, il vient."),
    ("fr: mark without space", "fr", "Vraiment\u202f? \u00e0 12:30"),
    ("es: question not opened", "es", "\u00bfQu\u00e9 hora es?"),
    ("Latin in a Cyrillic word", "ru", "IT-\u043e\u0442\u0434\u0435\u043b"),
]


@pytest.mark.parametrize("name, lang, text, count", FOUND)
def test_a_detector_finds_its_class(name, lang, text, count):
    assert len(BY_NAME[name].hits(Segment(text, lang))) == count


@pytest.mark.parametrize("name, lang, text", LEFT)
def test_a_detector_leaves_correct_text_alone(name, lang, text):
    assert BY_NAME[name].hits(Segment(text, lang)) == []


@pytest.mark.parametrize(
    "name, text, source, count",
    [
        ("source quotes lost", "A preventive strike", "Une frappe \u00abpr\u00e9ventive\u00bb", 1),
        (
            "source quotes lost",
            "A 'preventive' strike",
            "Une frappe \u00abpr\u00e9ventive\u00bb",
            0,
        ),
        ("lower-case start", "the street is long", "La rue est longue", 1),
        ("lower-case start", "the street is long", "la rue est longue", 0),
        ("number missing", "Many people", "Quelque 1 234 personnes", 1),
        ("number missing", "Some 1,234 people", "Quelque 1 234 personnes", 0),
        ("number missing", "At half past six", "\u00c0 18:30", 0),
        ("untranslated word", "The weather dans the city", "Le temps dans la ville", 1),
        ("untranslated word", "The Garde des Sceaux", "Le garde des sceaux", 0),
    ],
)
def test_a_detector_compares_with_the_source(name, text, source, count):
    assert len(BY_NAME[name].hits(Segment(text, "en", source, "fr"))) == count


def test_every_detector_has_a_case():
    by_source = {"source quotes lost", "lower-case start", "number missing", "untranslated word"}
    assert {name for name, *_ in FOUND} | by_source == set(BY_NAME)


@pytest.mark.parametrize(
    "name, text, mixed",
    [
        ("double quotes", 'He said "a" and \u201cb\u201d.', True),
        (
            "double quotes",
            "\u00ab\u00a0un \u201cmot\u201d ici\u00a0\u00bb et \u00ab\u00a0b\u00a0\u00bb",
            False,
        ),
        ("apostrophe", "It's Ann\u2019s", True),
        ("apostrophe", "It's Ann's", False),
        ("spelling", "the colour of the harbor", True),
        ("spelling", "labour, laboratories, honorary, criticism", False),
        ("ise or ize", "organise what they realized", True),
        ("percent", "5% and 6 percent", True),
        ("Kyiv", "Kyiv, formerly Kiev", True),
        ("dash", "one \u2014 two \u2014 three", False),
    ],
)
def test_an_article_is_mixed_when_it_uses_two_styles(name, text, mixed):
    assert (len(STYLES[name].counts(text, "en")) > 1) is mixed


@pytest.mark.parametrize(
    "before, after, way",
    [
        ("They paid 1,5 million euros", "They paid 1.5 million euros", "towards"),
        ("They paid 1.5 million euros", "They paid 1,5 million euros", "away"),
        ("They paid 1.5 million X", "They paid 1.5 million Y", "neutral"),
        ("They paid \u00ab1.5\u00bb million", 'They paid "1.5" million', "style"),
        ("They paid  1.5 million euros", "They paid 1.5 million euros", "towards"),
    ],
)
def test_an_edit_is_judged_by_what_a_person_wrote(before, after, way):
    reference = "On Monday they said that They paid 1.5 million euros for a house in the south."
    assert verdict(before, after, reference) == way


def one_space(text, **_):
    """Stand in for `clean_text`: two spaces become one, and blocks that say DROP go."""
    edits = [Edit(Span(at + 1, at + 2), "") for at in range(len(text)) if text[at : at + 2] == "  "]
    drop = text.find("DROP\n\n")
    if drop >= 0:
        edits = sorted([*edits, Edit(Span(drop, drop + 6), "")])
    found = tuple(Finding("spacing.double", edit.span, "two spaces", (edit,)) for edit in edits)
    after = apply_edits(text, edits)
    revision = Revision("spacing", text, found, (), after, OffsetMap(edits))
    return Result(Source(text), (revision,), Document(after), "test")


@pytest.fixture
def article():
    return Article(
        id="a",
        lang="en",
        source_lang="fr",
        engine="google",
        mt=("One  two.", "DROP", "In paris  today."),
        source=("Un deux.", "X", "A Paris."),
        reference=("One two.", "", "In Paris today."),
    )


@pytest.fixture
def corpus(article):
    return Corpus("toy", "0", (article,), (Segment("A  b.", "en"), Segment("A b.", "en")), ())


def test_segments_are_followed_through_edits_and_removals(article):
    (cleaned,) = metrics.clean_articles(one_space, (article,), "lang")
    assert cleaned.after() == ("One two.", "", "In paris today.")


def test_harm_counts_edits_on_text_by_people(corpus):
    report = metrics.harm(one_space, corpus, "lang")
    found = {measure.name: (measure.value, measure.n) for measure in report.measures}
    assert found == {
        "harm.en.sentences.edits": (500.0, 2),
        "harm.en.sentences.unexplained": (0.0, 2),
        "harm.en.articles.edits": (0.0, 2),
        "harm.en.articles.unexplained": (0.0, 2),
    }
    assert (report.shown[0].rule, report.shown[0].verdict) == ("spacing.double", "double space")


def test_an_edit_of_correct_text_is_unexplained():
    faults = metrics.Faults(Segment("He said  it's Ann\u2019s.", "en"))
    assert faults.under(Span(0, 2)) == ""
    assert faults.under(Span(8, 9)) == "double space"
    assert faults.under(Span(11, 12)) == "mixed apostrophe"


def test_classes_are_counted_before_and_after(article):
    report = classes(metrics.clean_articles(one_space, (article,), "lang"))
    found = {measure.name: measure.value for measure in report.measures}
    assert found["classes.en.double-space"] == 0
    assert found["classes.en.name-in-lower-case"] == pytest.approx(1000 / 3)


def test_direction_looks_at_each_edit_alone(article):
    cleaned = metrics.clean_articles(one_space, (article,), "lang")
    report = direction(cleaned, ())
    assert report.measures == (Measure("direction.references", 1.0, 3, higher=True),)


def test_removing_what_a_person_kept_is_away(article):
    kept = replace(article, reference=("One two.", "Drop", "In Paris today."))
    report = direction(metrics.clean_articles(one_space, (kept,), "lang"), ())
    assert [edit.verdict for edit in report.shown] == ["towards", "away", "towards"]


def test_promises_hold_for_a_sound_cleaner(article):
    cleaned = metrics.clean_articles(one_space, (article,), "lang")
    report = metrics.promises(one_space, cleaned, "lang")
    assert [measure.value for measure in report.measures] == [1.0, 1.0, 0.0]


def test_a_text_that_changes_again_breaks_idempotence(article):
    again = replace(article, mt=("One   two.",), source=("",), reference=("",))
    cleaned = metrics.clean_articles(one_space_once, (again,), "lang")
    report = metrics.promises(one_space_once, cleaned, "lang")
    assert report.measures[0].value == 0.0
    assert report.shown


def one_space_once(text, **_):
    at = text.find("  ")
    edits = [Edit(Span(at, at + 1), "")] if at >= 0 else []
    found = tuple(Finding("spacing.double", edit.span, "two spaces", (edit,)) for edit in edits)
    after = apply_edits(text, edits)
    revision = Revision("spacing", text, found, (), after, OffsetMap(edits))
    return Result(Source(text), (revision,), Document(after), "test")


def test_what_clean_text_is_told(article):
    assert metrics.told(article, "text") == {}
    assert metrics.told(article, "lang") == {"lang": "en", "source_lang": "fr"}
    assert metrics.told(article, "source")["source_text"] == "Un deux.\n\nX\n\nA Paris."


TEXTS = Parameters("toy", "0123", "sig", "lang")
HARM = Measure("harm.en", 1.5, 100)
KEPT = Measure("idempotence", 1.0, 100, higher=True)


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.toml"
    write_floors(path, pinned((), TEXTS, [HARM, KEPT]))
    return path


def test_floors_survive_being_written(floors):
    (pin,) = read_floors(floors)
    assert (pin.at_most, pin.at_least) == ({"harm.en": 1.5}, {"idempotence": 1.0})


@pytest.mark.parametrize(
    "measure, broken",
    [
        (HARM, False),
        (replace(HARM, value=1.6), True),
        (replace(HARM, value=0.2), False),
        (replace(KEPT, value=0.99), True),
        (Measure("new", 3.0, 1), False),
    ],
)
def test_a_worse_figure_breaks_its_floor(floors, measure, broken):
    assert bool(check(read_floors(floors), TEXTS, [measure])) is broken


def test_floors_of_other_texts_are_refused(floors):
    with pytest.raises(FloorError, match="no floors are pinned"):
        check(read_floors(floors), replace(TEXTS, digest="4567"), [HARM])
    with pytest.raises(FloorError, match="the texts changed"):
        pinned(read_floors(floors), replace(TEXTS, digest="4567"), [HARM])


def test_pinning_moves_a_floor_up_only(floors):
    (pin,) = pinned(read_floors(floors), TEXTS, [replace(HARM, value=0.5)])
    assert pin.at_most["harm.en"] == 0.5
    with pytest.raises(FloorError, match=r"harm\.en: 1\.0"):
        pinned((pin,), TEXTS, [replace(HARM, value=1.0)])


def test_a_lowered_floor_keeps_its_reason(floors):
    worse = replace(HARM, value=2.0)
    write_floors(floors, pinned(read_floors(floors), TEXTS, [worse], "a rule was too bold"))
    (pin,) = read_floors(floors)
    assert pin.at_most["harm.en"] == 2.0
    (lowered,) = pin.lowered
    assert (lowered.old, lowered.new, lowered.reason) == (1.5, 2.0, "a rule was too bold")


def test_a_figure_of_the_machine_is_not_pinned():
    (pin,) = pinned((), TEXTS, [Measure("speed.ratio", 0.9, 1, pinned=False)])
    assert not pin.at_most


def test_every_table_says_what_produced_it():
    table = Table("T", ("class", "n"), [("a" * 200, "1")], "7 texts")
    lines = table.render(TEXTS).splitlines()
    assert "corpus toy 0123" in lines[1]
    assert "n = 7 texts" in lines[1]
    assert max(map(len, lines)) <= 100


def write_lines(path, records):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def test_a_data_folder_is_sampled_by_id_alone(tmp_path):
    records = [{"id": f"r{number}", "lang": "en", "text": f"t{number}"} for number in range(9)]
    write_lines(tmp_path / "one" / "human" / "en.jsonl.gz", records)
    write_lines(tmp_path / "two" / "human" / "en.jsonl.gz", records[::-1])
    first, second = (read_data(tmp_path / name, Limits(human=4)) for name in ("one", "two"))
    assert first.human == second.human
    assert len(first.human) == 4
    assert first.digest != second.digest


def test_an_article_without_all_references_is_read(tmp_path):
    record = {
        "id": "x",
        "source_lang": "fr",
        "target_lang": "en",
        "system": "moz:google",
        "whole_document": True,
        "source": ["Un.", "Deux.", "Trois."],
        "mt": ["One.", "  ", "Three."],
        "reference": ["One.", "Two.", None],
    }
    write_lines(tmp_path / "articles" / "fr-en.jsonl.gz", [record])
    (article,) = read_data(tmp_path, Limits()).articles
    assert (article.text, article.human) == ("One.\n\nThree.", "One.")
    assert article.reference_at(8) == ""


def test_a_post_edit_without_its_source_is_read(tmp_path):
    record = {"id": "set/1", "system": "smt", "source": None, "mt": "A .", "post_edit": "A."}
    write_lines(tmp_path / "post-edits" / "fr-en.jsonl.gz", [record])
    (entry,) = read_data(tmp_path, Limits()).post_edits
    assert (entry.engine, entry.source_lang, entry.lang) == ("set", "fr", "en")
    assert "source_text" not in metrics.told(entry, "source")


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no articles/"):
        read_data(tmp_path, Limits())


def test_samples_are_read_in_parallel_or_as_one_segment(tmp_path):
    for slug, expected in (("even", "A.\n\nB.\n"), ("odd", "A.\n")):
        folder = tmp_path / "fr-en" / slug
        folder.mkdir(parents=True)
        (folder / "mt.txt").write_text("A.\n\nB .\n", encoding="utf-8")
        (folder / "expected.txt").write_text(expected, encoding="utf-8")
        (folder / "meta.toml").write_text('target_lang = "en-GB"\n', encoding="utf-8")
    even, odd = read_samples(tmp_path, Limits()).articles
    assert even.reference == ("A.", "B.")
    assert odd.mt == ("A.\n\nB .",)
    assert even.lang == "en-GB"


def test_the_report_can_be_read_again(corpus, tmp_path):
    run = Run(corpus, "lang")
    path = tmp_path / "figures.json"
    _write_json(path, TEXTS, [metrics.harm(one_space, run.corpus, "lang")])
    figures = json.loads(path.read_text(encoding="utf-8"))
    assert figures["parameters"]["digest"] == "0123"
    assert figures["parts"]["harm"]["measures"]["harm.en.sentences.edits"]["value"] == 500.0


def test_matching_is_timed_beside_other_searchers(monkeypatch):
    monkeypatch.setattr(matching, "GLOSSARIES", (100, 1000))
    text = ("A quiet text about nothing much at all. " * 20,)
    article = Article("a", "en", "fr", "engine", text, text, text)
    (table,) = matching.matching([article], 5000).tables
    names = [row[0] for row in table.rows]
    assert names[:2] == ["the glossary, 100 terms", "the glossary, 1,000 terms"]
    assert "ahocorasick_rs alone, 1,000 terms" in names
    assert matching.matching([]).tables == ()
