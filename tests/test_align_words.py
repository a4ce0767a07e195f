"""What eleven languages write of dates, times, ordinals and numbers in words means the same in each."""

from __future__ import annotations

from itertools import product

import pytest

from pipeline import Source, clean, load_plan
from pipeline.align.numbers import difference, read_numbers
from pipeline.align.spelt_out import spelt_out
from pipeline.rules._aligned import month_numbers

PLAN = load_plan()
# One to twenty.
CARDINALS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig",
    "pl": "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia",
    "cs": "jeden dva tři čtyři pět šest sedm osm devět deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet",
    "uk": "один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
}
ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
    "es": "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno vigésimo",
    "it": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo",
    "pt": "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo décimo-primeiro décimo-segundo décimo-terceiro décimo-quarto décimo-quinto décimo-sexto décimo-sétimo décimo-oitavo décimo-nono vigésimo",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "pl": "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty jedenasty dwunasty trzynasty czternasty piętnasty szesnasty siedemnasty osiemnasty dziewiętnasty dwudziesty",
    "cs": "první druhý třetí čtvrtý pátý šestý sedmý osmý devátý desátý jedenáctý dvanáctý třináctý čtrnáctý patnáctý šestnáctý sedmnáctý osmnáctý devatenáctý dvacátý",
    "uk": "перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий одинадцятий дванадцятий тринадцятий чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий вісімнадцятий дев'ятнадцятий двадцятий",
    "ru": "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый",
}
# Two to twenty, in the genitive.
GENITIVES = {
    "pl": "dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu jedenastu dwunastu trzynastu czternastu piętnastu szesnastu siedemnastu osiemnastu dziewiętnastu dwudziestu",
    "cs": "dvou tří čtyř pěti šesti sedmi osmi devíti deseti jedenácti dvanácti třinácti čtrnácti patnácti šestnácti sedmnácti osmnácti devatenácti dvaceti",
    "uk": "двох трьох чотирьох п'яти шести семи восьми дев'яти десяти одинадцяти дванадцяти тринадцяти чотирнадцяти п'ятнадцяти шістнадцяти сімнадцяти вісімнадцяти дев'ятнадцяти двадцяти",
    "ru": "двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати",
}
SAME = {
    "3 May 2024": {
        "en": ["3 May 2024", "May 3, 2024", "3rd May 2024", "2024-05-03", "the third of May 2024"],
        "fr": ["3 mai 2024", "3/5/2024"],
        "de": ["3. Mai 2024", "03.05.2024", "am dritten Mai 2024"],
        "es": ["3 de mayo de 2024"],
        "it": ["3 maggio 2024"],
        "pt": ["3 de maio de 2024"],
        "nl": ["3 mei 2024", "3-5-2024"],
        "pl": ["3 maja 2024 r.", "trzeciego maja 2024"],
        "cs": ["3. května 2024", "3. 5. 2024"],
        "uk": ["3 травня 2024 року", "третього травня 2024"],
        "ru": ["3 мая 2024 года", "третьего мая 2024"],
    },
    "14:30": {
        "en": ["at 2:30 p.m.", "at 2.30pm", "at 14:30", "at half past two"],
        "fr": ["à 14h30", "à 14 h 30", "à deux heures et demie"],
        "de": ["um 14.30 Uhr", "um halb drei"],
        "es": ["a las 14.30 horas", "a las 2:30 de la tarde", "a las dos y media"],
        "it": ["alle ore 14.30", "alle 14 e 30", "alle due e mezza"],
        "pt": ["às 14h30", "às 2h30 da tarde", "às duas e meia"],
        "nl": ["om 14.30 uur", "om half drie"],
        "pl": ["o godz. 14.30", "wpół do trzeciej"],
        "cs": ["ve 14.30 hod.", "v půl třetí"],
        "uk": ["о 14:30", "о пів на третю"],
        "ru": ["в 14.30", "в половине третьего"],
    },
    "the third": {
        "en": ["the 3rd time", "the third time"],
        "fr": ["la 3e fois", "la troisième fois"],
        "de": ["das 3. Mal", "das dritte Mal"],
        "es": ["la 3ª vez", "la tercera vez"],
        "it": ["la 3ª volta", "la terza volta"],
        "pt": ["a 3ª vez", "a terceira vez"],
        "nl": ["de 3e keer", "de derde keer"],
        "pl": ["3. raz", "trzeci raz"],
        "cs": ["3. raz", "třetí raz"],
        "uk": ["3-й раз", "третій раз"],
        "ru": ["3-й раз", "третий раз"],
    },
}


