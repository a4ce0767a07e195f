"""Small facts of English words: their article, which are adjectives, where a noun phrase begins.

The lists are ours, of closed classes and of words that news uses.
"""

from __future__ import annotations

import re

from pipeline.pattern import later

# Spelled with a vowel, said with a consonant, and the reverse (Merriam-Webster).
_SAID_WITH_CONSONANT = later(
    r"(?:uni(?!n|m|ss)|use|usa|usu|uti|ura|eu|ewe|one(?![a-z])|once|u(?:s|k|n|e|r)(?![a-z])|ubiq|ukr|ura)",
    re.IGNORECASE,
)
_SAID_WITH_VOWEL = later(r"(?:hono|hour|heir|honest)", re.IGNORECASE)
_LETTERS_SAID_WITH_VOWEL = frozenset("AEFHILMNORSX")

DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your some any no each every another"
    " several many most all both few either neither such what which whose".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without to into onto over under against between among about after"
    " before during through across toward towards upon within via as than per despite since until"
    " like near off outside inside beyond behind below above around amid throughout".split()
)
CONJUNCTIONS = frozenset("and or but nor so yet if because while when where whether though".split())
VERBS = frozenset(
    "is are was were be been being am has have had do does did will would can could may might must"
    " shall should seems seem seemed remains remain remained becomes become became appears appear"
    " appeared looks look looked sounds feels felt gets get got goes went stays stayed proves proved"
    " said says say not also only still even just already".split()
)
PRONOUNS = frozenset("he she it they we you i who him them us me itself himself herself".split())
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | VERBS | PRONOUNS

# Verbs whose object takes a quoted adjective after it in good English: called the strike "unjust".
# Those that need "as" (described the strike as ...) do not count: "as" tells them already.
NAMING_VERBS = later(
    r"\b(?:call|label|brand|deem|consider|f(?:ind|ound)|ma(?:k|d)e?|declar|term|dub|judg"
    r"|th(?:ink|ought)|believ|render|keep|kept|le(?:av|ft)|nam|nicknam|prov|rat(?:e|ing)|hold"
    r"|held|paint|mark|spell|proclaim|christen|bapti[sz]|styl)"
    r"(?:[lb]?ed|d|e?s|[lb]?ing|ies|ied|y|e)?\b(?! (?:for|off)\b)",
    re.IGNORECASE,
)

