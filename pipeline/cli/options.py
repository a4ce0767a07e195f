"""The options of `clean`, and what is refused about them before any file is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from pipeline.cli.inputs import expand
from pipeline.cli.shell import UnusableError

FORMATS = ("auto", "html", "jsonl", "markdown", "ninjs", "text", "xml")

_Files = Annotated[
    list[str] | None,
    Argument(
        metavar="FILE...",
        help="Articles, or folders of articles; - or nothing reads standard input.",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None, Option("--lang", metavar="TAG", help="Locale of the text, such as en-GB or fr.")
]
SourceLang = Annotated[
    str | None, Option("--source-lang", metavar="TAG", help="Language it was translated from.")
]
_SourceFile = Annotated[
    Path | None, Option("--source-file", metavar="FILE", help="The article in that language.")
]
To = Annotated[
    str | None,
    Option("--to", metavar="TAG", help="Translate into this language what is in another."),
]
Models = Annotated[
    Path | None,
    Option("--models", metavar="DIR", help="The Argos packages, if not where Argos has them."),
]
_Score = Annotated[
    bool,
    Option("--score", help="Flag what an Argos package finds improbable beside --source-file."),
]
_Threads = Annotated[
    int,
    Option(
        "--threads", metavar="N", help="Threads that translate; more are quicker on a long article."
    ),
]
House = Annotated[
    str | None, Option("--house", metavar="NAME", help="House style: a name or a TOML file.")
]
Glossary = Annotated[
    list[Path] | None,
    Option("--glossary", metavar="DIR", help="Your own glossary, <lang>/*.csv; repeatable."),
]
Date = Annotated[
    str | None, Option("--date", metavar="DATE", help="Day of the article, as 2024-03-31.")
]
Encoding = Annotated[
    str | None, Option("--encoding", metavar="NAME", help="Charset, where it is not UTF-8.")
]
_Format = Annotated[
    str,
    Option("--format", metavar="NAME", help="auto, text, markdown, html, xml, jsonl or ninjs."),
]
Field = Annotated[
    list[str] | None,
    Option("--field", metavar="NAME", help="Field of JSON lines, such as item.body; repeatable."),
]
_Out = Annotated[
    Path | None, Option("--out", metavar="DIR", help="Write cleaned files into this folder.")
]
_InPlace = Annotated[bool, Option("--in-place", help="Rewrite the files that change.")]
_Backup = Annotated[bool, Option("--backup", help="Keep the original as FILE.orig.")]
_Diff = Annotated[bool, Option("--diff", help="Show what would change, word by word.")]
_Check = Annotated[bool, Option("--check", help="List what would change; exit 1 if anything.")]
_Report = Annotated[
    str | None, Option("--report", metavar="FILE", help="Every finding as JSON; - prints it.")
]
_Html = Annotated[
    str | None, Option("--html", metavar="FILE", help="Every finding on one page to read.")
]
_Decisions = Annotated[
    Path | None,
    Option("--decisions", metavar="FILE", help="Findings accepted or rejected before, JSON."),
]
Suggest = Annotated[bool, Option("--suggest", help="Apply suggestions too.")]
_Explain = Annotated[
    str | None, Option("--explain", metavar="RULE", help="Show the page of a rule and exit.")
]
_Rules = Annotated[bool, Option("--rules", help="List the rules (of --lang) and exit.")]
_Version = Annotated[bool, Option("--version", help="Show the version and exit.")]


@dataclass(frozen=True, slots=True)
class Options:
    """Repair what machine translation left behind in an article.

    The cleaned text goes to standard output, one line about it to standard error. Nothing is
    changed without a reason: see --diff, --html and --report.
    """

    files: _Files = None
    lang: Lang = None
    source_lang: SourceLang = None
    source_file: _SourceFile = None
    to: To = None
    models: Models = None
    threads: _Threads = 1
    score: _Score = False
    house: House = None
    glossary: Glossary = None
    date: Date = None
    encoding: Encoding = None
    format: _Format = "auto"
    field: Field = None
    suggest: Suggest = False
    decisions: _Decisions = None
    out: _Out = None
    in_place: _InPlace = False
    backup: _Backup = False
    diff: _Diff = False
    check: _Check = False
    report: _Report = None
    html: _Html = None
    explain: _Explain = None
    rules: _Rules = False
    version: _Version = False

    @property
    def several(self) -> bool:
        """Whether more than one file may come out of what was named; a folder counts so."""
        files = self.files or []
        return len(files) > 1 or any(name != "-" and Path(name).is_dir() for name in files)

    @property
    def prints(self) -> tuple[str, ...]:
        """The options that take standard output for themselves."""
        asked = {
            "--diff": self.diff,
            "--report -": self.report == "-",
            "--html -": self.html == "-",
        }
        return tuple(name for name, wanted in asked.items() if wanted)

    @property
    def writes(self) -> bool:
        """Whether cleaned files are written."""
        return self.in_place or self.out is not None


def refuse(options: Options) -> None:
    """Raise UnusableError for options that contradict each other; it says what to do."""
    if options.format not in FORMATS:
        raise UnusableError(f"--format is {options.format!r}, expected one of {', '.join(FORMATS)}")
    if options.field and options.format not in ("auto", "jsonl", "ninjs"):
        raise UnusableError("--field names fields of JSON lines; leave it out, or --format jsonl")
    if options.in_place and options.out is not None:
        raise UnusableError("--in-place rewrites the files and --out writes others; take one")
    if options.backup and not options.in_place:
        raise UnusableError("--backup keeps what --in-place rewrites; add --in-place")
    if options.writes and (options.diff or options.check):
        raise UnusableError("--diff and --check write nothing; leave out --in-place and --out")
    if len(options.prints) > 1:
        raise UnusableError(f"{' and '.join(options.prints)} cannot share standard output")
    _refuse_packages(options)
    if options.in_place and "-" in (options.files or ["-"]):
        raise UnusableError("--in-place rewrites files, and standard input is none; name a file")
    _refuse_several(options)


def _refuse_packages(options: Options) -> None:
    if options.score and options.to is not None:
        raise UnusableError(
            "--score judges a translation that is there and --to makes one; take one"
        )
    if options.score and options.source_file is None:
        raise UnusableError("--score judges a translation by its source; add --source-file FILE")
    unused = options.to is None and not options.score
    if unused and (options.models is not None or options.threads != 1):
        raise UnusableError(
            "--models and --threads belong to --to and --score; add the language, as --to en"
        )
    if options.threads < 1:
        raise UnusableError(f"--threads is {options.threads}, expected 1 or more")


def _refuse_several(options: Options) -> None:
    if not options.several:
        return
    if options.source_file is not None:
        raise UnusableError("--source-file belongs to one article; name one file")
    shown = options.diff or options.check or options.report or options.html
    if not (options.writes or shown):
        for entry in expand(options.files or []):
            if isinstance(entry, UnusableError):
                raise entry  # a folder without text needs no --out
        raise UnusableError(
            "several articles do not fit on standard output; add --out DIR or --in-place to "
            "write them, or --diff, --check, --report FILE or --html FILE to look at them"
        )
