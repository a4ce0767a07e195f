"""Words that no English text has of its own: common ones of nine languages, how others end.

Left out is what English took over (boutique, kindergarten, fiesta), what is spelled alike
(pour, pays, jest, sang) and what names are made of (de, la, von).
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.pattern import compiled, later

# Closed classes, and words that the news uses every day.
WORDS: Mapping[str, str] = {
    "French": "avec dans mais sont aussi selon depuis puis donc alors leurs cette celui celle ceux"
    " gouvernement vacances ville villes ministre ministres maire guerre paix juge enfants"
    " femme femmes homme hommes travail semaine mois jours heures soldats ainsi pendant afin parce"
    " toujours jamais beaucoup nouveau nouveaux dernier argent syndicats habitants voix scrutin"
    " fonctionnaires soins otages mairie mairies procureur procureure pompiers policiers ouvriers"
    " syndicat usine usines entreprises licenciements hausse baisse loi lois avocat juges quartiers"
    " agriculteurs grandes petites campagne logement logements vigueur",
    "German": "und oder nicht sich auf auch wurde wurden werden wird sagte sagten haben hatte"
    " hatten sind nach wegen zwischen gegen durch ohne sowie bereits noch schon sehr mehr weil"
    " wenn jedoch seit beim vom zur zum einer eines einem einen keine kein ihre ihren seine seinen"
    " seiner diese dieser dieses heute gestern jetzt immer mindestens viele jeder sowohl",
    "Spanish": "pero porque aunque mientras ayer siempre nunca gobierno ministro ministros"
    " presidente ciudad ciudades guerra trabajador huelga mujeres hombres semana vecinos heridos"
    " muertos empresa empresas acuerdo dijo desde hasta ayuntamiento ayuntamientos alcalde alcaldes"
    " alcaldesa votantes juez jueces juicio noticia noticias carretera hoy noche personas mujer"
    " periodista periodistas abogado abogados sindicato sindicatos ley leyes frontera ciudadanos"
    " izquierda derecha diputado diputados ministerio pueblos fiscalía comisaría",
    "Italian": "anche quando della delle degli dello nella nelle nello dalla dalle governo sciopero"
    " lavoratori oggi ieri questo questa quello ancora molto inchiesta inchieste magistrati sindaco"
    " sindaci questura procura legge leggi elezioni cittadini lavoro sentenza azienda aziende imprese"
    " ospedale ospedali scuola scuole donne uomini anni giorni settimana paese paesi",
    "Portuguese": "depois onde ontem hoje cidade greve trabalhadores pelo pela muito ainda"
    " prefeito prefeita prefeitura vereador vereadores deputados lei leis mulheres homens semana",
    "Polish": "oraz przez tylko szpital wojna miasto wczoraj dzisiaj wybory prezydent policja ustawa rozmowy ludzie",
    "Czech": "jsou bylo byla nebo podle pouze nemocnice volby policie soud",
    "Turkish": "bir olan olarak gibi ancak sonra kadar belediye mahkeme bakan seçim hükümet",
    "Dutch": "het een niet voor zijn ook wordt werd naar maar hebben heeft omdat tussen tegen"
    " volgens gisteren vandaag regering",
}
# Ends that English words do not have.
ENDS: Mapping[str, str] = {
    "French": "eux euses eaux isme ismes istes oires aient ouvelle ouvelles eois eoise eoises"
    " uvernement",
    "German": "aigt eigt oigt uigt tigt digt nigt tzt rzt chte chten chter chtes chtet chst schaft"
    " schaften nung nungen rung rungen lung lungen tung tungen dung dungen gung gungen keit keiten"
    " heit heiten lich liche lichen licher liches isch ische ischen ischer isches iert ierte"
    " ierten ieren tssen lassen ssten ssen tzen chen hren",
    "Spanish": "iones dores dades ados idos adas idas ajes ario arios mente ando iendo aron ieron"
    " aban istas illo illos rones llones amos emos",
    "Italian": "zione zioni amento imento amenti imenti ezza aggio aggi endo issimo",
    "Polish": "szczy szcze rzy dzie czny czna czne wska wski ych ego owie anie szpital",
}
# English has these all the same.
_ENGLISH = (
    "accelerando adidas adieux aficionados aikidos altissimo armadas armadillo armadillos "
    "armoires artistes avocados bandeaux bandidos baristas baron batistes beanie beaux "
    "bordeaux bourgeois bourgeoise bourgeoises brando bravados bravissimo brethren bureaux "
    "chanteuses chapeaux chaperones chateaux cicadas cigarillo cigarillos cliche cliches "
    "clung commando commodores conquistadores crescendo crones danseuses demos desperados "
    "diminuendo diptych drones dynamos fashionistas flambeaux flung forego fortissimo frisch "
    "gateaux generalissimo gesundheit glissando hamstrung highstrung impresario innuendo "
    "kendo kitchen lessen libidos lichen lothario lotharios macaron masseuses matadores "
    "meanie memoires memos milieux nintendo peccadillos pianissimo pimento plateaux polyptych "
    "portmanteaux prestissimo rallentando repertoires restrung ritardando rondeaux "
    "sandinistas scenario scenarios schottische sforzando slung sprung stevedores strung "
    "stung superego tableaux thrones tonneaux tornados triptych trousseaux underslung "
    "unstrung vamos wrung zapatistas"
).replace(" ", "|")
# Loan words that keep their marks in English.
_LOANS = (
    "cafés? clichéd? clichés cloisonné fiancée? protégée?s? communiqués? crème brûlée "
    "crèches? frontières résumés? façades? déjà naïve naïveté naïvely naïf élite élites élan "
    "première premières émigrés? exposé décor mêlée rôle rôles régime señor señora señorita "
    "piñatas? jalapeños? mañana attachés? chargé détente débâcle début flâneur fête fêtes "
    "gâteau château crêpes? sauté sautéed flambé purée pâté rosé consommé entrée entrées "
    "soirée soirées matinée née passé blasé risqué touché voilà divorcée? habitué habitués "
    "ménage tête döner doppelgänger über führer länder smörgåsbord spätzle glühwein pétanque "
    "mâché après cortège coupé canapés? étude éclairs? épée aperçu garçon provençal coöperate "
    "açaí piñón soufflé même"
).replace(" ", "|")
# German nouns in one word; other ends are those of names.
_COMPOUND = tuple(  # ends of German compounds; other ends are those of names
    "sministerium sministeriums sministerien spräsident spräsidentin spräsidenten bürgermeister"
    " bürgermeisterin sausschuss sausschusses sregierung sgesetz sversammlung sabgeordnete"
    " sabgeordneter sabgeordneten schutzregeln regelung regelungen verordnung verordnungen behörde"
    " behörden sbeitrag sbeiträge versicherung sversicherungen spflicht ssprecher ssprecherin"
    " sministerin sminister sentwurf spolitiker spolitikerin swahlkampf ssteuer skosten szahlen"
    " gesetzentwurf wahlkampf schuldenbremse bundestagswahl landtagswahl".split()
)
_LONG = 12  # letters of a German compound; shorter ones are surnames and firms
_ENDS = (*_COMPOUND, *(end for ends in ENDS.values() for end in ends.split()))
_KNOWN = frozenset(word for words in WORDS.values() for word in words.split())
_EXCEPTION = rf"(?:{_ENGLISH}|{_LOANS})"
_MARKS = (
    "\u00df-\u00f6\u00f8-\u00ff\u0101\u0103\u0105\u0107\u010d\u010f\u0111\u0113\u0119\u011b\u011f"
    "\u012b\u0131\u0142\u0144\u0148\u0151\u0153\u0159\u015b\u015f\u0161\u0165\u016b\u016f\u0171"
    "\u017a\u017c\u017e\u0219\u021b"
)
_WORD = later(r"[^\W\d_]{2,}")
_ANY = "|".join(sorted(_KNOWN))
GATE = (
    rf"[ ](?:(?:{_ANY}|[a-z]+(?:{'|'.join(_ENDS)}))[^a-z]|[a-z]*[{_MARKS}]|y [a-z])"
    rf"|(?:{'|'.join(_COMPOUND)})[^a-z]"
)


def foreign_words(text: str) -> frozenset[str]:
    """Return the words of a text that no English text has of its own."""
    words = set(_WORD.findall(text))
    likely = (word for word in words if word.endswith(_ENDS) or not word.isascii())
    return frozenset(filter(_is_foreign, (*(words & _KNOWN), *likely)))


def _is_foreign(word: str) -> bool:
    if not word.islower():
        return len(word) >= _LONG and word.endswith(_COMPOUND)
    if word not in _KNOWN:
        shaped = len(word) > 4 and word.endswith(_ENDS)
        marked = len(word) > 2 and compiled(rf"[a-z{_MARKS}]*[{_MARKS}][a-z{_MARKS}]*")
        if not shaped and not (marked and marked.fullmatch(word)):
            return False
    return compiled(_EXCEPTION).fullmatch(word) is None


def language_of(word: str) -> str:
    """Return the language that has the word or its ending, "" for none."""
    if word == "y":
        return "Spanish"
    if word.endswith(_COMPOUND):
        return "German"
    for language, words in WORDS.items():
        if word in words.split():
            return language
    found = (name for name, ends in ENDS.items() if word.endswith(tuple(ends.split())))
    return next(found, "")