def differs(source: str, target: str, one: str, two: str) -> bool:
    months = month_numbers(PLAN.locale(one)), month_numbers(PLAN.locale(two))
    found = difference(source, target, one, two, months)
    return bool(found.source or found.target)


@pytest.mark.parametrize("thing", SAME)
def test_what_is_the_same_in_two_languages(thing: str) -> None:
    written = [(lang, text) for lang, texts in SAME[thing].items() for text in texts]
    pairs = [(a, b) for a, b in product(written, written) if a[0] != b[0]]
    assert not [(a, b) for a, b in pairs if differs(a[1], b[1], a[0], b[0])]


OTHER = {"3 May 2024": "7 7 2023", "14:30": "17:50", "the third": "7"}


@pytest.mark.parametrize("thing", SAME)
def test_what_is_another_in_two_languages(thing: str) -> None:
    written = [(lang, text) for lang, texts in SAME[thing].items() for text in texts]
    assert not [a for a in written if not differs(a[1], OTHER[thing], a[0], "en")]
    assert not [a for a in written if not differs(OTHER[thing], a[1], "en", a[0])]


@pytest.mark.parametrize("language", CARDINALS)
def test_numbers_in_words_answer_figures(language: str) -> None:
    lists = (CARDINALS[language], ORDINALS[language], GENITIVES.get(language, ""))
    for first, words in zip((1, 1, 2), lists, strict=True):
        for value, word in enumerate(words.split(), first):
            assert value in read_numbers(word, language, {}).words, word


@pytest.mark.parametrize("language", CARDINALS)
def test_numbers_in_words_are_missed_beside_others(language: str) -> None:
    for table, first in ((CARDINALS, 1), (GENITIVES, 2)):
        for value, word in enumerate(table.get(language, "").split(), first):
            found = [known for _, known in spelt_out(f"({word})", language)]
            assert found in ([value], []), word
    assert (
        sum(len(list(spelt_out(f"({word})", language))) for word in CARDINALS[language].split())
        >= 14
    )


WORDS = [
    ("three people left", "vier Menschen gingen", "“vier” stands here, “three” in the source"),
    ("three people left", "5 Menschen gingen", "“5” stands here, “three” in the source"),
    ("3 people left", "vier Menschen gingen", "“vier” stands here, “3” in the source"),
    ("thirteen to fifteen of us", "dreizehn bis sechzehn von uns", "“sechzehn” stands here, “fifteen”"),
    ("three people left", "drei Menschen gingen", ""),
    ("three people left", "Menschen gingen", ""),
    ("three people left, four stayed", "vier blieben, drei Menschen gingen", ""),
    ("twenty-four people left", "vierundzwanzig Menschen gingen", ""),
    ("three million people left", "3 Millionen Menschen gingen", ""),
    ("twelve people left", "ein Dutzend Menschen ging", ""),
    ("three quarters left", "75 % gingen", ""),
]  # fmt: skip


@pytest.mark.parametrize("source, text, said", WORDS)
def test_words_that_differ_are_flagged_with_both_sides(source: str, text: str, said: str) -> None:
    found = clean(Source(f"Sie sagte: {text}.", "de", "en", f"She said: {source}."), PLAN).findings
    messages = [one.message for one in found if one.rule == "checks.source.number_differs"]
    assert [message[: len(said)] for message in messages] == ([said] if said else [])
