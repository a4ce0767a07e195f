"""Cyrillic letters that are written alike everywhere, and what a language changes in them."""

from __future__ import annotations

CYRILLIC = (
    "а a б b в v г g д d е e ё e %ё o з z и i й y к k л l м m н n о o п p р r с s т t у u ф f"
    " ы y э e ь - ъ - ' - \u2019 - \u02bc -"
)
UKRAINIAN = "г h ґ g и y і i"
BELARUSIAN = "г h ґ g і i ў u ё io"
BULGARIAN = "ъ a ь y"
ENGLISH = "ж zh х kh ц ts ч ch ш sh щ shch ю yu я ya %ё e"
SCHOLARLY = "ж ž й j х ch ц c ч č ш š щ šč ю ju я ja ё ë %ё ë"
ISO_9 = (
    "ж ž й j х h ц c ч č ш š щ ŝ ю û я â ё ë %ё ë э è ы y г g ґ g̀ и i і ì ї ï є ê ў ŭ ь - ъ - ' -"
)
