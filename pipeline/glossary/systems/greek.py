"""How Greek names are written in Latin script for international use and in newspapers."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table

_LETTERS = (
    "α a ά a β v γ g δ d ε e έ e ζ z η i ή i θ th ι i ί i ϊ i ΐ i κ k λ l μ m ν n ξ x ο o ό o π p"
    " ρ r σ s ς s τ t υ y ύ y ϋ y φ f χ ch ψ ps ω o ώ o"
    " ου ou ού ou αυ av αύ av ευ ev εύ ev γγ ng γξ nx γχ nch ^μπ b"
)
_HEARD = "χ h φ ph γι yi γιά yia γκ g ^γκ g μπ b ντ d ^ντ d"

SYSTEMS = (
    System(
        "elot",
        "ELOT 743 romanisation",
        "el",
        "en",
        "ELOT 743, ISO 843:1997 type 2",
        table(_LETTERS),
    ),
    System(
        "heard",
        "transcription by ear",
        "el",
        "en",
        "how Greek names are printed in English: h for chi, g and b for the doubled letters",
        table(_LETTERS, _HEARD, "φ f"),
    ),
    System(
        "de",
        "German transcription",
        "el",
        "de",
        "Duden, transcription of modern Greek",
        table(_LETTERS, "β w γκ g μπ b αυ av"),
    ),
    System(
        "it",
        "Italian transcription",
        "el",
        "it",
        "Italian press: ph and th as heard",
        table(_LETTERS, "θ t χ ch υ i ύ i κ c"),
    ),
)
