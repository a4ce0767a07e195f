"""Words that no English text has of its own: common ones of nine languages, how others end.

Left out is what English took over (boutique, kindergarten, fiesta), what is spelled alike
(pour, pays, jest, sang) and what names are made of (de, la, von).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.pattern import compiled

# Closed classes, and words that the news uses every day.
WORDS: Mapping[str, str] = {
    "French": "avec dans mais sont aussi selon depuis puis donc alors leurs cette celui celle ceux"
    " gouvernement vacances ville villes ministre ministres maire guerre paix juge enfants"
    " femme femmes homme hommes travail semaine mois jours heures soldats ainsi pendant afin parce"
    " toujours jamais beaucoup nouveau nouveaux dernier argent syndicats habitants voix scrutin"
    " fonctionnaires soins otages",
    "German": "und oder nicht sich auf auch wurde wurden werden wird sagte sagten haben hatte"
    " hatten sind nach wegen zwischen gegen durch ohne sowie bereits noch schon sehr mehr weil"
    " wenn jedoch seit beim vom zur zum einer eines einem einen keine kein ihre ihren seine seinen"
    " seiner diese dieser dieses heute gestern jetzt immer mindestens viele jeder sowohl",
    "Spanish": "pero porque aunque mientras ayer siempre nunca gobierno ministro ministros"
    " presidente ciudad ciudades guerra trabajador huelga mujeres hombres semana vecinos heridos"
    " muertos empresa empresas acuerdo dijo desde hasta",
    "Italian": "anche quando della delle degli dello nella nelle nello dalla dalle governo sciopero"
    " lavoratori oggi ieri questo questa quello ancora molto",
    "Portuguese": "depois onde ontem hoje cidade greve trabalhadores pelo pela muito ainda",
    "Polish": "oraz przez tylko szpital wojna miasto wczoraj dzisiaj",
    "Czech": "jsou bylo byla nebo podle pouze nemocnice",
    "Turkish": "bir olan olarak gibi ancak sonra kadar",
    "Dutch": "het een niet voor zijn ook wordt werd naar maar hebben heeft omdat tussen tegen"
    " volgens gisteren vandaag regering",
}
# Ends, and some beginnings, that English words do not have.
SHAPES: Mapping[str, str] = {
    "French": r"gouv[a-z]+|[a-z]{2,}(?:eux|euses|eaux|ismes?|istes|oires|aient|ouvelles?|eoise?s?)",
    "German": r"[a-z]{2,}(?:[aeiou]igt|tzt|rzt|cht(?:e[nrst]?|st)|schaft(?:en)?|[nrltdg]ung(?:en)?|"
    r"keit(?:en)?|heit(?:en)?|lich(?:e[nrsm]?)?|isch(?:e[nrsm]?)?|iert(?:e[nrsm]?)?|ieren|ssen|"
    r"tzen|chen|hren)|(?:ent|ver|zer|aus)[a-z]{3,}en",
    "Spanish": r"[a-z]{2,}(?:iones|dores|dades|ados|idos|adas|idas|ajes|arios?|mente|ando|iendo|"
    r"aron|ieron|aban|istas|illos?|rones|llones|amos|emos)",
    "Italian": r"[a-z]{2,}(?:zioni|zione|amento|imento|amenti|imenti|ezza|aggio|aggi|endo|issimo)",
    "Polish": r"[a-z]*(?:szcz|szp|prz|rzy|dzie|czn|wsk[ai])[a-z]*|[a-z]{3,}(?:ych|ego|owie|anie)",
}
# English has these all the same.
_ENGLISH = (
    "adidas adieux aficionados armadas armadillos? avocados bandidos baristas bordeaux bourgeoise? "
    "bourgeoises brando bravados bureaux chanteuses chaperones chateaux cigarillos? commando "
    "crescendo danseuses desperados diminuendo fashionistas frisch gateaux gesundheit hamstrung "
    "highstrung impresario innuendo kitchen lessen lichen masseuses memento memoires milieux "
    "peccadillos pimento plateaux przewalskii? repertoires restrung sandinistas scenarios? sprung superego "
    "tableaux thrones drones crones tornados trousseaux underslung verboten zapatistas"
).replace(" ", "|")
# Loan words that keep their marks in English.
_LOANS = (
    "cafés? clichéd? clichés cloisonné fiancée? protégée?s? communiqués? crème brûlée crèches? frontières résumés? façades? déjà "
    "naïve naïveté naïvely naïf élite élites élan première premières émigrés? exposé décor mêlée "
    "rôle rôles régime señor señora señorita piñatas? jalapeños? mañana attachés? chargé détente "
    "débâcle début flâneur fête fêtes gâteau château crêpes? sauté sautéed flambé purée pâté rosé "
    "consommé entrée entrées soirée soirées matinée née passé blasé risqué touché voilà divorcée? "
    "habitué habitués ménage tête döner doppelgänger über führer länder smörgåsbord spätzle "
    "glühwein pétanque mâché après cortège coupé canapés? étude éclairs? épée aperçu garçon "
    "provençal coöperate açaí piñón soufflé même"
).replace(" ", "|")
MARKS = (
    "\u00df-\u00f6\u00f8-\u00ff\u0101\u0103\u0105\u0107\u010d\u010f\u0111\u0113\u0119\u011b\u011f"
    "\u012b\u0131\u0142\u0144\u0148\u0151\u0153\u0159\u015b\u015f\u0161\u0165\u016b\u016f\u0171"
    "\u017a\u017c\u017e\u0219\u021b"
)
_MARKED = rf"[a-z{MARKS}]*[{MARKS}][a-z{MARKS}]+|[a-z{MARKS}]{{2,}}[{MARKS}]"
_LISTED = "|".join(sorted({word for words in WORDS.values() for word in words.split()}))
_SHAPED = "|".join(SHAPES.values())

_COMPOUND = r"[A-Z][a-z]{4,30}(?:s|n|er)ministeri(?:ums?|en)"

GATE = (
    rf"[ ](?:(?:{_LISTED}|[a-z]*(?:{_SHAPED}))[^a-z]|{_COMPOUND}|y [a-z][a-z]|[a-z]*[{MARKS}])"
)
WORD = (
    r"(?<![\w'\u2019@#/.&-])(?:"
    rf"(?!(?:{_ENGLISH}|{_LOANS})(?!\w))(?:{_LISTED}|{_SHAPED}|{_MARKED})"
    rf"|{_COMPOUND}|(?<=[a-z]{{3}} )y(?= [a-z]{{3}}))(?![\w'\u2019@/&-])"
)

WORDS_IN_ROW = rf"{WORD}(?:[ ]{WORD}){{0,5}}"


@cache
def word_language() -> Mapping[str, str]:
    """Return each word of WORDS with its language, the first that has it."""
    found: dict[str, str] = {}
    for language, words in WORDS.items():
        for word in words.split():
            found.setdefault(word, language)
    return found


def shape_language(word: str) -> str:
    """Return the language whose ending the word has, "" for none."""
    return next(
        (name for name, shape in SHAPES.items() if compiled(rf"(?:{shape})").fullmatch(word)), ""
    )
