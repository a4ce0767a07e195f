"""English compounds that need no context: their first parts, their last parts, closed pairs."""

from __future__ import annotations

from collections.abc import Mapping

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty sixty ninety hundred".split()
)
UNITS = frozenset(
    "year month week day hour minute second metre meter kilometre kilometer km mile foot inch tonne"
    " ton acre page point storey story stage seat member time fold strong room bed man woman part"
    " day nation party star volume percent litre liter".split()
)
AGES = frozenset(("old", "olds"))

PREFIXES = frozenset(
    "anti non ex vice semi multi co neo ultra pseudo quasi pro pre post sub inter intra counter"
    " self trans mid re".split()
)
COMBINING = frozenset(
    "anglo franco sino russo greco italo austro serbo indo afro euro hispano luso judeo turco"
    " perso polono romano".split()
)
SUFFIXES = frozenset(
    "based led backed born style speaking controlled occupied held sponsored funded owned run made"
    " wide aligned related brokered mandated trained fuelled powered imposed financed educated"
    " supported dominated listed built supplied".split()
)

_PAIRS = """
well known respected established paid armed trained connected founded equipped funded organised
well organized informed educated developed documented preserved deserved
so called
best known selling
little known
lesser known
long term time standing range awaited running serving distance lasting lived
short term lived range
high level ranking profile tech speed quality rise end risk ranked
low level income cost key lying ranking
far right left reaching fetched flung
left wing
right wing
cross border
first class half
second class half
third party
open air ended source
hard line hit fought core
heavy handed duty
old fashioned
world class famous
state run owned sponsored funded
top level secret ranking
free market range
middle class aged income
large scale
small scale
full scale time fledged blown
part time
real time life
follow up
south east west eastern western
north east west eastern western
t shirt shirts
x ray rays
u turn turns
e mail mails commerce
"""


def _pairs() -> Mapping[str, frozenset[str]]:
    pairs: dict[str, frozenset[str]] = {}
    for line in _PAIRS.strip().splitlines():
        first, *rest = line.split()
        pairs[first] = pairs.get(first, frozenset()).union(rest)
    return pairs


PAIRS = _pairs()

# First names that are halves of double ones: Jean-Pierre, Marie-Claude, Hans-Dietrich.
FIRST_NAMES = frozenset("Jean Marie Anne Hans Karl Carl Heinz Mette Ann Pierre".split())
# Kim Jong-un, Moon Jae-in: surnames, and how the hyphenated given names end.
KOREAN_SURNAMES = frozenset("kim moon park yoon lee ban choi chung han roh".split())
KOREAN_LAST = frozenset("un il sung in hye yeol myung moon hyun jin ho yong jung kyung soo".split())

# Weapons, aircraft and a disease that have a hyphen before their number.
_DESIGNATIONS = """
COVID 19
Covid 19
T 34 54 55 62 64 72 80 90
S 200 300 400
F 14 15 16 18 22 35
MiG 21 23 25 29 31
Su 22 24 25 27 30 34 35 57
Tu 22 95 160
Il 76 78
Mi 8 17 24 28
Ka 52
An 124 26
AK 47 74
B 1 2 52
A 10 50
C 130 17
MQ 9
KC 135
UH 60
AH 64
BM 21 30
BMP 1 2 3
BTR 60 70 80 82 90
RPG 7
GBU 39
"""
DESIGNATIONS: Mapping[str, frozenset[str]] = {
    line.split()[0]: frozenset(line.split()[1:]) for line in _DESIGNATIONS.strip().splitlines()
}
# After these a capital letter is a letter and the number begins something else: Group F - 16 teams.
LETTERS_ALONE = frozenset(
    "group plan class vitamin section part figure table block gate terminal room zone grade level"
    " option type hepatitis category".split()
)