_ADJECTIVE_ENDINGS = later(
    r"(?:ive|al|ous|able|ible|ful|less|ic|ary|ory|ular|arian|ite|ile|ish|esque|some|ant|ent)\Z"
)
_NOT_ADJECTIVES = frozenset(
    "initiative executive objective alternative perspective detective native motive archive"
    " representative operative directive incentive narrative relative captive fugitive drive hive"
    " rival oval metal medal pedal petal coral canal rental scandal sandal vandal cathedral mineral"
    " admiral corporal funeral serial arrival refusal disposal withdrawal burial deal goal meal"
    " renewal betrayal portrayal appraisal rehearsal reversal dismissal referral carnival interval"
    " decimal percival festal recital capital quintal crystal pascal final"
    " proposal journal hospital trial festival capital rival signal official material terminal"
    " professional individual principal animal manual ritual denial removal approval survival appeal"
    " memorial tutorial editorial potential credential arsenal tribunal journal original cannibal"
    " music public republic topic fabric traffic critic clinic mechanic logic panic epidemic pandemic"
    " arctic comic mosaic fanatic alcoholic catholic attic cynic sceptic skeptic mimic picnic rhetoric"
    " table cable vegetable bible variable constable stable fable"
    " secretary library anniversary january february summary commentary diary salary boundary"
    " documentary dictionary beneficiary adversary missionary obituary contrary visionary"
    " territory history victory factory story theory memory category directory laboratory observatory"
    " inventory glory repertory trajectory president government movement agreement agent student"
    " parent event payment statement restaurant department document moment parliament development"
    " treatment investment settlement management environment component opponent continent accident"
    " incident patient percent client talent content element instrument argument apartment equipment"
    " assistant merchant plant tenant servant infant elephant giant grant warrant immigrant migrant"
    " militant participant defendant tyrant giant restaurant occupant consultant accountant sergeant"
    " site elite satellite website suite granite opposite favorite favourite appetite parasite bite"
    " file mile missile profile textile crocodile smile exile automobile pile"
    " fish dish rubbish polish finish wish parish varnish anguish prime fuel model battle cell".split()
)
_ADJECTIVES = frozenset(
    "nuclear military special new old big small great good bad high low long short early late young"
    " major minor main key clean dirty soft hard free false true real fair dark white black red green"
    " blue grey gray open closed secret direct indirect joint mutual foreign modern western eastern"
    " northern southern central federal armed united limited so-called planned proposed alleged mass"
    " total partial light heavy fast slow rapid quick urgent recent current former future next last"
    " first second third final single double whole entire own other same different various certain"
    " clear likely large huge giant vast strong weak poor rich cheap safe dangerous hot cold warm cool"
    " dry wet deep broad wide narrow full empty bright sharp flat round smart wise stupid mad crazy"
    " independent permanent recent violent silent different important significant relevant constant"
    " distant elegant abundant dominant reluctant brilliant transparent efficient sufficient urgent"
    " prudent competent innocent excellent patient ancient apparent decent frequent intelligent"
    " humanitarian preventive surgical targeted forced staged fake illegal sham so-called just unjust"
    " civil senior junior anti-terrorist terrorist extremist fascist communist socialist capitalist"
    " populist nationalist separatist racist sexist leftist rightist feminist islamist jihadist nazi"
    " friendly unfriendly deadly costly timely orderly daily weekly monthly yearly lovely holy"
    " internal external formal informal normal moral legal global local rural urban royal loyal"
    " vertical horizontal visual verbal vocal mental dental brutal fatal natural cultural general"
    " intensive expensive massive progressive aggressive defensive offensive exclusive inclusive"
    " definitive decisive active passive positive negative creative collective effective historic"
    " grave frank parallel autonomous peaceful honest sincere serious guided armoured armored remote"
    " imperialist colonialist militarist fundamentalist reformist pacifist feminist anarchist"
    " immediate moderate adequate inadequate appropriate inappropriate desperate legitimate illegitimate"
    " separate ultimate deliberate unfortunate accurate inaccurate delicate intimate passionate absurd"
    " obscure pure impure extreme supreme severe austere obscene serene insane sane humane inhumane human"
    " inhuman profound perverse diverse adverse immense intense tense dense complex perfect imperfect"
    " correct incorrect exact abstract strict distinct corrupt abrupt robust modest dishonest unfair bitter"
    " proper improper sinister clever sober unique opaque obsolete concrete discreet complete incomplete"
    " absolute acute astute resolute devout stubborn naive noble humble simple feeble gentle subtle"
    " imminent eminent evident insolent indecent incoherent inconsistent turbulent fraudulent benevolent"
    " malevolent ambivalent equivalent prevalent complacent repugnant arrogant flagrant blatant vibrant"
    " tolerant intolerant ignorant defiant vigilant extravagant redundant unimportant insignificant"
    " irrelevant incompetent imprudent insufficient inefficient strident potent impotent ardent fervent"
    " orthodox unorthodox rapid rabid valid invalid vivid rigid stupid timid frigid candid sordid morbid"
    " lucid splendid arid humid placid avid golden broken hidden stolen frozen forgotten sudden barren"
    " forbidden unwritten unspoken proven unproven sworn unknown known lost angry busy crazy easy empty"
    " faulty filthy flimsy gloomy happy unhappy hungry lucky mighty murky nasty noisy petty rocky shabby"
    " shaky sloppy stormy sunny tricky wary weary pregnant stagnant rampant poignant radiant valiant"
    " jubilant exorbitant repentant reliant compliant resilient lenient convenient inconvenient obedient"
    " disobedient deficient proficient nascent adjacent reticent magnificent despondent divergent"
    " contingent stringent diligent negligent intransigent salient virulent opulent insolvent solvent"
    " inherent coherent indifferent belligerent persistent consistent insistent nonexistent subsequent"
    " infrequent eloquent affluent fluent recurrent omnipotent dependent interdependent preeminent"
    " bloody scary risky shady messy lengthy worthy unworthy hasty greedy guilty unhealthy unlawful"
    " public private hybrid sovereign shadow zero fictitious sacred sick healthy wealthy dirty".split()
)
# Nouns and verbs as often as adjectives: only quotation marks behind a noun make them one.
_ALSO_ADJECTIVES = frozenset(
    "firm solid fine level plain chief blind calm close cold equal fit prime blunt bold brave brief brisk"
    " broad calm crude cruel dull faint fierce foul frail fresh grim gross harsh hollow idle keen lame"
    " lasting lean loose loud mild mute naked odd painful pale polite proud quiet rapid raw ready rigid"
    " rotten rough sad scarce shy slight spare stable stark steep stern stiff strange strong swift tender"
    " thin tiny tough ugly unanimous vague vain vivid warm wild wrong pragmatic minimal maximum minimum"
    " optimal surprise peace growing shocking worrying disturbing alarming ongoing binding lasting".split()
)
_ADJUNCTS = frozenset(
    "air missile drone border peace war security defence defense police state oil gas energy trade tax"
    " health school water power news media press party government army navy ground sea land space fire"
    " food farm city county world sports arms rocket tank aid rescue ceasefire cease-fire prison court"
    " budget debt market labour labor climate weather train bus road rail cyber data gun bomb drug"
    " artillery weapons intelligence working living housing training voting banking nursing mining fishing"
    " shipping farming ruling ongoing upcoming existing remaining operating manufacturing".split()
)
# Nouns in -ics, or what a machine makes of -ique(s), whose adjective ends in -ical.
_ICAL = frozenset(
    "tactics politics clinics logistics ethics mathematics statistics physics mechanics hysterics"
    " critics technics topics practics identics medics musics magics typics methodics cynics"
    " surgics chemics".split()
)
_NO_ADJECTIVE = frozenset(
    "antics olympics fabrics lyrics metrics relics picnics panics mosaics republics epidemics"
    " pandemics characteristics arctics attics mimics sceptics skeptics".split()
)
# People who have such a name: "the doctors "heretics"" may be two nouns.
PERSONS = frozenset(
    "heretics romantics radicals liberals intellectuals criminals generals fanatics mystics critics"
    " academics nationals officials individuals professionals medics sceptics skeptics cynics"
    " neutrals rivals originals moderates privates terrorists extremists royals orientals natives"
    " relatives representatives executives detectives captives fugitives conservatives operatives"
    " democrats republicans".split()
)
NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty hundred thousand million dozen hundreds thousands dozens many few first second".split()
)
_VERB_STEMS = (
    "accept accus acquir adopt allow announc approv arrest ask attack authori ban begin block build"
    " buy cancel carr caus chang clos compar condemn conduct confirm continu creat defend deliver"
    " demand denounc deny deploy destroy develop discuss end endors establish examin exclud explain"
    " express extend fac favou finish follow forc form giv guarant halt help impos includ increas"
    " invad involv join justif launch lead lift mak meet need negotiat open order organi plan prepar"
    " present prevent produc prohibit promis propos protect provid provok publish reduc refus reject"
    " releas reopen report request requir restor resum review seek sell send show sign start stop"
    " suffer support suspend tak threaten tighten us wag want welcom win withdraw"
).split()
_VERB = later(rf"(?:{'|'.join(_VERB_STEMS)})(?:e?s|e?d|ing|ies|ied|y|e|it|t)?\Z")


