"""Argos packages are decoded as argostranslate decodes them, faster, and with what it hides."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.align.sentences import sentences
from pipeline.translate.decoder import LONGEST, Decoder
from pipeline.translate.package import installed
from pipeline.translate.tidy import tidied, unfolded

ARTICLE = [
    "Le ministre a rejeté l'accord.",
    "Les syndicats ont annoncé une grève lundi matin.",
    "Mais le maire a signé la loi, mardi soir, avec le président.",
    "L'avocat a demandé une fin de non-recevoir au tribunal.",
    "Hier, le procureur a rencontré la ville pour 1,5 millions d'euros.",
    "bla",
    "« Il parle », a annoncé Kyïv.",
    "Xylophone.",
]
UPSTREAM = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from argostranslate import translate
texts = json.loads(sys.stdin.read())
translate.translate("Le maire.", "fr", "en")
start = time.process_time()
out = [translate.translate(text, "fr", "en") for text in texts]
print(json.dumps([out, time.process_time() - start]))
"""


def upstream(texts: list[str], packages: Path, home: Path) -> tuple[list[str], float]:
    """What argostranslate makes of the texts in a process of its own, and the CPU it takes."""
    env = {
        **os.environ,
        "ARGOS_PACKAGES_DIR": str(packages),
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "ORT_DISABLE_TELEMETRY": "1",
    }
    run = subprocess.run(
        [sys.executable, "-c", UPSTREAM],
        input=json.dumps(texts),
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    found, seconds = json.loads(run.stdout.splitlines()[-1])
    return found, seconds


def cpu_of(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_direct_decoding_is_five_times_faster(
    fr_en: Decoder, packages: Path, tmp_path: Path
) -> None:
    fr_en = Decoder(fr_en.package)  # both with the threads that they take by default
    texts = [f"{one[:-1]} {number}." for number in range(5) for one in ARTICLE[:5] + ARTICLE[6:7]]
    assert len(texts) == 30
    fr_en.decode(texts[:1])
    ratios = []
    for _ in range(3):  # a time may have been disturbed
        found, theirs = upstream(texts, packages, tmp_path)
        ours = min(cpu_of(lambda: fr_en.decode(texts)) for _ in range(3))
        assert [decoded.text for decoded in fr_en.decode(texts)] == found
        ratios.append(theirs / ours)
        if ratios[-1] > 5:
            return
    pytest.fail(f"argostranslate takes only {ratios} times as long")


@pytest.fixture(scope="session")
def fr_en(packages: Path) -> Decoder:
    (package,) = [one for one in installed(packages)[0] if one.pair == "fr-en"]
    return Decoder(package, threads=1)


def test_a_sentence_is_decoded_as_by_argostranslate(
    fr_en: Decoder, packages: Path, tmp_path: Path
) -> None:
    theirs = upstream(ARTICLE, packages, tmp_path)[0]
    ours = [decoded.text for decoded in fr_en.decode(ARTICLE)]
    assert ours == theirs
    assert ours[0] == "The minister has rejected the agreement."


def test_what_argostranslate_loses_survives(fr_en: Decoder) -> None:
    (found,) = fr_en.decode(["Le maire parle_x."])
    assert found.text == "The mayor speaks_x."


def test_the_pieces_are_placed_in_both_texts(fr_en: Decoder) -> None:
    for decoded in fr_en.decode(ARTICLE):
        assert len(decoded.pieces) == len(decoded.target_ranges) == len(decoded.attention)
        assert len(decoded.log_probs) == len(decoded.pieces) + 1
        assert all(len(row) >= len(decoded.source_pieces) for row in decoded.attention)
        for piece, (start, end) in zip(decoded.pieces, decoded.target_ranges, strict=True):
            assert decoded.text[start:end].strip() == piece.replace("\u2581", " ").strip()


def test_a_long_text_is_cut_into_parts_that_lose_nothing(fr_en: Decoder) -> None:
    text = "Le maire a rencontré le ministre, " * 100
    parts = fr_en.parts(text.strip())
    assert len(parts) > 2
    assert "".join(text[start:end] for start, end in parts).strip() == text.strip()
    found = fr_en.decode([text[start:end] for start, end in parts])
    assert all(len(one.source_pieces) <= LONGEST for one in found)
    assert sum(one.text.count("mayor") for one in found) == 100


SENTENCES = [
    ("« Il part. » Elle reste.", ["« Il part. »", "Elle reste."]),
    ("« Non ! » dit-il. Oui.", ["« Non ! » dit-il.", "Oui."]),
    ("من هو؟ ذهب.", ["من هو؟", "ذهب."]),
    ("वह आया। वह गया।", ["वह आया।", "वह गया।"]),
    ("他来了。他走了！", ["他来了。", "他走了！"]),
]


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_sentences_of_every_script(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@given(st.text())
@settings(max_examples=50)
def test_a_tidied_text_knows_where_it_stood(text: str) -> None:
    tidy, at = tidied(text)
    assert len(at) == len(tidy) + 1
    assert all(text[place] == char for char, place in zip(tidy, at, strict=False))


@pytest.mark.parametrize(
    "source, translated, expected",
    [
        ("10² m", "102 m", "10² m"),
        ("une surface de 30 m².", "an area of 30 m2.", "an area of 30 m²."),
        ("½ tasse", "1⁄2 cup", "½ cup"),
        ("½ tasse", "1/2 cup", "½ cup"),
        ("10² et 102", "102 and 102", "102 and 102"),
        ("rien", "102", "102"),
    ],
)
def test_what_nfkc_folded_comes_back_where_it_is_certain(
    source: str, translated: str, expected: str
) -> None:
    assert unfolded(source, translated) == expected
