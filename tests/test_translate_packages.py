"""Argos packages are listed, checked before they are unpacked, and found by pair."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.translate import archive
from pipeline.translate.codes import codes_of
from pipeline.translate.package import (
    BadPackageError,
    Package,
    installed,
    packages_folder,
    parse_metadata,
    refuse_remote,
)
from pipeline.translate.route import NoRouteError, find_route, routes

META = json.dumps({"from_code": "fr", "to_code": "en", "package_version": "1.0"}).encode()
GOOD = {"a/metadata.json": META, "a/model/model.bin": b"m", "a/sentencepiece.model": b"s"}
CLEAN = Path(sys.executable).with_name("clean")


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as found:
        for name, content in files.items():
            found.writestr(name, content)
    return path


def but(**changes: bytes | None) -> dict[str, bytes]:
    """A good package, with files of another content or none."""
    names = {"metadata": "a/metadata.json", "model": "a/model/model.bin"}
    names["tokenizer"] = "a/sentencepiece.model"
    files = {**GOOD, **{names[key]: content for key, content in changes.items()}}
    return {name: content for name, content in files.items() if content is not None}


def meta(**changes: object) -> bytes:
    return json.dumps({**json.loads(META), **changes}).encode()


BAD = {
    "two roots": ({**GOOD, "b/more": b""}, "at the top, expected one folder"),
    "nothing": ({}, "nothing at the top"),
    "traversal": ({**GOOD, "a/../../evil": b""}, "leads out of the package"),
    "absolute": ({**GOOD, "/etc/evil": b""}, "leads out of the package"),
    "backslash": ({**GOOD, "a\\..\\evil": b""}, "leads out of the package"),
    "drive": ({**GOOD, "C:/evil": b""}, "leads out of the package"),
    "hidden root": ({n.replace("a/", ".a/"): c for n, c in GOOD.items()}, "expected one folder"),
    "same name in capitals": ({**GOOD, "a/METADATA.json": META}, "is in it twice"),
    "no metadata": (but(metadata=None), "metadata.json is missing"),
    "metadata is not JSON": (but(metadata=b"{"), "is not JSON"),
    "metadata is not UTF-8": (but(metadata=b"\xff\xfe\x00"), "is not JSON"),
    "metadata is a list": (but(metadata=b"[]"), "holds no object"),
    "no code": (but(metadata=meta(from_code=None)), "from_code is None"),
    "code is a path": (but(metadata=meta(to_code="../en")), "to_code is '../en'"),
    "into itself": (but(metadata=meta(to_code="fr")), "into itself"),
    "of another type": (but(metadata=meta(type="sbd")), "type 'sbd'"),
    "no model": (but(model=None), "model/model.bin is missing"),
    "no tokenizer": (but(tokenizer=None), "no tokenizer"),
}


@pytest.mark.parametrize("files, message", BAD.values(), ids=BAD)
def test_a_bad_archive_is_refused_and_nothing_is_written(
    files: dict[str, bytes], message: str, tmp_path: Path
) -> None:
    path = zipped(tmp_path / "x.argosmodel", files)
    with pytest.raises(BadPackageError, match=message.replace("(", r"\(")):
        archive.add(path, tmp_path / "packages")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x.argosmodel"]


def linked(path: Path) -> Path:
    with zipfile.ZipFile(zipped(path, GOOD), "a") as found:
        entry = zipfile.ZipInfo("a/link")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        found.writestr(entry, "/etc/passwd")
    return path


def damaged(path: Path) -> Path:
    content = bytearray(zipped(path, GOOD).read_bytes())
    at = content.index(b"model.bin") + len(b"model.bin")
    content[at] ^= 0xFF  # the one byte of the model no longer has its checksum
    path.write_bytes(content)
    return path


def cut(path: Path) -> Path:
    path.write_bytes(zipped(path, GOOD).read_bytes()[:-30])
    return path


def no_zip(path: Path) -> Path:
    path.write_text("<html>404</html>")
    return path


@pytest.mark.parametrize(
    "make, message",
    [
        (linked, "is a link"),
        (damaged, "is damaged"),
        (cut, "expected a zip file"),
        (no_zip, "expected a zip file"),
        (lambda path: path, "cannot be read: No such file"),
        (lambda path: path.parent, "cannot be read: Is a directory"),
    ],
)
def test_a_broken_file_is_refused(
    make: Callable[[Path], Path], message: str, tmp_path: Path
) -> None:
    folder = tmp_path / "argos" / "packages"
    with pytest.raises(BadPackageError, match=message):
        archive.add(make(tmp_path / "x.argosmodel"), folder)
    assert not installed(folder)[0]
    assert not [entry for entry in tmp_path.rglob("*") if entry.name.startswith(".argos-")]


def test_an_archive_of_more_than_any_package_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST", 50)
    with pytest.raises(BadPackageError, match="more than any package has"):
        archive.add(zipped(tmp_path / "x.argosmodel", GOOD), tmp_path / "packages")


@settings(max_examples=40)
@given(  # a name that begins with NUL is "" to zipfile, which then fails itself
    st.dictionaries(
        st.text(min_size=1).filter(lambda name: name[0] != "\0"), st.binary(max_size=60), max_size=4
    )
)
def test_any_archive_is_added_or_refused(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    names = {name.encode("utf-8", "replace").decode(): c for name, c in files.items()}
    with pytest.raises(BadPackageError):
        archive.add(zipped(folder / "x.argosmodel", names), folder / "packages")


@given(
    st.binary(max_size=80)
    | st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner)
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_metadata_is_read_or_refused(content: bytes) -> None:
    with suppress(BadPackageError):
        assert isinstance(parse_metadata(content), dict)


@pytest.fixture
def folder(packages: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the installed packages, to change."""
    shutil.copytree(packages, tmp_path / "argos" / "packages")
    return tmp_path / "argos" / "packages"


