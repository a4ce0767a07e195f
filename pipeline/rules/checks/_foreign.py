"""Words that no English text has of its own: common ones of ten languages, and how others end.

Left out is what English took over (boutique, kindergarten, fiesta), what is spelled alike
(pour, pays, jest, sang) and what names are made of (de, la, von, ville in a place name has a
hyphen or a capital before it).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# Closed classes, and words that the news uses every day.
WORDS: Mapping[str, str] = {
    "French": "avec dans mais sont aussi selon depuis puis donc alors leurs cette celui celle ceux"
    " gouvernement vacances ville villes jeudi mardi hier demain ministre ministres maire guerre"
    " paix droits juge enfants enfant femme femmes homme hommes lois travail semaine mois jours"
    " heures soldats ainsi pendant afin parce toujours jamais beaucoup nouveau nouveaux dernier"
    " argent syndicats habitants voix scrutin fonctionnaires soins attentat otages",
    "German": "und oder nicht sich auf auch wurde wurden werden wird sagte sagten haben hatte"
    " hatten sind nach wegen zwischen gegen durch ohne sowie bereits noch schon sehr mehr weil"
    " wenn jedoch seit beim vom zur zum einer eines einem einen keine kein ihre ihren seine seinen"
    " seiner diese dieser dieses heute gestern jetzt immer mindestens viele jeder sowohl",
    "Spanish": "pero porque aunque mientras ayer siempre nunca gobierno ministro ministros"
    " presidente ciudad ciudades guerra trabajador huelga mujeres hombres pueblo jueves semana"
    " vecinos heridos muertos empresa empresas acuerdo dijo desde hasta",
    "Italian": "anche quando della delle degli dello nella nelle nello dalla dalle governo sciopero"
    " lavoratori oggi ieri sempre questo questa quello ancora molto contro presso",
    "Portuguese": "depois onde ontem hoje governo cidade greve trabalhadores pelo pela muito ainda"
    " porque quando",
    "Polish": "oraz przez tylko szpital wojna miasto wczoraj dzisiaj przed jako",
    "Czech": "jsou bylo byla nebo podle pouze vlastn\u00ed nemocnice dnes",
    "Turkish": "bir olan olarak gibi ancak sonra kadar",
    "Dutch": "het een niet voor zijn ook wordt werd naar maar hebben heeft omdat tussen tegen"
    " volgens gisteren vandaag regering",
}
# Ends, and some beginnings, that English words do not have.
SHAPES: Mapping[str, str] = {
    "French": r"gouv\w+|\w{2,}(?:eux|euses|eaux|ismes?|istes|oires|aient|ouvelles?|eois(?:es?)?)",
    "German": r"\w{2,}(?:[aeiou]igt|tzt|rzt|cht(?:e[nrst]?|st)|schaft(?:en)?|[nrltdg]ung(?:en)?|"
    r"keit(?:en)?|heit(?:en)?|lich(?:e[nrsm]?)?|isch(?:e[nrsm]?)?|iert(?:e[nrsm]?)?|ieren|"
    r"ssen|tzen|chen|hren)|(?:ent|ver|zer)\w{3,}en|aus\w{3,}en",
    "Spanish": r"\w{2,}(?:iones|dores|dades|ados|idos|adas|idas|ajes|arios?|mente|ando|iendo|"
    r"aron|ieron|aban|istas|illos?|rones|llones|amos|emos)",
    "Italian": r"\w{2,}(?:zione|zioni|mento|amenti|imenti|ezza|aggio|aggi|endo|istica|ssimo)",
    "Polish": r"\w*(?:szcz|szp|prz|rzy|dzie|dzi\b|czn|wsk[ai])\w*|\w{3,}(?:ych|ego|owie|anie|enie)",
}
# English has these all the same.
ENGLISH = frozenset(
    "kitchen kitchens lichen chicken reuse reuses chanteuses masseuses danseuses plateaux bureaux"
    " tableaux chateaux gateaux trousseaux milieux adieux bordeaux beaux memoires repertoires"
    " drones thrones crones chaperones millones brando commando scenario scenarios impresario"
    " desperado aficionados desperados tornados avocados bravados armadas dramas cameras operas"
    " lido guido lessen loosen brendan heroes peccadillos armadillo armadillos cigarillo cigarillos"
    " bourgeois bourgeoise bourgeoises memento pimento pimentos yacht yachts borscht kitsch wednesday"
    " hollandaise intermezzo ragazzo arpeggio bandanas torpedo tsunami innuendo crescendo diminuendo"
    " bolero genie meanie weenie beanie teenie alter ego superego fahrenheit overhung underslung"
    " unsung hamstrung highstrung upswung far-flung verboten gestalt chorister adagio pistachio"
    " bassoon solidarity przewalski lebensraum rottweiler pilates latte frappe bandidos banditos"
    " rehung restrung verizon enten ad lib ados dados guerrillas flotillas vaudevilles quintillions"
    " pesos burritos bandoleros castrati literati cognoscenti rando nouvelle"
    " ricochet putsch isch frisch wunderkind gesundheit poltergeist zeitgeist kaffee bandages"
    " mirages collages garages barrages massages usages images pages wages ages".split()
)
# Loan words that keep their marks in English.
LOANS = frozenset(
    "caf\u00e9 clich\u00e9 clich\u00e9d fianc\u00e9 fianc\u00e9e prot\u00e9g\u00e9 prot\u00e9g\u00e9e"
    " communiqu\u00e9 cr\u00e8me r\u00e9sum\u00e9 fa\u00e7ade d\u00e9j\u00e0 na\u00efve na\u00efvet\u00e9 na\u00efvely"
    " \u00e9lite \u00e9lan premi\u00e8re \u00e9migr\u00e9 \u00e9migr\u00e9e expos\u00e9 d\u00e9cor d\u00e9p\u00f4t"
    " m\u00eal\u00e9e r\u00f4le r\u00e9gime sal\u00f3n se\u00f1or se\u00f1ora se\u00f1orita pi\u00f1ata jalape\u00f1o"
    " ma\u00f1ana attach\u00e9 charg\u00e9 na\u00eff d\u00e9tente d\u00e9b\u00e2cle d\u00e9but fl\u00e2neur f\u00eate g\u00e2teau"
    " ch\u00e2teau ch\u00e2teaux cr\u00eape cr\u00eapes cr\u00e8che saut\u00e9 saut\u00e9ed flamb\u00e9 pur\u00e9e pur\u00e9ed"
    " souffl\u00e9 p\u00e2t\u00e9 ros\u00e9 consomm\u00e9 entr\u00e9e soir\u00e9e matin\u00e9e n\u00e9e n\u00e9 pass\u00e9 blas\u00e9"
    " risqu\u00e9 touch\u00e9 voil\u00e0 vis-\u00e0-vis divorc\u00e9 divorc\u00e9e habitu\u00e9 roman \u00e0 m\u00e9nage"
    " t\u00eate d\u00e9class\u00e9 d\u00e9collet\u00e9 d\u00e9cada d\u00f6ner doppelg\u00e4nger \u00fcber f\u00fchrer l\u00e4nder"
    " sm\u00f6rg\u00e5sbord sp\u00e4tzle gl\u00fchwein f\u00f6hn p\u00e9tanque papier-m\u00e2ch\u00e9 apr\u00e8s cort\u00e8ge"
    " coup\u00e9 canap\u00e9 caf\u00e9s \u00e9tude \u00e9clair \u00e9p\u00e9e aper\u00e7u gar\u00e7on"
    " cura\u00e7ao proven\u00e7al co\u00f6perate co\u00f6peration re\u00ebntry re\u00eblect no\u00ebl na\u00efvet\u00e9"
    " a\u00e7a\u00ed maracuj\u00e1 telenovela m\u00e9xico piet\u00e0 citt\u00e0 opra virt\u00f9 tiramis\u00f9".split()
)
_MARKS = (
    "\u00df-\u00f6\u00f8-\u00ff\u0101\u0103\u0105\u0107\u010d\u010f\u0111\u0113\u0119\u011b\u011f"
    "\u012b\u0142\u0144\u0148\u0151\u0153\u0159\u015b\u015f\u0161\u0165\u016b\u016f\u0171\u017a"
    "\u017c\u017e\u0219\u021b\u0131"
)
MARKED = rf"[a-z{_MARKS}]*[{_MARKS}][a-z{_MARKS}]*"


@cache
def word_language() -> Mapping[str, str]:
    """Return each word of WORDS with its language, the first that has it."""
    found: dict[str, str] = {}
    for language, words in WORDS.items():
        for word in words.split():
            found.setdefault(word, language)
    return found
