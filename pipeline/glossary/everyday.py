"""Words of everyday language, and other people's names, that a derived form may look like.

It holds what the tables do produce and readers do know; a test holds the derived forms of the
shipped glossary against word frequencies and asks for what is missing here.
"""

from __future__ import annotations

_WORDS = frozenset(
    # Words, firms, other places.
    "luck alta soci buca minska sumi szumi majdan winnica nizin brussel lwowa sibir odesza"
    # Names of other people: the artist Marina Abramović, the singer Lenine, first names.
    " abramovic ismail polack polock tramp lenine herson jerson kucma elcin smigal".split()
)


def is_everyday(folded: str) -> bool:
    """Tell whether a folded form is such a word."""
    return folded in _WORDS


def spellings_in(language: str) -> frozenset[str]:
    """Return the folded spellings, not those of a system, that writers of a language use too."""
    return _SPELLINGS.get(language, frozenset())


# Spanish papers print Eltsin beside the Yeltsin that Fund\u00e9u recommends.
_SPELLINGS = {"es": frozenset({"eltsin"})}
