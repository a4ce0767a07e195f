"""Articles are translated by real packages, and every promise holds for them as for any other."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import BadConfiguration, Decision, Plan, Source, clean, clean_item, clean_text
from pipeline.load import load_plan, load_translator
from pipeline.result import undo_report

CLEAN = Path(sys.executable).with_name("clean")
FRENCH = (
    "Le maire parle de la ville\n\n"
    "Le ministre a rejeté l'accord, mardi soir, avec le président. Les syndicats ont annoncé une "
    "grève pour lundi matin. Le député a signé la loi de la ville avec le maire.\n"
)
ENGLISH = (
    "The mayor speaks of the city\n\n"
    "The minister has rejected the agreement, Tuesday evening, with the president. The unions have "
    "announced a strike for Monday morning. The deputy has signed the law of the city with the "
    "mayor.\n"
)


@pytest.fixture(scope="session")
def plan(packages: Path) -> Plan:
    return load_plan(to="en", models=packages)


def test_an_article_is_translated_explained_and_undone(plan: Plan) -> None:
    result = clean(Source(FRENCH), plan)
    assert result.text == ENGLISH
    assert result.undo() == FRENCH
    assert undo_report(json.loads(result.to_json()), result.text) == FRENCH
    assert [finding.rule for finding in result.applied] == ["translate.block"] * 2
    assert result.applied[0].message == "translated from French by fr-en 1.0"
    assert (result.applied[0].before, result.applied[0].after) == tuple(
        text.partition("\n")[0] for text in (FRENCH, ENGLISH)
    )


def test_a_second_run_changes_nothing(plan: Plan) -> None:
    once = clean(Source(FRENCH), plan).text
    for lang in (None, "en", "fr"):  # whatever is said about it, the text is English
        assert not clean(Source(once, lang), plan).changed


def test_the_blocks_know_their_source(plan: Plan) -> None:
    result = clean(Source(FRENCH), plan)
    assert {block.locale for block in result.document.blocks} == {"en"}
    assert [block.source for block in result.document.blocks] == FRENCH.strip().split("\n\n")
    assert result.locale == "en"


KEPT = [
    ("an address", "Le maire parle : https://exemple.fr/a?b=c. Il parle.", "https://exemple.fr/a?b=c"),
    ("an address inside", "Le maire parle https://exemple.fr/le/maire avec la ville.", "https://exemple.fr/le/maire"),
    ("a handle", "Le maire parle avec @le_maire de la ville.", "@le_maire"),
    ("an e-mail", "Le maire de la ville est le.maire@exemple.fr avec la ville.", "le.maire@exemple.fr"),
    ("an emoji", "Le maire 🙂 parle 👩‍🚀🇺🇦 avec la ville.", "👩‍🚀🇺🇦"),
    ("code", "Le maire parle `le maire` avec la ville.", "`le maire`"),
    ("an underscore", "Le maire parle x_y avec la ville.", "x_y"),
    ("a list", "- Le maire parle de la ville.\n- Le ministre a signé la loi.", "- The minister"),
    ("a numbered list", "1. Le maire parle de la ville.\n2. Le ministre a signé la loi.", "2. The minister"),
    ("line breaks", "\n\n\nLe maire parle de la ville.\r\n\r\n\r\nLe ministre parle.\r\n", "\r\n\r\n\r\n"),
    ("capitals", "LE MAIRE PARLE DE LA VILLE\n\nLe maire parle.", "THE MAYOR SPEAKS OF THE CITY"),
    ("a number", "Le maire de la ville a 1 234,5 euros.", "1,234.5 euros"),
    ("a superscript", "Le maire de la ville a 30 m² pour 10² euros.", "10²"),
    ("a word with a soft hyphen", "Le mi\u00adnistre parle de la ville.", "The minister"),
    ("a word with a zero width space", "Le mi\u200bnistre parle de la ville.", "The minister"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", [case[1:] for case in KEPT], ids=[c[0] for c in KEPT])
def test_what_must_survive_survives(text: str, expected: str, plan: Plan) -> None:
    result = clean(Source(text, "fr"), plan)
    assert expected in result.text
    assert "the m" in result.text.lower()
    assert result.undo() == text
    assert not result.stopped
    assert not result.failures


def test_blocks_in_the_target_language_are_left_alone(plan: Plan) -> None:
    english = "The mayor has said that he would not sign the agreement with the unions this week."
    text = f"{FRENCH}\n{english}\n"
    result = clean(Source(text), plan)
    assert result.text == f"{ENGLISH}\n{english}\n"


def test_only_what_is_left_in_the_other_language_is_translated(plan: Plan) -> None:
    english = (
        "The mayor has said that he would not sign the agreement with the unions this week.\n\n"
        "He was to meet them in the town hall, but they have not been asked to come to it yet."
    )
    french = (
        "Le ministre a rejeté l'accord avec les syndicats, mardi soir, pour le maire de la ville."
    )
    result = clean(Source(f"{english}\n\n{french}\n"), plan)
    assert result.text.startswith(english)
    assert result.applied[0].rule == "translate.block"
    assert "The minister has rejected the agreement with the unions" in result.text
    assert len([f for f in result.applied if f.rule == "translate.block"]) == 1


def test_a_rejected_block_stays_as_it_is(plan: Plan) -> None:
    first = clean(Source(FRENCH), plan)
    headline = first.applied[0]
    rejected = clean(Source(FRENCH), plan, [Decision(headline.rule, headline.span, "reject")])
    assert rejected.text == FRENCH.partition("\n")[0] + "\n" + ENGLISH.partition("\n")[2]
    assert [block.locale for block in rejected.document.blocks] == ["fr", "en"]


def test_the_glossary_cleans_a_translation(plan: Plan) -> None:
    result = clean(Source("Le maire a une fin de non-recevoir pour la ville.", "fr"), plan)
    assert "flat refusal" in result.text
    assert "terms.glossary" in {finding.rule for finding in result.applied}


def test_a_pivot_shows_its_english(packages: Path) -> None:
    result = clean_text("Le maire parle.", lang="fr", to="de", models=packages)
    assert result.text == "Der Bürgermeister spricht."
    (shown,) = [finding for finding in result.findings if finding.rule == "translate.pivot"]
    assert shown.message == "the English in between was: The mayor speaks."
    (block,) = result.applied
    assert block.message == "translated from French by fr-en 1.0 and en-de 1.0"


def test_a_missing_pair_is_named(packages: Path) -> None:
    with pytest.raises(LookupError, match=r"from fr to it.* clean models add translate-en_it"):
        clean_text(FRENCH, to="it", models=packages)


def test_a_block_that_nothing_translates_is_flagged_and_the_others_are_done(plan: Plan) -> None:
    italian = "Il sindaco ha detto che non firmerà l'accordo con i sindacati della città questa settimana."
    result = clean(Source(f"{FRENCH}\n{italian}\n"), plan)
    assert result.text == f"{ENGLISH}\n{italian}\n"
    (left,) = [finding for finding in result.findings if finding.rule == "translate.left"]
    assert "from it to en" in left.message
    assert left.before == italian


DOUBTS = [
    ("truncated", "Hier bla", "was cut off after"),
    ("loop", "Hier bla", "repeats 'blah'"),
    ("uncovered", "Le maire parle ; le ministre a perdu la loi.", "'le ministre a perdu la loi'"),
    ("same", "Zut xylo pouf vlan.", "the same as the source"),
    ("unsure", "Hier un avocat parle.", "not sure of 'avocado'"),
]


@pytest.mark.parametrize("kind, text, message", DOUBTS)
def test_what_the_decoder_doubts_is_flagged(kind: str, text: str, message: str, plan: Plan) -> None:
    found = [f for f in clean(Source(text, "fr"), plan).findings if f.rule == f"translate.{kind}"]
    assert found
    assert message in found[0].message
    assert not found[0].applied


def test_numbers_that_change_are_flagged(tinyargos: object, tmp_path: Path) -> None:
    from pipeline.translate.archive import add

    words = {"le": "the", "maire": "mayor", "a": "has", "euros": "euros", "40": "50"}
    archive = tinyargos.build(tmp_path / "fr_en.argosmodel", lexicon=words)
    add(archive, tmp_path / "argos" / "packages")
    result = clean_text(
        "Le maire a 40 euros.", lang="fr", to="en", models=tmp_path / "argos" / "packages"
    )
    (found,) = [finding for finding in result.findings if finding.rule == "translate.numbers"]
    assert "40 became 50" in found.message


def test_a_sound_translation_has_no_doubts(plan: Plan) -> None:
    assert {finding.rule for finding in clean(Source(FRENCH), plan).findings} == {"translate.block"}


HTML = (
    '<html lang="fr"><body><h1>Le maire a <em>rejeté</em> l\'accord</h1>\n'
    '<p>Le <b>ministre</b> a rejeté <a href="/x">l\'accord</a>, mardi soir,<br>avec le maire.</p>\n'
    "<p>Le député a signé <code>a b</code> pour la ville.</p></body></html>"
)


def test_html_keeps_its_tags_in_sensible_places(plan: Plan) -> None:
    found = clean_item(HTML, plan=plan).item
    assert "<h1>The mayor has <em>rejected</em> the agreement</h1>" in found
    assert (
        'The <b>minister</b> has rejected <a href="/x">the agreement</a>, Tuesday evening,<br>'
        in found
    )
    assert "<code>a b</code> for the city." in found


def test_ninjs_is_translated_field_by_field(plan: Plan) -> None:
    article = {
        "headline": "Le maire parle",
        "body_html": "<p>Le maire <b>parle</b> de la ville.</p>",
    }
    found = clean_item({"language": "fr", **article}, plan=plan).item
    assert found["headline"] == "The mayor speaks"
    assert found["body_html"] == "<p>The mayor <b>speaks</b> of the city.</p>"


def test_an_item_that_nothing_translates_comes_back_with_the_reason(packages: Path) -> None:
    found = clean_item(HTML, lang="fr", plan=load_plan(to="it", models=packages))
    assert found.item == HTML
    assert "from fr to it" in found.refused


WORDS = "le maire ville, ; parle. https://a.fr/b 🙂 @a « » \u00ad \u200b 10² xyz L'avocat <b> `c` 他来了。 …"
words = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\r\n", "- ", "1 234"])


@settings(max_examples=40, deadline=None)
@given(text=st.lists(words, max_size=14).map(" ".join))
def test_any_text_is_translated_undone_and_keeps_what_is_protected(
    text: str, packages: Path
) -> None:
    result = clean_text(text, lang="fr", to="en", models=packages)
    assert result.undo() == text
    assert not result.failures
    assert not result.stopped
    for kept in ("https://a.fr/b", "🙂", "`c`"):
        assert result.text.count(kept) == text.count(kept)


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=60))
def test_any_characters_are_translated_and_undone(text: str, packages: Path) -> None:
    result = clean_text(text, lang="fr", to="en", models=packages)
    assert result.undo() == text
    assert not result.failures


def test_no_text_is_logged_and_nothing_that_phones_home_is_loaded(
    packages: Path, tmp_path: Path
) -> None:
    code = (
        "import logging, sys; logging.basicConfig(level=0)\n"
        "from pipeline import clean_text\n"
        f"r = clean_text('Le maire parle.', lang='fr', to='en', models={str(packages)!r})\n"
        "assert r.text == 'The mayor speaks.'\n"
        "bad = {'argostranslate', 'minisbd', 'onnxruntime', 'stanza', 'torch'} & set(sys.modules)\n"
        "import os; print(bad, os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set() 1\n"
    assert "maire" not in run.stderr


def test_cleaning_alone_imports_nothing_of_it() -> None:
    code = (
        "import sys; from pipeline import clean_text; clean_text('Le maire parle.')\n"
        "print({'ctranslate2', 'sentencepiece', 'numpy', 'pipeline.translate.decoder'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


@pytest.mark.parametrize(
    "provider, models, message",
    [
        ("LIBRETRANSLATE", None, "LIBRETRANSLATE, which sends the text to a server"),
        ("", "/none/of/these", "/none/of/these: no such folder of Argos packages"),
    ],
)
def test_what_cannot_translate_is_refused_at_load(
    provider: str, models: str | None, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_MODEL_PROVIDER", provider)
    with pytest.raises(BadConfiguration, match=message):
        load_plan(to="en", models=models)


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, packages: Path
) -> None:
    monkeypatch.setattr("pipeline.load.find_spec", lambda name: None)
    with pytest.raises(BadConfiguration, match=r"install translation-cleanup\[translate\]"):
        load_translator("en", packages)


def test_a_package_that_was_replaced_is_loaded_anew(tinyargos: object, tmp_path: Path) -> None:
    from pipeline.translate.archive import add, remove

    folder = tmp_path / "argos" / "packages"
    found = []
    for word in ("speaks", "talks"):
        archive = tinyargos.build(tmp_path / f"{word}.argosmodel", lexicon={"parle": word})
        add(archive, folder)
        found.append(clean_text("Parle", lang="fr", to="en", models=folder).text)
        remove("fr-en", folder)
    assert found == ["Speaks", "Talks"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.fr.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CLEAN, *arguments], capture_output=True, text=True, check=False)


def test_the_command_translates(article: Path, packages: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    found = run(article, "--to", "en", "--models", packages, "--threads", "1", "--report", report)
    assert (found.returncode, found.stdout) == (0, ENGLISH)
    cleaned = tmp_path / "cleaned.txt"
    cleaned.write_text(found.stdout, encoding="utf-8")
    assert run("undo", cleaned, "--report", report).stdout == FRENCH


def test_a_watch_folder_translates_and_sets_aside_what_it_cannot(
    packages: Path, tmp_path: Path
) -> None:
    inbox, outbox = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    outbox.mkdir()
    (inbox / "a.txt").write_text(FRENCH, encoding="utf-8")
    (inbox / "b.txt").write_text(
        "Il sindaco ha detto che non firmerà l'accordo con i sindacati della città.", "utf-8"
    )
    found = run("watch", inbox, outbox, "--once", "--to", "en", "--models", packages)
    assert found.returncode == 2
    assert (outbox / "a.txt").read_text("utf-8") == ENGLISH
    assert "from it to en" in (inbox / "_ERROR" / "b.txt.reason.txt").read_text("utf-8")
    assert "sindaco" not in found.stderr


@pytest.mark.parametrize(
    "options, message",
    [
        (("--to", "it"), "no Argos package translates from fr to it"),
        (("--to", "xx"), "--to xx: no such locale"),
        (("--to", "e n"), "--to e n: not a BCP 47 tag"),
        (("--threads", "2"), "--models and --threads belong to --to"),
        (("--to", "en", "--threads", "-1"), "--threads is -1"),
    ],
)
def test_the_command_says_what_is_wrong(
    options: tuple[str, ...], message: str, article: Path, packages: Path
) -> None:
    found = run(article, *options, "--models", packages)
    assert (found.returncode, found.stdout) == (2, "")
    assert message in found.stderr
    assert "Traceback" not in found.stderr


def test_a_terminal_shows_how_far_it_is(article: Path, packages: Path) -> None:
    article.write_text(FRENCH * 60, encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [CLEAN, article, "--to", "en", "--models", packages]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        process.wait()
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "64 of 240 sentences" in shown
