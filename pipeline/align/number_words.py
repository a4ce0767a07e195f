"""Number words of the main languages: a word stands for a value, to read and not to print.

A star stands for an ending of up to four letters. The tables are wide on purpose: they are
asked whether a figure may stand here in words, never whether a word must be a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

_ENDING = 4  # letters of an inflection at most

_TABLES: Mapping[str, str] = {
    "en": "0 zero no none nil nought|1 a an one single first once sole|2 two second both twice couple"
    " pair double dual twin|3 three third* thrice triple|4 four* quarter*|5 five fifth*|6 six sixth*"
    "|7 seven*|8 eight eighth*|9 nine ninth*|10 ten tens tenth* decade*|11 eleven*|12 twelve twelfth"
    " dozen* noon midday midnight|13 thirteen*|14 fourteen* fortnight|15 fifteen*|16 sixteen*"
    "|17 seventeen*|18 eighteen*|19 nineteen*|20 twenty twentie* twenties|30 thirty thirt*"
    "|40 forty fortie* forties|50 fifty fiftie* fifties half halve* midpoint|60 sixty sixties sixtie*"
    "|70 seventy seventie*|80 eighty eightie*|90 ninety ninetie*|100 hundred* century centur*",
    "fr": "0 zéro aucun* minuit|1 un une premier* première*|2 deux second* double* paire couple"
    " deuxième*|3 trois troisième* tiers triple*|4 quatre quatrième* quart quarts|5 cinq cinquième*"
    "|6 six sixième*|7 sept septième*|8 huit huitième*|9 neuf neuvième*|10 dix dixième* dizaine*"
    " décennie*|11 onze onzième*|12 douze douzième* douzaine* midi minuit|13 treize treizième*"
    "|14 quatorze quatorz*|15 quinze quinz* quinzaine*|16 seize seiz*|20 vingt vingt* vingtaine*"
    "|30 trente trent* trentaine|40 quarante quarant* quarantaine"
    "|50 cinquante cinquant* moitié demi demie mi|60 soixante soixant* soixantaine"
    "|100 cent cents centaine* centième* siècle*",
    "de": "0 null kein* mitternacht|1 ein* erst* einmal|2 zwei zweit* zweimal beid* paar doppelt*"
    " zwo|3 drei dritt* drittel* dreimal|4 vier viert* viertel*|5 fünf fünft* fünftel|6 sechs sechst*"
    "|7 sieben siebt* siebent* sieb|8 acht acht*|9 neun neunt*|10 zehn zehnt* zehntel jahrzehnt*|11 elf elft*"
    "|12 zwölf zwölft* dutzend* mittag* mitternacht|16 sechzehn*|17 siebzehn*|20 zwanzig zwanzig*"
    "|30 dreißig dreißig* dreissig*|40 vierzig vierzig*|50 fünfzig fünfzig* hälfte* halb*"
    "|60 sechzig sechzig*|70 siebzig siebzig*|80 achtzig achtzig*|90 neunzig neunzig*"
    "|100 hundert hundert* jahrhundert*|1000 tausend tausend*",
    "es": "0 cero ningun* medianoche|1 un uno una primer primer*|2 dos segund* ambos ambas par pareja doble*"
    "|3 tres tercer* tercio* triple*|4 cuatro cuart*|5 cinco quint*|6 seis sext*|7 siete séptim*"
    "|8 ocho octav*|9 nueve noven*|10 diez décim* decena* década*|11 once undécim*|12 doce docena* duodécim*"
    " mediodía medianoche|13 trece decimoterc*|14 catorce decimocuart*|15 quince quincena* decimoquint*|16 dieciséis decimosext*"
    "|17 diecisiete decimoséptim*|18 dieciocho decimoctav*|19 diecinueve decimonoven*|20 veinte veinten* vigésim*|21 veintiun* veintiún|22 veintidós|23 veintitrés"
    "|24 veinticuatro|25 veinticinco|26 veintiséis|27 veintisiete|28 veintiocho|29 veintinueve"
    "|30 treinta treinten*|40 cuarenta|50 cincuenta mitad medio media medi*|60 sesenta|70 setenta"
    "|80 ochenta|90 noventa|100 cien ciento cientos centenar* siglo*|200 doscient*|300 trescient*"
    "|400 cuatrocient*|500 quinient*|600 seiscient*|700 setecient*|800 ochocient*|900 novecient*",
    "it": "0 zero nessun* mezzanotte|1 un uno una prim*|2 due second* entrambi entrambe paio coppia doppi*"
    "|3 tre terz* triplo|4 quattro quart*|5 cinque quint*|6 sei sest*|7 sette settim*|8 otto ottav*"
    "|9 nove non*|10 dieci decim* decin* decenni*|11 undici undicesim*|12 dodici dodicesim* dozzin*"
    " mezzogiorno mezzanotte|13 tredici tredicesim*|14 quattordici quattordicesim*|15 quindici"
    " quindicesim*|16 sedici sedicesim*|17 diciassette diciassettesim*|18 diciotto diciottesim*"
    "|19 diciannove diciannovesim*|20 venti vent* ventesim*|30 trenta trent*|40 quaranta|50 cinquanta metà mezz*|60 sessanta"
    "|70 settanta|80 ottanta|90 novanta|100 cento centin* secol*",
    "pt": "0 zero nenhum* meia-noite|1 um uma primeir*|2 dois duas segund* ambos ambas par dobro dupl*"
    "|3 três terceir* terç* tripl*|4 quatro quart*|5 cinco quint*|6 seis sext* meia|7 sete sétim*"
    "|8 oito oitav*|9 nove non*|10 dez décim* dezen* década*|11 onze|12 doze dúzia* meio-dia|13 treze"
    "|14 catorze quatorze|15 quinze quinzen*|16 dezesseis dezasseis|17 dezessete dezassete"
    "|18 dezoito|19 dezenove dezanove|20 vinte vigésim*|30 trinta|40 quarenta|50 cinquenta metade meio meia"
    "|60 sessenta|70 setenta|80 oitenta|90 noventa|100 cem cento centen* século*|200 duzent*"
    "|300 trezent*|400 quatrocent*|500 quinhent*|600 seiscent*|700 setecent*|800 oitocent*|900 novecent*",
    "nl": "0 nul geen|1 een één eerst*|2 twee tweed* beid* paar dubbel*|3 drie derd*|4 vier vierd* kwart*"
    "|5 vijf vijfd*|6 zes zesd*|7 zeven zevend*|8 acht achtst*|9 negen negend*|10 tien tiend*"
    " tiental* decenni*|11 elf elfd*|12 twaalf twaalfd* dozijn* middag|13 dertien*|14 veertien*"
    "|20 twintig twintig*|30 dertig dertig*|40 veertig veertig*|50 vijftig vijftig* helft half halve"
    "|60 zestig zestig*|70 zeventig zeventig*|80 tachtig tachtig*|90 negentig negentig*"
    "|100 honderd honderd* eeuw*|1000 duizend duizend*",
    "pl": "0 zero żad* północ*|1 jed* jedn* pierwsz*|2 dwa dwie dwó* dwo* dwu* drug* oba obie obu obo* par*"
    " podwój*|3 trzy trzech trzem* troje trzec* potrój*|4 cztery czter* czwart* ćwier* kwadrans*"
    "|5 pięć pięci* piąt*|6 sześć sześci* szóst*|7 siedem siedm* siódm*|8 osiem ośmi* ósm*"
    "|9 dziewięć dziewięci* dziewiąt*|10 dziesięć dziesięci* dziesiąt* dekad* dziesięcioleci*"
    "|11 jedenaś* jedenast*|12 dwanaś* dwunast* tuzin* południ*|13 trzynaś* trzynast*|14 czternaś* czternast*"
    "|15 piętnaś* piętnast*|16 szesnaś* szesnast*|17 siedemnaś* siedemnast*|18 osiemnaś* osiemnast*"
    "|19 dziewiętnaś* dziewiętnast*|20 dwadzieś* dwudzies* dwudziest*|30 trzydzieś* trzydzies*"
    "|40 czterdzieś* czterdzies*|50 pięćdziesiąt* pięćdziesię* połow* pół|60 sześćdziesiąt*"
    "|70 siedemdziesiąt*|80 osiemdziesiąt*|90 dziewięćdziesiąt*|100 sto stu setk* setek wiek* stuleci*"
    "|200 dwieście dwustu|300 trzysta trzystu|400 czterysta|500 pięćset",
    "cs": "0 nula žádn* půlnoc*|1 jed* jedn* prvn*|2 dva dvě dvou dvěm* druh* oba obě obou pár dvoj* dvaj*"
    "|3 tři tří třem* třet* troj*|4 čtyři čtyř* čtvrt*|5 pět pěti pát* pětin*|6 šest šesti šest*"
    "|7 sedm sedmi sedm*|8 osm osmi osm*|9 devět devíti devát*|10 deset deseti desát* desít* desetilet*"
    " dekád*|11 jedenáct*|12 dvanáct* tucet tuct* poledn*|13 třináct*|14 čtrnáct*|15 patnáct*"
    "|16 šestnáct*|17 sedmnáct*|18 osmnáct*|19 devatenáct*|20 dvacet dvacet* dvacát*|30 třicet třicet* třicát*"
    "|40 čtyřicet čtyřicet* čtyřicát*|50 padesát padesát* polovin* půl půlk*|60 šedesát*|70 sedmdesát*"
    "|80 osmdesát*|90 devadesát*|100 sto sta set stovk* stolet*|200 dvě|1000 tisíc*",
    "ru": "0 ноль нол* полноч*|1 один одн* перв*|2 два две двух двум* двое* втор* оба обе обо* обе* пар*"
    " дважды двой* удво*|3 три трех трёх трем* трём* трет* трое* трижды трой*|4 четыр* четверт* четвер*"
    "|5 пять пяти пятью пят* пятер*|6 шесть шести шест*|7 семь семи седьм* семер*|8 восемь восьм*"
    "|9 девять девяти девят*|10 десять десяти десят* десятил* декад*|11 одиннадцат*|12 двенадцат* дюжин*"
    " полд* полдень|13 тринадцат*|14 четырнадцат*|15 пятнадцат*|16 шестнадцат*|17 семнадцат*"
    "|18 восемнадцат*|19 девятнадцат*|20 двадцат*|30 тридцат*|40 сорок* сороков*|50 пятьдесят*"
    " пятидесят* половин* пол полтора полов*|60 шестьдесят* шестидесят*|70 семьдесят* семидесят*"
    "|80 восемьдесят* восьмидесят*|90 девяност*|100 сто ста сотн* сотен век века веке столети*"
    "|200 двести двухсот*|300 триста трехсот*|400 четыреста|500 пятьсот пятисот*",
    "uk": "0 нуль нул* опівноч*|1 один одн* перш*|2 два дві двох двом* двоє друг* обидв* обо* пар* двічі"
    " подвій* удвіч*|3 три трьох трьом* трет* троє тричі потрій*|4 чотир* четверт* чверт*|5 п'ять* п’ять*"
    " п'ят* п’ят*|6 шість шести шост*|7 сім семи сьом*|8 вісім восьм*|9 дев'ят* дев’ят*|10 десять"
    " десят* десятил* декад*|11 одинадцят*|12 дванадцят* дюжин* полуд* опівдн*|13 тринадцят*"
    "|14 чотирнадцят*|15 п'ятнадцят* п’ятнадцят*|16 шістнадцят*|17 сімнадцят*|18 вісімнадцят*"
    "|19 дев'ятнадцят* дев’ятнадцят*|20 двадцят*|30 тридцят*|40 сорок* сороков*|50 п'ятдесят* п’ятдесят*"
    " п'ятидес* половин* пів половин*|60 шістдесят* шістдес*|70 сімдесят*|80 вісімдесят*|90 дев'яност*"
    " дев’яност*|100 сто ста сотн* сотень століт* вік*|200 двісті|300 триста|500 п'ятсот п’ятсот",
    "tr": "0 sıfır|1 bir ilk birinc*|2 iki ikinc* çift ikis*|3 üç üçünc* üçte|4 dört dördü* çeyrek*|5 beş beşi* beşt*"
    "|6 altı altınc*|7 yedi yedin*|8 sekiz sekiz*|9 dokuz dokuz*|10 on onu* onlarca|12 düzine*|20 yirmi*"
    "|30 otuz*|40 kırk*|50 elli* yarı* buçuk yarım|60 altmış*|70 yetmiş*|80 seksen*|90 doksan*"
    "|100 yüz yüzl* yüzyıl*|1000 bin binl*",
    "sv": "0 noll|1 en ett första|2 två andra båda par dubb*|3 tre tredj*|4 fyra fjärd* kvart*|5 fem femt*"
    "|6 sex sjätt*|7 sju sjund*|8 åtta åttond*|9 nio niond*|10 tio tiond* decenni*|11 elva|12 tolv dussin"
    "|13 tretton|14 fjorton|15 femton|16 sexton|17 sjutton|18 arton|19 nitton|20 tjugo*|30 trettio*"
    "|40 fyrtio*|50 femtio* hälft* halv*|60 sextio*|70 sjuttio*|80 åttio*|90 nittio*|100 hundra*"
    " århundr* sekel|1000 tusen*",
}
# Words that stand behind a figure and multiply it.
_SCALES: Mapping[str, str] = {
    "": "1000000 million millions mio millionen milioni milione millón millones milhão milhões miljoen"
    " milion* milión* mln mn млн миллион* мільйон* milyon* miljon*|1000000000 milliard milliards"
    " milliarde* mrd md mds miliard* miliárd* mld mlrd miljard* млрд миллиард* мільярд* milyar* bn"
    "|1000000000000 триллион* трильйон* трлн bilion* bilión* billón billones трильон*"
    "|1000 mille mila duizend tausend tsd tisíc* tysiąc* tysięc* tys тысяч* тис тисяч* тыс tusen"
    "|100000 lakh lakhs|10000000 crore crores",
    "en": "1000 thousand thousands k|1000000 m mm|1000000000 billion billions b|1000000000000"
    " trillion trillions tn",
    "de": "1000000000000 billion billionen bio|1000000000000000000 trillion trillionen",
    "fr": "1000000 m|1000000000000 billion billions",
    "it": "1000000000000 bilione bilioni",
    "pt": "1000 mil|1000000000 bilhão bilhões bi|1000000 mi|1000000000000 bilião biliões trilhão trilhões",
    "nl": "1000000000000 biljoen",
    "es": "1000 mil",
    "cs": "1000000 mil",
    "tr": "1000 bin|1000000000000 trilyon*",
    "sv": "1000000000000 biljon*",
}
# Languages that write compounds as one word, and what joins their parts.
_JOINTS: Mapping[str, tuple[str, ...]] = {
    "de": ("und",),
    "nl": ("en", "ën"),
    "it": (),
    "sv": (),
    "cs": ("a", "i", "o"),
    "pl": ("o",),
    "ru": ("и", "о"),
    "uk": ("и", "о"),
}
_TOO_SHORT = 3  # letters of a number word behind which any word may be glued
# What may end such a compound: twenty-year-old, fivefold, two-day.
_TAILS = tuple(
    "jähr let lét leti ilet roczn letn ročn лет літ річ jarig årig дневн денн часов годин tägig"
    " stünd monat minüt köpfig stellig  krát hodin bod metr měsí fach mal prozent процент setow místn procent".split()
)


@lru_cache(maxsize=50_000)
def value_of(word: str, language: str) -> float | None:
    """Return what a number word in small letters stands for, None where it is none.

    >>> value_of("trois", "fr"), value_of("пятью", "ru"), value_of("fünfunddreißig", "de")
    (3, 5, 35.0)
    """
    table = _table(language)
    if word not in table and language in _JOINTS and len(word) > 5:
        found = _compound(word, table, _JOINTS[language])
        if found is not None:
            return found
    return _looked_up(word, table)


@lru_cache(maxsize=20_000)
def scale_of(word: str, language: str) -> float | None:
    """Return by how much a word in small letters multiplies the figure before it.

    >>> scale_of("billion", "en"), scale_of("billion", "de"), scale_of("md", "fr")
    (1000000000, 1000000000000, 1000000000)
    """
    found = _looked_up(word, _scales(language))
    return found if found is not None else _looked_up(word, _scales(""))


def evaluated(values: list[float], *, vigesimal: bool = False) -> float:
    """Return the value of number words in a row; `vigesimal` reads 4, 20 as quatre-vingts.

    >>> evaluated([2, 100, 50]), evaluated([4, 20, 10], vigesimal=True), evaluated([4, 20])
    (250.0, 90.0, 24.0)
    """
    total, current = 0.0, 0.0
    for value in values:
        if value >= 1000:
            total += max(current, 1) * value
            current = 0
        elif value == 100 or (vigesimal and value == 20 and current == 4):
            current = max(current, 1) * value
        else:
            current += value
    return total + current


def _looked_up(word: str, table: Mapping[str, float]) -> float | None:
    found = table.get(word)
    if found is not None:
        return found
    for length in range(len(word), max(len(word) - _ENDING, 1) - 1, -1):
        found = table.get(word[:length] + "*")
        if found is not None:
            return found
    return None


def _compound(word: str, table: Mapping[str, float], joints: tuple[str, ...]) -> float | None:
    """Return the value of number words written together, None where a part is none."""
    parts: list[float] = []
    rest = word
    while rest and not (parts and rest.startswith(_TAILS)):
        part = _first_part(rest, table)
        if part:
            parts.append(part[0])
            rest = rest[part[1] :]
            continue
        joint = next((joint for joint in joints if parts and rest.startswith(joint)), None)
        if joint is None:
            if len(word) - len(rest) > _TOO_SHORT:
                break
            return None
        rest = rest[len(joint) :]
    return evaluated(parts) if len(parts) > 1 or rest else None


def _first_part(word: str, table: Mapping[str, float]) -> tuple[float, int] | None:
    """Return the value and the length of the number word that a word begins with."""
    for length in range(len(word), 1, -1):
        for form in (word[:length], word[:length] + "*"):
            if form in table and length > 2:
                return table[form], length
    return None


@cache
def _table(language: str) -> Mapping[str, float]:
    return dict(_rows(_TABLES.get(language, "")))


@cache
def _scales(language: str) -> Mapping[str, float]:
    return dict(_rows(_SCALES.get(language, "")))


def _rows(table: str) -> Iterator[tuple[str, float]]:
    for row in filter(None, table.split("|")):
        value, *words = row.split()
        for word in words:
            yield word, int(value)
