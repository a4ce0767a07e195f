"""How Georgian and Armenian names are written in Latin script."""

from __future__ import annotations

from pipeline.glossary.romanise import System, table

_GEORGIAN = (
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k"
    " ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
)
_ARMENIAN = (
    "ա a բ b գ g դ d ե e ^ե ye զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch"
    " մ m յ y ն n շ sh ո o ^ո vo չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v ու u փ p ք k և ev օ o"
    " ֆ f յա ya իա ia յու yu"
)

SYSTEMS = (
    System(
        "national",
        "Georgian national romanisation",
        "ka",
        "en",
        "State Department of Geodesy and Cartography of Georgia, 2002",
        table(_GEORGIAN),
    ),
    System(
        "de",
        "German transcription",
        "ka",
        "de",
        "Duden, transcription of Georgian",
        table(_GEORGIAN, "ვ w ზ s ჟ sch ყ q შ sch ჩ tsch ც z წ z ჭ tsch ხ ch ჯ dsch"),
    ),
    System(
        "fr",
        "French transcription",
        "ka",
        "fr",
        "French press: ou, tch, ch",
        table(_GEORGIAN, "უ ou ჟ j შ ch ჩ tch ჭ tch ჯ dj გე gue გი gui"),
    ),
    System(
        "pl",
        "Polish transcription",
        "ka",
        "pl",
        "PWN, transcription of Georgian",
        table(_GEORGIAN, "ვ w ჟ ż შ sz ჩ cz ჭ cz ც c წ c ხ ch ჯ dż"),
    ),
    System(
        "bgn",
        "BGN/PCGN 1981 romanisation",
        "hy",
        "en",
        "BGN/PCGN 1981 system for Armenian, without its apostrophes",
        table(_ARMENIAN),
    ),
    System(
        "e",
        "ISO 9985 transliteration without accents",
        "hy",
        "",
        "ISO 9985:1996",
        table(_ARMENIAN, "^ե e խ x ղ g ժ z շ s չ c ճ c ջ j յ y"),
    ),
    System(
        "de",
        "German transcription",
        "hy",
        "de",
        "Duden, transcription of Armenian",
        table(
            _ARMENIAN, "^ե je զ s ժ sch խ ch ճ tsch չ tsch շ sch վ w ջ dsch յ j ^ո wo յա ja ց z ծ z"
        ),
    ),
    System(
        "fr",
        "French transcription",
        "hy",
        "fr",
        "French press: ou, tch, ch",
        table(_ARMENIAN, "^ե e ու ou ժ j շ ch չ tch ճ tch ջ dj յա ia յ i"),
    ),
    System(
        "pl",
        "Polish transcription",
        "hy",
        "pl",
        "PWN, transcription of Armenian",
        table(_ARMENIAN, "^ե e ժ ż շ sz չ cz ճ cz ջ dż վ w յ j յա ja խ ch ց c ծ c ^ո wo"),
    ),
)
