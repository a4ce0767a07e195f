"""British and American spellings of the same word, where no third meaning hides.

Sources: Oxford English Dictionary and Merriam-Webster; the table is ours. Words whose two
spellings differ in meaning or word class (practice, licence, meter, check, story, tire,
program, draft, curb, gray in names) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_OUR = "armour behaviour clamour colour candour endeavour favour fervour flavour harbour honour"
_OUR += " humour labour neighbour odour parlour rumour saviour savour splendour tumour"
_OUR += " valour vapour vigour"
_OUR_ENDINGS = "s ed ing ful fully less hood hoods ite ites able ably er ers ly"
_ISE = "agonis antagonis apologis authoris capitalis categoris centralis characteris civilis"
_ISE += " colonis commercialis criminalis criticis crystallis customis decentralis democratis"
_ISE += " demoralis destabilis digitalis digitis dramatis economis emphasis energis epitomis"
_ISE += " equalis familiaris finalis formalis fraternis generalis globalis harmonis hospitalis"
_ISE += " idolis immunis industrialis initialis institutionalis internationalis jeopardis"
_ISE += " legalis legitimis liberalis localis marginalis materialis maximis memoris militaris"
_ISE += " minimis mobilis modernis monopolis moralis nationalis neutralis normalis optimis"
_ISE += " organis ostracis penalis personalis polaris politicis popularis prioritis privatis"
_ISE += " publicis radicalis rationalis realis recognis reorganis revitalis scrutinis"
_ISE += " sensationalis socialis specialis stabilis standardis sterilis stigmatis subsidis"
_ISE += " summaris symbolis sympathis synchronis terroris theoris traumatis urbanis utilis"
_ISE += " vandalis victimis visualis"
_ISE_ENDINGS = "e es ed ing ation ations er ers"
_LL = "cancel channel counsel dial duel equal fuel funnel initial label level marshal model panel"
_LL += " pedal quarrel rival shovel signal snorkel spiral swivel total towel travel tunnel unravel"
_RE = "centre theatre fibre litre calibre sabre spectre sombre lustre meagre manoeuvre kilometre"
_RE += " centimetre millimetre"
_PAIRS = (
    "defence defense offence offense pretence pretense catalogue catalog dialogue dialog"
    " analyse analyze analysed analyzed analysing analyzing paralyse paralyze paralysed paralyzed"
    " catalyse catalyze grey gray greys grays sceptic skeptic sceptics skeptics sceptical skeptical"
    " scepticism skepticism mould mold moulds molds moulded molded smoulder smolder smouldering"
    " smoldering plough plow ploughs plows ploughed plowed jewellery jewelry"
    " aluminium aluminum artefact artifact artefacts artifacts cosy cozy enrol enroll enrolment"
    " enrollment fulfil fulfill fulfilment fulfillment instalment installment skilful skillful"
    " wilful willful traveller traveler travellers travelers woollen woolen marvellous marvelous"
    " councillor councilor councillors councilors counsellor counselor counsellors counselors"
    " pyjamas pajamas tyre tire tyres tires kerb curb kerbs curbs paediatric pediatric"
    " paediatrician pediatrician anaesthetic anesthetic haemorrhage hemorrhage leukaemia leukemia"
    " anaemia anemia diarrhoea diarrhea foetus fetus oestrogen estrogen orthopaedic orthopedic"
    " encyclopaedia encyclopedia archaeologist archeologist moustache mustache"
)
_OXFORD = re.compile(r"[^y]iz(?:e[ds]?|ing|ations?|ers?)\Z")
_LEFT_OUT = frozenset({"tyre", "tyres", "kerb", "kerbs", "archaeologist", "catalogue", "dialogue"})


def is_oxford(word: str) -> bool:
    """Tell whether this is a word in -ize, as Oxford and much of Britain spells it.

    >>> is_oxford("organized"), is_oxford("analyzed")
    (True, False)
    """
    return _OXFORD.search(word) is not None


@cache
def british_to_american() -> dict[str, str]:
    """Return the table from British to American spelling, in lower case."""
    return dict(_rows())


def gate() -> str:
    """Return a pattern that any word of the table matches."""
    stems = [stem[:-3] + "ou?r" for stem in _OUR.split()]
    stems += [stem[:-1] + "[sz]" for stem in _ISE.split()]
    stems += [stem + "l?(?:ed|ing)" for stem in _LL.split()]
    stems += [stem.replace("oeu", "o?eu")[:-2] + "(?:re|er)" for stem in _RE.split()]
    return f"(?:{'|'.join([*stems, *_PAIRS.split()])})"


def _rows() -> Iterator[tuple[str, str]]:
    for stem in _OUR.split():
        american = stem[:-3] + "or"
        yield stem, american
        for ending in _OUR_ENDINGS.split():
            yield stem + ending, american + ending
    for stem in _ISE.split():
        for ending in _ISE_ENDINGS.split():
            yield stem + ending, f"{stem[:-1]}z{ending}"
    for stem in _LL.split():
        for ending in ("ed", "ing"):
            yield f"{stem}l{ending}", stem + ending
    for stem in _RE.split():
        american = stem.replace("oeu", "eu")[:-2] + "er"
        yield stem, american
        yield f"{stem}s", f"{american}s"
    words = _PAIRS.split()
    for british, american in zip(words[::2], words[1::2], strict=True):
        if british not in _LEFT_OUT:
            yield british, american