def article_for(word: str) -> str:
    """Return the indefinite article that an English word takes.

    >>> article_for("hour"), article_for("European"), article_for("EU"), article_for("FBI")
    ('an', 'a', 'an', 'an')
    """
    bare = word.lstrip("\"'\u201c\u2018\u00ab( ")
    if not bare:
        return "a"
    head = re.split(r"[-\s'\u2019\"\u201d.,]", bare, maxsplit=1)[0]
    if len(head) > 1 and head.isupper():
        return "an" if head[0] in _LETTERS_SAID_WITH_VOWEL else "a"
    if bare[0].isdigit():
        return "an" if re.match(r"8|1[18](?:\D|\Z)|1[18],\d{3}(?!,)", bare) else "a"
    if _SAID_WITH_CONSONANT.match(bare):
        return "a"
    return "an" if bare[0].lower() in "aeiou" or _SAID_WITH_VOWEL.match(bare) else "a"


def is_adjective(word: str) -> bool:
    """Tell whether a lower-case word is known, or spelled, as an adjective.

    >>> is_adjective("preventive"), is_adjective("initiative")
    (True, False)
    """
    if word in _ADJECTIVES:
        return True
    if word in _NOT_ADJECTIVES or word in FUNCTION_WORDS or len(word) < 5:
        return False
    if word.endswith(("ent", "ant")):
        return False  # more nouns than adjectives: those are listed
    return _ADJECTIVE_ENDINGS.search(word) is not None


def may_be_adjective(word: str) -> bool:
    """Tell whether a word that is mostly something else can be an adjective: firm, cold, growing."""
    return word in _ALSO_ADJECTIVES


def adjective_of(word: str) -> str:
    """Return the adjective behind a noun in -ics or a plural adjective, "" if there is none.

    >>> [adjective_of(word) for word in ("tactics", "ballistics", "preventives", "relics")]
    ['tactical', 'ballistic', 'preventive', '']
    """
    if not word.endswith("s") or word.endswith(("ss", "ous")) or word in _NO_ADJECTIVE:
        return ""
    if word.endswith("ics") and len(word) > 5:
        ending = "al" if word in _ICAL or word.endswith("logics") else ""
        return word[:-1] + ending
    return word[:-1] if is_adjective(word[:-1]) else ""


def is_verb(word: str) -> bool:
    """Tell whether a lower-case word is a verb that news often puts before an object."""
    return _VERB.match(word) is not None


def is_modifier(word: str) -> bool:
    """Tell whether a word before a noun belongs to its phrase: adjective, origin, noun adjunct."""
    if word[:1].isupper():
        return True
    return is_adjective(word) or word in _ADJUNCTS


def is_adjunct(word: str) -> bool:
    """Tell whether a noun often stands before another one or behind "of": measures of security."""
    return word in _ADJUNCTS
