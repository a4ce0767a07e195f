"""Names of languages and adjectives of nations in languages that write them small.

Each list holds what the news has most. A language stands after the words that say a text or a
speech is in it; an adjective beside a noun that no proper name is made of: where adjectives come
first, the European Parliament and offices have a capital.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.pattern import compiled


@dataclass(frozen=True, slots=True)
class Words:
    """What one language has: `before` stands before `tongues`, `nouns` beside `adjectives`.

    All are alternatives of a pattern; `tongues` and `adjectives` are in lower case. `after`
    tells that the adjective follows its noun.
    """

    before: str
    tongues: str
    nouns: str
    adjectives: str
    after: bool = True


WORDS: Mapping[str, Words] = {
    "fr": Words(
        before="en|parle|parlent|parlait|parler|traduit en|apprend|apprendre l['’]",
        tongues="anglais|français|russe|ukrainien|allemand|espagnol|italien|portugais|arabe|chinois"
        "|japonais|turc|polonais|hébreu|grec|néerlandais|roumain|persan|coréen|suédois|tchèque",
        nouns="présidente?s?|ministres?|gouvernements?|armée|police|parlement|ambassad(?:eur|rice)s?"
        "|diplomat(?:e|ie)s?|peuple|économie|langue|presse|villes?|entreprises?|autorités|forces"
        "|troupes|soldats|militaires|équipes?|drapeau|frontières?|territoire|marché|dirigeants?"
        "|députés?|citoyens|otages|ressortissants|avions?|navires?|chancel(?:ier|ière)|chef|médias"
        "|ambassades?|capitale|régime|journalistes?|avocate?s?|joueu(?:r|se)s?|touristes?|pilotes?"
        "|étudiante?s?|chercheu(?:r|se)s?|écrivaine?s?|agriculteurs?|constructeurs?|population",
        adjectives="français(?:es?)?|russes?|ukrainien(?:ne)?s?|allemande?s?|américaine?s?"
        "|britanniques?|anglais(?:es?)?|espagnole?s?|italien(?:ne)?s?|polonais(?:es?)?|turcs?"
        "|turques?|chinois(?:es?)?|japonais(?:es?)?|israélien(?:ne)?s?|palestinien(?:ne)?s?"
        "|iranien(?:ne)?s?|syrien(?:ne)?s?|européen(?:ne)?s?|belges?|grecs?|grecques?"
        "|portugais(?:es?)?|suédois(?:es?)?|hongrois(?:es?)?|roumaine?s?|serbes?|biélorusses?"
        "|géorgien(?:ne)?s?|tchèques?|canadien(?:ne)?s?|mexicaine?s?|brésilien(?:ne)?s?"
        "|indien(?:ne)?s?|égyptien(?:ne)?s?|algérien(?:ne)?s?|marocaine?s?|africaine?s?",
    ),
    "es": Words(
        before="en|habla|hablan|hablaba|hablar|al",
        tongues="inglés|francés|ruso|ucraniano|alemán|español|italiano|portugués|árabe|chino|japonés"
        "|turco|polaco|hebreo|griego|catalán|persa|coreano",
        nouns="president[ea]s?|ministr[oa]s?|gobiernos?|ejército|policía|parlamento|embajador(?:a|es)?"
        "|diplom(?:ático|acia)s?|pueblo|economía|idioma|lengua|prensa|ciudad(?:es)?|empresas?"
        "|autoridades|fuerzas|tropas|soldados|militares|equipos?|bandera|fronteras?|territorio"
        "|mercado|líder(?:es)?|diputad[oa]s?|ciudadanos|rehenes|aviones|canciller|medios"
        "|embajadas?|capital|régimen|periodistas?|abogad[oa]s?|jugador(?:a|es)?|turistas?|pilotos?"
        "|estudiantes?|investigador(?:a|es)?|escritor(?:a|es)?|agricultores|fabricantes?|población",
        adjectives="frances(?:a|es|as)|francés|rus[oa]s?|ucranian[oa]s?|aleman(?:a|es|as)|alemán"
        "|estadounidenses?|británic[oa]s?|ingles(?:a|es|as)|inglés|español(?:a|es|as)?|italian[oa]s?"
        "|polac[oa]s?|turc[oa]s?|chin[oa]s?|japones(?:a|es|as)|japonés|israelíe?s?|palestin[oa]s?"
        "|iraníe?s?|siri[oa]s?|europe[oa]s?|belgas?|grieg[oa]s?|portugues(?:a|es|as)|portugués"
        "|suec[oa]s?|húngar[oa]s?|rumano?a?s?|serbi[oa]s?|bielorrus[oa]s?|mexican[oa]s?"
        "|argentin[oa]s?|brasileñ[oa]s?|venezolan[oa]s?|colombian[oa]s?|chilen[oa]s?|african[oa]s?",
    ),
    "it": Words(
        before="in|parla|parlano|parlava|parlare",
        tongues="inglese|francese|russo|ucraino|tedesco|spagnolo|italiano|portoghese|arabo|cinese"
        "|giapponese|turco|polacco|ebraico|greco|persiano|coreano",
        nouns="president[ei](?:ssa)?|ministr[oi]|govern[oi]|esercito|polizia|parlamento"
        "|ambasciator[ei]|diplomat?zia|popolo|economia|lingua|stampa|città|aziend[ae]|autorità"
        "|forze|truppe|soldati|militari|squadr[ae]|bandiera|frontier[ae]|confin[ei]|territorio"
        "|mercato|leader|deputat[oi]|cittadini|ostaggi|aerei|cancellier[ea]|premier"
        "|ambasciat[ae]|capitale|regime|giornalist[aei]|avvocat[oaie]|giocator[ei]|turist[aei]|pilot[ai]"
        "|student[ei]|ricercator[ei]|scrittor[ei]|agricoltori|costruttor[ei]|popolazione",
        adjectives="frances[ei]|russ[oaie]|ucrain[oaie]|tedesc(?:o|a|hi|he)|american[oaie]"
        "|britannic(?:o|a|i|he)|ingles[ei]|spagnol[oaie]|italian[oaie]|polacc(?:o|a|hi|he)"
        "|turc(?:o|a|hi|he)|cines[ei]|giappones[ei]|israelian[oaie]|palestines[ei]|iranian[oaie]"
        "|sirian[oaie]|europe[oaie]|grec(?:o|a|i|he)|portoghes[ei]|svedes[ei]|ungheres[ei]"
        "|rumen[oaie]|serb[oaie]|bieloruss[oaie]|african[oaie]",
    ),
    "pt": Words(
        before="em|fala|falam|falava|falar",
        tongues="inglês|francês|russo|ucraniano|alemão|espanhol|italiano|português|árabe|chinês"
        "|japonês|turco|polonês|polaco|hebraico|grego|persa|coreano",
        nouns="president[ea]s?|ministr[oa]s?|governos?|exército|polícia|parlamento|embaixador(?:a|es)?"
        "|diplomat?(?:as?|cia)|povo|economia|língua|imprensa|cidades?|empresas?|autoridades|forças"
        "|tropas|soldados|militares|equipas?|equipes?|seleção|bandeira|fronteiras?|território"
        "|mercado|líder(?:es)?|deputad[oa]s?|cidadãos|reféns|aviões|chanceler",
        adjectives="frances(?:a|es|as)|francês|russ[oa]s?|ucranian[oa]s?|alem(?:ão|ã|ães|ãs)"
        "|american[oa]s?|britânic[oa]s?|ingles(?:a|es|as)|inglês|espanh(?:ol|ola|óis|olas)"
        "|italian[oa]s?|polac[oa]s?|polones(?:a|es|as)|polonês|turc[oa]s?|chines(?:a|es|as)|chinês"
        "|japones(?:a|es|as)|japonês|israelita?s?|palestin[oa]s?|palestinian[oa]s?|irania?n[oa]s?"
        "|síri[oa]s?|europe(?:u|us|ia|ias)|greg[oa]s?|portugues(?:a|es|as)|português|suec[oa]s?"
        "|brasileir[oa]s?|argentin[oa]s?|mexican[oa]s?|african[oa]s?",
    ),
    "pl": Words(
        before="po",
        tongues="angielsku|francusku|rosyjsku|ukraińsku|niemiecku|hiszpańsku|włosku|polsku|turecku"
        "|chińsku|arabsku|hebrajsku|czesku|grecku|japońsku",
        nouns="prezydent\\w*|minist(?:er|r)\\w*|rząd\\w*|armi[aąięe]|policj[aąięe]"
        "|ambasador\\w*|żołnierz\\w*|wojsk\\w*|władz\\w*|gospodark\\w*|granic\\w*|dyplomat\\w*"
        "|premier\\w*|kanclerz\\w*|miast\\w*|sił\\w*",
        adjectives="(?:rosyjsk|ukraińsk|francusk|niemieck|amerykańsk|brytyjsk|hiszpańsk|włosk|tureck"
        "|chińsk|japońsk|izraelsk|irańsk|syryjsk|białorusk|węgiersk|czesk|słowack|litewsk)"
        "(?:i|a|ą|ie|iej|iego|iemu|im|ich|imi)",
        after=False,
    ),
    "ru": Words(
        before="на",
        tongues="английском|французском|русском|украинском|немецком|испанском|итальянском|китайском"
        "|арабском|японском|турецком|польском|белорусском",
        nouns="президент\\w*|министр\\w*|правительств\\w*|арми\\w+|полици\\w+|посол\\w*"
        "|посл[аоуы]\\w*|солдат\\w*|войск\\w*|власт\\w*|экономик\\w*|границ\\w*|дипломат\\w*"
        "|премьер\\w*|канцлер\\w*|город\\w*|сил\\w*|язык\\w*",
        adjectives="(?:русск|французск|украинск|немецк|американск|британск|испанск|итальянск"
        "|турецк|китайск|японск|израильск|иранск|сирийск|белорусск|польск|венгерск)"
        "(?:ий|ая|ое|ие|ого|ой|ому|им|их|ими|ую)",
        after=False,
    ),
    "uk": Words(
        before="мовою|розмовляв|розмовляє|говорить|написаний|написана",
        tongues="англійською|французькою|російською|українською|німецькою|іспанською|італійською"
        "|китайською|арабською|польською|турецькою",
        nouns="президент\\w*|міністр\\w*|уряд\\w*|армі\\w+|поліці\\w+|посол\\w*"
        "|посл[аоиу]\\w*|солдат\\w*|військ\\w*|влад\\w*|економік\\w*|кордон\\w*|дипломат\\w*"
        "|прем['’]єр\\w*|канцлер\\w*|міст\\w*|сил\\w*|мов\\w+",
        adjectives="(?:російськ|французьк|українськ|німецьк|американськ|британськ|іспанськ|італійськ"
        "|турецьк|китайськ|японськ|ізраїльськ|іранськ|сирійськ|білоруськ|польськ|угорськ)"
        "(?:ий|а|е|і|ого|ої|ому|ій|им|их|ими|у|ою)",
        after=False,
    ),
    "cs": Words(
        before="v|ve|do|z",
        tongues="angličtin[ěy]|francouzštin[ěy]|ruštin[ěy]|ukrajinštin[ěy]|němčin[ěy]|španělštin[ěy]"
        "|češtin[ěy]|italštin[ěy]|čínštin[ěy]|polštin[ěy]",
        nouns="prezident\\w*|minist(?:r|er)\\w*|vlád\\w+|armád\\w+|polici\\w*|velvyslan\\w+"
        "|voják\\w*|vojsk\\w*|ekonomik\\w*|hranic\\w*|diplomat\\w*|premiér\\w*|kancléř\\w*"
        "|měst\\w*|sil\\w*",
        adjectives="(?:rusk|francouzsk|ukrajinsk|německ|americk|britsk|španělsk|italsk|tureck|čínsk"
        "|japonsk|izraelsk|íránsk|syrsk|bělorusk|polsk|maďarsk|slovensk)"
        "(?:ý|á|é|ého|ou|ému|ém|ým|ých|ými|í)",
        after=False,
    ),
    "sv": Words(
        before="på|till|talar|talade|från",
        tongues="engelska|franska|ryska|ukrainska|tyska|spanska|italienska|norska|danska|finska"
        "|arabiska|kinesiska|polska|turkiska",
        nouns="presidenten?|regeringen?|ministern?|armén|polisen|ambassadören?|soldater"
        "|trupper|myndigheter(?:na)?|ekonomin?|gränsen?|diplomat(?:er)?|premiärministern?|styrkor(?:na)?",
        adjectives="(?:rysk|fransk|ukrainsk|tysk|amerikansk|brittisk|spansk|italiensk|turkisk"
        "|kinesisk|japansk|israelisk|iransk|syrisk|vitrysk|polsk|ungersk|norsk|dansk|finsk)[ae]?",
        after=False,
    ),
    "da": Words(
        before="på|til|fra|taler|talte",
        tongues="engelsk|fransk|russisk|ukrainsk|tysk|spansk|italiensk|svensk|norsk|finsk|arabisk"
        "|kinesisk|polsk|tyrkisk|dansk",
        nouns="præsident(?:en)?|regering(?:en)?|minister(?:en)?|hær(?:en)?|politi(?:et)?"
        "|ambassadør(?:en)?|soldater|tropper|myndigheder(?:ne)?|økonomi(?:en)?|grænsen?"
        "|statsminister(?:en)?|udenrigsminister(?:en)?|styrker(?:ne)?",
        adjectives="(?:russisk|fransk|ukrainsk|tysk|amerikansk|britisk|spansk|italiensk|tyrkisk"
        "|kinesisk|japansk|israelsk|iransk|syrisk|hviderussisk|polsk|ungarsk|norsk|svensk|finsk)e?",
        after=False,
    ),
    "nb": Words(
        before="på|til|fra|snakker|snakket",
        tongues="engelsk|fransk|russisk|ukrainsk|tysk|spansk|italiensk|svensk|dansk|finsk|arabisk"
        "|kinesisk|polsk|tyrkisk|norsk",
        nouns="president(?:en)?|regjering(?:en)?|minister(?:en)?|hær(?:en)?|politi(?:et)?"
        "|ambassadør(?:en)?|soldater|styrker|myndigheter|økonomi(?:en)?|grensen?|statsminister(?:en)?"
        "|utenriksminister(?:en)?",
        adjectives="(?:russisk|fransk|ukrainsk|tysk|amerikansk|britisk|spansk|italiensk|tyrkisk"
        "|kinesisk|japansk|israelsk|iransk|syrisk|hviterussisk|polsk|ungarsk|dansk|svensk|finsk)e?",
        after=False,
    ),
    "ro": Words(
        before="în|din|vorbește|vorbea",
        tongues="engleză|franceză|rusă|ucraineană|germană|spaniolă|italiană|română|turcă|arabă"
        "|chineză|polonă|maghiară",
        nouns="președintel?e?|ministrul?|guvernul?|armat[aă]|poliți[ae]|parlamentul?|ambasadorul?"
        "|poporul|economi[ae]|limb[aă]|pres[aă]|orașul?|autorități(?:le)?|forțel?e?|trupel?e?|soldații?"
        "|granițe?i?|diplomațil?o?r?|premierul",
        adjectives="francez[aăie]?|rus[aăeăi]?|ucrainean[aăe]?|german[aăei]?|american[aăei]?"
        "|britanic[aăie]?|spaniol[aăie]?|italian[aăei]?|polonez[aăe]?|turc[aăi]?|chinez[aăe]?"
        "|japonez[aăe]?|israelian[aăe]?|iranian[aăe]?|sirian[aăe]?|european[aăe]?|maghiar[aăe]?",
    ),
    "de": Words(
        before="",
        tongues="",
        nouns="Regierung|Präsident(?:en|in)?|Premierminister(?:s|in)?|Außenminister(?:s|in|ium)?"
        "|Verteidigungsminister(?:s|in|ium)?|Armee|Truppen|Streitkräfte|Behörden|Polizei"
        "|Botschafter(?:s|in)?|Medien|Soldaten|Angriffe?n?s?|Grenze|Staatschef|Delegation",
        adjectives="(?:russisch|französisch|ukrainisch|amerikanisch|britisch|polnisch|türkisch"
        "|chinesisch|israelisch|iranisch|syrisch|italienisch|spanisch|japanisch|belarussisch"
        "|ungarisch|serbisch|griechisch|tschechisch)e[nmrs]?",
        after=False,
    ),
}


@cache
def pattern(language: str) -> str:
    """Return the pattern for a word of the lists with a capital, as the group `word`."""
    words = WORDS[language]
    tongues, adjectives = _large(words.tongues), _large(words.adjectives)
    end = r"(?![\w'’-]|[ \u00a0]\p{Lu})"
    beside = (
        rf"(?<=(?<![\w-])(?:{words.nouns})[ \u00a0])(?P<word>{adjectives}){end}"
        if words.after
        else rf"(?<=\p{{Ll}}[ \u00a0])(?P<word>{adjectives})(?=[ \u00a0](?:{words.nouns})(?![\w-]))"
    )
    if not tongues:
        return beside
    also = rf"(?:(?i:{words.tongues})[ \u00a0](?:et|ou|y|o|e|i|och|og|și)[ \u00a0])?"
    return rf"{beside}|(?<=(?<![\w'’-])(?:{words.before})[ \u00a0]{also})(?P<word>{tongues}){end}"


@cache
def gate() -> str:
    """Return the gate of all lists: a small letter, a space, and how a word of them begins."""
    stems = {
        stem[:3].capitalize()
        for words in WORDS.values()
        for stem in compiled(r"(?<![\p{L}\])[?*+])\p{L}{3,}").findall(
            f"{words.tongues}|{words.adjectives}"
        )
    }
    return rf"\p{{Ll}}[ \u00a0](?:{'|'.join(sorted(stems))})"


def _large(alternatives: str) -> str:
    """Return the alternatives with a capital: the group of stems keeps its shape."""
    return "|".join(
        part[:3] + _capitals(part[3:]) if part.startswith("(?:") else part[:1].upper() + part[1:]
        for part in _split(alternatives)
    )


def _capitals(stems: str) -> str:
    inside, closed, rest = stems.partition(")")
    return "|".join(stem[:1].upper() + stem[1:] for stem in inside.split("|")) + closed + rest


def _split(alternatives: str) -> list[str]:
    """Return the alternatives at the top level."""
    parts, depth, current = [], 0, ""
    for char in alternatives:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current] if current else parts
