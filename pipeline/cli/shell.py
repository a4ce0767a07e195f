"""The rim of every command: what is said where, exit codes, and quiet ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import typer
from typer.exceptions import TyperException

DONE, WOULD_CHANGE, UNUSABLE = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 and the number of the signal, as a shell has it


class UnusableError(Exception):
    """What the user gave cannot be used; the message says what was found and what to do."""


def finish(program: str, run: Callable[[Sequence[str]], int], argv: Sequence[str] | None) -> int:
    """Run a command to its exit code: no traceback for bad input, none for a closed pipe.

    Without `argv` it is the whole process, with the arguments of that.
    """
    code = _finish(program, run, sys.argv[1:] if argv is None else argv)
    if argv is None:
        gc.freeze()  # the process ends: to look for garbage once more would cost 25 ms
    return code


def _finish(program: str, run: Callable[[Sequence[str]], int], argv: Sequence[str]) -> int:
    try:
        code = run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except TyperException as error:
        return _show(error)
    except UnusableError as error:
        say(f"{program}: {error}")
        return UNUSABLE
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as error:
        say(f"{program}: the output cannot be written: {error.strerror}")
        _forget_output()
        return UNUSABLE
    return code


def parse(command: Callable[..., Any], program: str, argv: Sequence[str], epilog: str = "") -> Any:
    """Return what a Typer command returns for these arguments; --help returns its exit code."""
    app = plain_app()
    app.command(epilog=epilog)(command)
    return call(app, program, argv)


def plain_app() -> typer.Typer:
    """Return an empty Typer program that imports no more than it needs."""
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


def call(app: typer.Typer, program: str, argv: Sequence[str]) -> Any:
    """Return what the command of a Typer program returns; usage errors are raised."""
    found = typer.main.get_command(app)
    return found.main(args=list(argv), prog_name=program, standalone_mode=False)


def say(line: str) -> None:
    """Print a line on standard error."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")


def put(data: bytes) -> None:
    """Write bytes on standard output, as they are."""
    if sys.stdout is None:
        raise BrokenPipeError
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def put_lines(lines: Iterable[str]) -> None:
    """Write lines on standard output, in UTF-8."""
    put("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))


def put_json(value: Any) -> None:
    """Print a value as JSON to be read."""
    from json import dumps

    put_lines([dumps(value, ensure_ascii=False, indent=2)])


def has_colour() -> bool:
    """Tell whether standard output is a terminal that wants colour (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout is not None and sys.stdout.isatty()


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "edit"), counted(0, "flag"), counted(1234, "edit")
    ('1 edit', '0 flags', '1,234 edits')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def meant(found: str, known: Iterable[str], key: Callable[[str], str] = str) -> str:
    """Return a question that names the known words nearest by their key, "" when none is near."""
    from difflib import get_close_matches

    words: dict[str, list[str]] = {}
    for word in known:
        words.setdefault(key(word), []).append(word)
    near = [word for one in get_close_matches(key(found), words, 3, 0.6) for word in words[one]]
    return f"; did you mean {' or '.join(near[:3])}?" if near else ""


def _show(error: Any) -> int:
    """Print a usage error as Typer does; its exit code is 2."""
    with suppress(OSError):
        error.show()
    return int(error.exit_code)


def _forget_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter ends without a word."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
