"""The worker itself, `python -m pipeline.workers.child`: answers until its input ends.

The first message names a module with `prepare(settings)`, which returns the function that
answers all others. Knows nothing of texts.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.workers.frames import Frame, read_frame

Answer = Callable[[Mapping[str, Any]], Frame]


def main() -> int:
    """Answer messages from standard input on standard output until there are no more."""
    # The pool decides when to stop; Ctrl-C on a terminal reaches this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the messages
    try:
        first = read_frame(questions)
        if first is None:
            return 0
        answer, reply = _prepared(first.head)
        while True:
            answers.write(reply.packed())
            answers.flush()
            asked = read_frame(questions) if answer is not None else None
            if asked is None or answer is None:
                return 0
            reply = _answered(answer, asked.head)
    except BrokenPipeError:
        return 0  # the pool is gone, and nobody waits for the answer
    finally:
        os._exit(0)  # nothing is left to flush; looking for garbage takes longer than the rest


def _prepared(start: Mapping[str, Any]) -> tuple[Answer | None, Frame]:
    try:
        answer: Answer = import_module(start["module"]).prepare(start["settings"])
    except ValueError as error:  # BadConfiguration is one
        return None, Frame({"refused": str(error)})
    except Exception as error:  # noqa: BLE001 - said to the pool, which is why this process ends
        return None, Frame({"refused": f"a worker cannot start: {told(error)}"})
    gc.collect()
    gc.freeze()  # rules and glossary stay as they are: no collection need look at them again
    return answer, Frame({"ready": os.getpid()})


def _answered(answer: Answer, asked: Mapping[str, Any]) -> Frame:
    try:
        return answer(asked)
    except Exception as error:  # noqa: BLE001 - one question must not end the worker
        return Frame({"failed": told(error)})


def told(error: BaseException) -> str:
    """Return the kind and place of an error without its message, which may quote a text."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


if __name__ == "__main__":
    sys.exit(main())
