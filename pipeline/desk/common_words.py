"""How common a form is as a word of its language: by `wordfreq` where installed, else by locale."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from pipeline.plan import Plan

_COMMON = 4.0  # on the Zipf scale: ten times in a million words


def common_word(plan: Plan) -> Callable[[str, str], str]:
    """Return the telling of how common a form is in a language, "" for a rare word.

    A form in capitals counts as the acronym it is.
    """
    frequency = _frequency()

    def common(form: str, language: str) -> str:
        word = form.lower()
        if len(form) > 1 and form.isupper():
            return ""
        if word in plan.function_words.get(language, ()):
            return "a function word"
        found = frequency(word, language) if frequency else 0.0
        return f"Zipf frequency {found:.1f}" if found >= _COMMON and form == word else ""

    return common


def _frequency() -> Callable[[str, str], float] | None:
    if find_spec("wordfreq") is None:
        return None
    from wordfreq import zipf_frequency

    def frequency(word: str, language: str) -> float:
        try:
            return float(zipf_frequency(word, language))
        except LookupError:  # a language without a list
            return 0.0

    return frequency