def test_what_is_no_package_is_passed_over_and_what_is_broken_is_named(folder: Path) -> None:
    (folder / "stray").mkdir()
    (folder / "notes.txt").write_text("a file")
    (folder / "broken").mkdir()
    (folder / "broken" / "metadata.json").write_text("{")
    (folder / "bare").mkdir()
    (folder / "bare" / "metadata.json").write_bytes(META)
    found, remarks = installed(folder)
    assert [package.pair for package in found] == ["de-en", "en-de", "fr-en"]
    assert [remark.partition(":")[0] for remark in remarks] == ["bare", "broken"]


def test_a_second_version_of_a_pair_is_refused(
    folder: Path, tinyargos: object, tmp_path: Path
) -> None:
    newer = tinyargos.build(tmp_path / "newer.argosmodel", version="1.9")
    with pytest.raises(BadPackageError, match=r"fr-en 1.0 is installed already.*models remove"):
        archive.add(newer, folder)
    archive.remove("fr_en", folder)
    assert archive.add(newer, folder).version == "1.9"


def test_removing_what_is_not_there_says_what_is(folder: Path) -> None:
    with pytest.raises(BadPackageError, match=r"fr-de: no such package.*de-en, en-de, fr-en"):
        archive.remove("fr-de", folder)


def test_argostranslate_finds_what_was_added(folder: Path) -> None:
    code = "import argostranslate.package as p; print(sorted(map(str, p.get_installed_packages())))"
    env = {**os.environ, "ARGOS_PACKAGES_DIR": str(folder), "ORT_DISABLE_TELEMETRY": "1"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    assert "French → English" in run.stdout


@pytest.mark.parametrize(
    "environment, expected",
    [
        ({"ARGOS_PACKAGES_DIR": "/srv/argos"}, "/srv/argos"),
        ({"XDG_DATA_HOME": "/srv/xdg"}, "/srv/xdg/argos-translate/packages"),
        ({"HOME": "/home/ed"}, "/home/ed/.local/share/argos-translate/packages"),
    ],
)
def test_the_folder_is_where_argos_has_it(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert packages_folder() == Path(expected)


def test_the_settings_of_argos_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.delenv("ARGOS_MODEL_PROVIDER", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "argos-translate" / "settings.json"
    file.parent.mkdir()
    file.write_text('{"ARGOS_PACKAGES_DIR": "/srv/p", "ARGOS_MODEL_PROVIDER": "OPENAI"}')
    assert packages_folder() == Path("/srv/p")
    with pytest.raises(BadPackageError, match="OPENAI, which sends the text to a server"):
        refuse_remote()
    monkeypatch.setenv("ARGOS_MODEL_PROVIDER", "OPENNMT")
    refuse_remote()


def package(source: str, target: str, version: str = "1.0") -> Package:
    return Package(Path(f"{source}_{target}_{version}"), source, target, version)


PACKAGES = [
    *(package(code, "en") for code in ("fr", "zt", "zh", "pb", "nb")),
    package("fr", "en", "1.10"),
    package("fr", "en", "1.9"),
    package("en", "de"),
    package("pt", "es"),
]


@pytest.mark.parametrize(
    "source, target, expected",
    [
        ("fr", "en-GB", ["fr_en_1.10"]),
        ("fr-CA", "de", ["fr_en_1.10", "en_de_1.0"]),
        ("zh-TW", "en", ["zt_en_1.0"]),
        ("zh-CN", "en", ["zh_en_1.0"]),
        ("no", "en", ["nb_en_1.0"]),
        ("pt-BR", "en", ["pb_en_1.0"]),
        ("pt", "es", ["pt_es_1.0"]),
        ("pt", "en", ["pb_en_1.0"]),
    ],
)
def test_a_route_is_found(source: str, target: str, expected: list[str]) -> None:
    route = find_route(PACKAGES, source, target)
    assert [one.folder.name for one in route] == expected


@pytest.mark.parametrize(
    "source, target, message",
    [
        ("ru", "en", "from ru to en; get translate-ru_en.argosmodel"),
        ("fr", "it", "from fr to it, and by way of English the one from en to it is missing"),
        ("ru", "de", "from ru to de, .* from ru to en is missing"),
        ("ru", "uk", "from ru to uk; .* clean models add translate-ru_uk.argosmodel"),
    ],
)
def test_a_missing_pair_is_named(source: str, target: str, message: str) -> None:
    with pytest.raises(NoRouteError, match=message):
        find_route(PACKAGES, source, target)


def test_every_route_is_listed_once() -> None:
    pairs = [(route[0].source, route[-1].target) for route in routes(PACKAGES)]
    assert len(pairs) == len(set(pairs))
    assert ("fr", "de") in pairs
    assert ("de", "fr") not in pairs


@given(st.text(max_size=20))
def test_any_tag_has_codes(tag: str) -> None:
    assert all(isinstance(code, str) for code in codes_of(tag))


def clean(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CLEAN, "models", *arguments], capture_output=True, text=True, check=False
    )


def test_the_command_adds_lists_and_removes(archives: dict[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    added = clean("add", archives["fr-en"], "--dir", folder)
    assert (added.returncode, added.stdout) == (0, "")
    assert added.stderr == "added fr-en 1.0  French to English\n"
    listed = clean("list", "--dir", folder, "--json")
    assert [one["pair"] for one in json.loads(listed.stdout)] == ["fr-en"]
    again = clean("add", archives["fr-en"], "--dir", folder)
    assert again.returncode == 2
    assert "installed already" in again.stderr
    assert clean("remove", "fr-en", "--dir", folder).returncode == 0
    assert clean("list", "--dir", folder).stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["packages"]


@pytest.mark.parametrize(
    "arguments, message",
    [
        (("list", "--dir", "none"), "none: no such folder"),
        (("add", "none.argosmodel", "--dir", "p"), "none.argosmodel: cannot be read"),
        (("remove", "fr-en", "--dir", "p"), "fr-en: no such package in p (there are: none)"),
        (("download",), "No such command"),
    ],
)
def test_the_command_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    run = subprocess.run(
        [CLEAN, "models", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert message in run.stderr
    assert "Traceback" not in run.stderr
