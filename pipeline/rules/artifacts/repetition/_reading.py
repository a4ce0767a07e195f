"""What the rules on repetition share: the repetitions of a document, and those of its source."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.analysis.english import PREPOSITIONS
from pipeline.analysis.repetition import Repetition, find_repetitions, may_repeat
from pipeline.context import Context
from pipeline.pattern import compiled

SPACES = (" ", "\u00a0", "\u202f")
LINE_BREAKS = ("\n", "\r\n")

# Laughter, song, noise: words made of repetition, in any language.
ECHOES = frozenset(
    "ha he hi ho hee hey hip ja haha la na ta da doo dum ding dong tra bla blah yada cha choo"
    " chug beep boom bang bling bam pam pom tam tap tick tock tic tac toc knock woof quack moo"
    " baa miau meow oh ah ooh aah aha wow yeah yay yes no nope go run come wait help please"
    " hush shh bye run cuckoo chop yum nom tut tsk hubba hurry ole olé viva bravo ай ой ах ох"
    " эх ха хи хо ля тра та бум дзинь ку так тик нет да ні ура гав мяу бла".split()
)

CONJUNCTIONS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "and or nor",
        "de": "und oder",
        "fr": "et ou ni",
        "es": "y e o u ni",
        "it": "e ed o od né",
        "pt": "e ou nem",
        "nl": "en of",
        "cs": "a i nebo ani",
        "sk": "a i alebo ani",
        "pl": "a i oraz lub albo ani",
        "ru": "и а или ни да",
        "uk": "і й та або чи ні",
        "sv": "och eller",
        "da": "og eller",
        "nb": "og eller",
    }.items()
}
# Words that open a phrase which nobody says twice in a row.
OPENERS: Mapping[str, frozenset[str]] = {
    "en": PREPOSITIONS,
    **{
        language: frozenset(words.split())
        for language, words in {
            "de": "in im an am auf aus bei beim für gegen mit nach ohne seit über um unter von vom zu zum zur",
            "fr": "à au aux avec chez contre dans de des du en entre par pour sans sous sur vers",
            "es": "a al ante con contra de del desde en entre hasta para por sin sobre tras",
            "it": "a al alla alle ai con contro da dal dalla di del della dei delle in nel nella per su sul tra",
            "pt": "a à ao aos com contra da das de do dos em entre na nas no nos para pela pelo por sem sobre",
            "nl": "aan bij door in met naar om onder op over tegen tot uit van voor zonder",
            "cs": "bez do k ke na o od po pro před při s se u v ve z za ze",
            "pl": "bez dla do ku na nad o od po pod przed przez przy u w we z za ze",
            "ru": "без в во для до за из к ко на над о об от по под при против с со у через",
            "uk": "без в від до для з за зі із на над о об під по при про проти у через",
        }.items()
    },
}
# Function words that stand twice where a clause ends in one and the next begins with it:
# "the room he was in in May", "von Anfang an an die Spitze", "si l'on en croit".
MEETS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "in on at by for from with into over up out off down about after than one are was"
        " were be been has have will would can could do may he she you us her it"
        " what which when all there more no so some any most both like near past say"
        " says said".split()
    ),
    "de": frozenset(
        "an ab ein zu um mit es was wer wie wo so ist sind war waren wird werden wurde wurden"
        " hat haben hatte kann können das dass sein seine ihre ihn ihm uns sich eine einer"
        " nach über durch".split()
    ),
    "fr": frozenset(
        "en y que est été fait a ont sont il elle ils elles lui on son une entre contre lors"
        " depuis après pas plus même peut était avait deux leur leurs tout être".split()
    ),
    "es": frozenset("que como una uno lo la se le les ha fue es era son para sobre más".split()),
    "it": frozenset("che si è non lo la li le una ha sono stato stata era come".split()),
    "pt": frozenset("que se nos é foi uma um como para são mais o a os as".split()),
    "cs": frozenset("se si to je by jsou ho mu já ty my už tak jako".split()),
    "sk": frozenset("sa si to je by sú ho mu už tak ako".split()),
    "pl": frozenset("się to jest są był była by go mu ich jej jego tak już co jak".split()),
    "ru": frozenset(
        "это то было был была были они она он его её их так ещё уже что все всё".split()
    ),
    "uk": frozenset(
        "це то було був була були вони вона він його її їх так ще вже що всі все".split()
    ),
}

# Names that are double: the rest of a double name is written with a hyphen.
DOUBLE_NAMES = frozenset(
    "lang han duran walla boutros sirhan baden wagga bora pago ylang tuk gaga simon dum zsa bing"
    " talk paw cous aye jar moto chow pom".split()
)
# English words of MEETS that an editor cuts, except after the words at their side (a particle
# of a verb, or a subject) or where the clause before has no object yet.
CUT: Mapping[str, str] = {
    "was": "",
    "has": "",
    "have": "",
    "be": "",
    "will": r"the|a|his|her|their|my|your|our|its|good|free|political|last|living|popular|public|strong"
    r"|own|national|this|that|collective|ill|[a-z]+['\u2019]s?",
    "would": "",
    "could": "",
    "are": "",
    "were": "",
    "with": "dealt|deal|deals|dealing|coped|cope|up|done|filled|lived|begin|start|away|along|down",
    "than": "",
    "by": "stood|stand|standing|went|go|goes|going|passed|pass|passing|passers|live|lived|come"
    "|came|near|close|drop|dropped|put|get|got|rolled|swept|drove",
    "after": "look(?:ed|ing|s)?|named|t(?:ake|ook|aken)|sought|go|goes|went|c[ao]me|chas(?:ed|ing)|day|soon"
    "|shortly|long|ever|morning|week|year|ask(?:ed)?|right|just|before|and|the",
    "into": "look(?:ed|ing|s)?|r[au]n|go|goes|went|gone|c[ao]me|br(?:eak|oke|oken)|bump(?:ed)?|moved?"
    "|turn(?:ed|s)?|f[ae]ll(?:en)?|buy|bought|get|got|talked|crashed",
    "about": "talk(?:ed|ing|s)?|th(?:ink|ought|inking)|cared?|sp(?:eak|oke|oken)|know|hear(?:d)?|c[ao]me"
    "|br(?:ing|ought)|worried|complain(?:ed)?|ask(?:ed)?|all|out|wr(?:ite|ote|itten)|go|set|just|was|were"
    "|is|are|forg[eo]t|told",
    "at": "look(?:ed|ing|s)?|laugh(?:ed|ing)?|star(?:ed|ing)|shot|shouted|yelled|fired|pointed|hinted"
    "|arrived|aimed|good|bad|best|home|worked|thrown|threw",
    "for": "pa(?:y|id|ys|ying)|car(?:e|ed|es|ing)|look(?:ed|ing|s)?|search(?:ed|ing)?|call(?:ed|ing|s)?"
    "|ask(?:ed|ing|s)?|account(?:ed|s)?|provid(?:e|ed)|long(?:ed|ing)?|sought|hop(?:e|ed|ing)|spoken"
    "|st(?:and|ands|ood)|vot(?:e|ed|ing)|f(?:ight|ought|ighting)|wish(?:ed)?|wait(?:ed|ing)?|prepar(?:e|ed)"
    "|allow(?:ed)?|appl(?:y|ied)|pray(?:ed)?|answer(?:ed)?|argu(?:e|ed)|play(?:ed|s)?|work(?:ed|s|ing)?",
    "on": "go(?:es|ing|ne)?|went|mov(?:e|ed|es|ing)|carr(?:y|ied|ies|ying)|hold(?:s|ing)?|held|h[au]ng|keep"
    "|kept|log(?:ged)?|sign(?:ed)?|switch(?:ed)?|turn(?:ed|s)?|pass(?:ed)?|add(?:ed)?|later|early|earlier"
    "|liv(?:e|ed|es)|stay(?:ed|s)?|read|play(?:ed|s)?|com(?:e|es|ing)|came|drag(?:ged)?|dr(?:ive|ove|iven)"
    "|press(?:ed)?|soldier(?:ed)?|linger(?:ed)?|c[au]tch|caught|get|got|put|tr(?:y|ied)|work(?:ed|ing|s)?"
    "|walk(?:ed|s)?|so|then|now|today|head|hands|further|cling|clung|slip(?:ped)?|step(?:ped)?|look(?:ed"
    "|s)?|cheer(?:ed)?|br(?:ing|ought)|t(?:ake|ook|aken)|buil[dt]|march(?:ed)?|w(?:ear|ore|orn)|push(?:ed)?"
    "|talk(?:ed)?|spur(?:red)?|egg(?:ed)?|urg(?:e|ed)|count(?:ed)?|depend(?:ed|s)?|rel(?:y|ied)|insist(?:ed)?"
    "|decid(?:e|ed)|agreed|focus(?:ed)?|bet|spent|is|are|was|were|be|been|being",
    "from": "came|come|comes|coming|hail|hails|hailed|away|far",
    "in": "check(?:ed|ing|s)?|log(?:ged|ging|s)?|mov(?:e|ed|ing|es)|com(?:e|es|ing)|came|go|goes"
    "|going|gone|went|turn(?:ed|ing|s)?|hand(?:ed|ing|s)?|settl(?:e|ed|ing)|br(?:eak|oke"
    "|oken)|st(?:ep|epped|ay|ayed|aying)|let|believ(?:e|ed|es|ing)|liv(?:e|ed|es|ing)|is|are|were"
    "|been|be|being|interest(?:ed)?|fits?|plug(?:ged)?|g(?:ave|ive|iven|iving)|join(?:ed|ing)?"
    "|kick(?:ed|s)?|brought|bring|called|call|phoned|weigh(?:ed|s)?|set|took|take|taken|poured"
    "|sworn|drop(?:ped)?|stood|stand|walk(?:ed)?|work(?:ed|s|ing)?|trad(?:e|es|ed)|sle(?:ep|pt)"
    "|fill(?:ed)?|mix(?:ed)?|pitch(?:ed)?|chip(?:ped)?|cash(?:ed)?|dug|clock(?:ed)?|rolled|play(?:ed)?"
    "|fl(?:y|ew|own)|bl(?:ow|ew|own)|sent|pulled|voted|phas(?:e|ed)|usher(?:ed)?|drawn|kept|locked"
    "|shut|hemmed|zoom(?:ed)?|snowed|s[au]nk|rush(?:ed)?|sail(?:ed)?|opt(?:ed)?|cav(?:e|ed)|closed"
    "|barge?d?|creep|crept|pack(?:ed)?|ship(?:ped)?|buil[dt]|written|tun(?:e|ed)|reel(?:ed)?",
}
# As the subject of its clause a pronoun leaves no gap: ties which grow with with it.
_OPEN_CLAUSE = (
    r"\b(?i:what|who|whom|which|where|that|how|whatever|whoever|all|everything|anything)\b"
    r"(?! (?:has|have|had|is|are|was|were|will|would|can|could|[a-z]{3,}(?:ed|ts|ns|es|ls)) )"
    r"[^.!?;\r\n]{0,60}\Z"
)
# "The man he was was gone": the clause has begun before the pronoun.
_PRONOUN = (
    r"(?<=[\p{L}\p{N}][,;]?[ \u00a0])(?<!\b(?:said|says|say|and|but|because|if|as|while|although|though"
    r"|believe[sd]?|thinks?|thought|claim(?:s|ed)|added|hope[sd]?|knew|then|insist(?:s|ed)|den(?:y|ied)),? )"
    r"(?i:he|she|it|they|we|you|i|this|those|these|there|one|was|had)[ \u00a0]\Z"
)


def is_cut(text: str, found: Repetition) -> bool:
    """Tell whether an editor would cut the second copy of an English function word of CUT."""
    word = found.phrase
    if word not in CUT or not text[found.end : found.end + 2].strip().isalnum():
        return False
    before = text[max(0, found.start - 80) : found.start]
    if compiled(_PRONOUN).search(before):
        return False
    if not before.endswith(", ") and compiled(_OPEN_CLAUSE).search(before):
        return False
    if word == "in" and text[found.end + 1 : found.end + 2].isdigit():
        return False  # "the crisis bedded in in 2008"
    verbs = CUT[word]
    return not (verbs and compiled(rf"\b(?i:{verbs})[ \u00a0]\Z").search(before))


def read_repetitions(context: Context) -> tuple[Repetition, ...]:
    """Return the repetitions of the document, () where none is in a row or repeats twice."""
    return find_repetitions(context.text) if may_repeat(context.text) else ()


def source_repeats(context: Context, repetition: Repetition) -> bool:
    """Tell whether the source text repeats as many words as often, so that the copy should."""
    block = context.document.block_at(repetition.start)
    original = block.source if block is not None and block.source else context.source.source_text
    if not original:
        return False
    return any(
        found.count >= repetition.count and (found.words > 1) == (repetition.words > 1)
        for found in find_repetitions(original)
    )


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks enclose exactly this stretch: a title, words as words."""
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING


_OPENING = frozenset("\"'\u201c\u2018\u00ab\u201e\u201a")
_CLOSING = frozenset("\"'\u201d\u2019\u00bb\u201c\u2018")
