"""Names and phrases of the glossary: what must stay, what must change, one form in one article.

Each line of a table is a case of its own. Invisible characters are written by escape.
"""

from __future__ import annotations

import pytest

from pipeline import clean_text

NAMES_INSIDE_NAMES = """
eSwatini Mobile opened a shop.
The eSwatini government paid.
He lives in the Canton of Bern.
Burmanian is not a word we know.
A Burmannia grew on the hill.
Dynamo Kiev won.
Dinamo Kiev lost.
FC Dynamo Kiev drew.
Dynamo Kiev's coach resigned.
Arsenal Kiev was dissolved.
Lokomotiv Kiev was a club.
They ate chicken Kiev.
Chicken Kiev is on the menu.
Two chicken Kievs were served.
He baked a Kiev cake.
She brought a Kiev Cake home.
Kievan Rus fell in 1240.
Kievan Rus' was a state.
The Kiev-Pechersk Lavra is a monastery.
The Kyiv-Pechersk Lavra is a monastery.
A Kiev-class carrier was sold to China.
Mussorgsky wrote The Great Gate of Kiev.
The Battle of Kiev began in 1941.
The Siege of Odessa lasted for weeks.
The Kiev Post was his employer.
She reads The Kiev Independent.
The Hotel Kiev was full.
The Kiev Hotel was full.
The Kiev Symphony toured Spain.
The Kiev Governorate was large.
The Kiev Military District was dissolved.
The Kiev Missal is very old.
The Kiev Psalter is very old.
Little Odessa is a film.
The Odessa File is a thriller.
The Odessa File's hero is a reporter.
He copied the Odessa steps scene.
The Odessa Steps are famous.
Odessa A'zion stars in it.
Odessa Young stars in it.
The ODESSA network helped war criminals.
He left Odessa, Texas, at noon.
He left Odessa, Tex., at noon.
He left Odessa, TX at noon.
He left Odessa (Texas) at noon.
She was born in Odessa, Florida.
She was born in Odessa, Fla., in 1970.
She was born in Odessa, Missouri.
She was born in Odessa, Delaware.
She was born in Odessa, Washington.
She was born in Odessa, Ontario.
She was born in Odessa, Minnesota.
West Odessa grew quickly.
The Midland-Odessa region pumps oil.
Midland and Odessa pump oil.
Odessa College won the title.
The Odessa American is a newspaper.
Odessa Permian won again.
Odessa High School closed early.
He teaches at the University of Georgia.
The University of Georgia won 21-7.
Georgia Tech lost.
Atlanta, Georgia, is hot.
Michael Jordan retired.
Jordan said he would play.
Chad Smith plays the drums.
Chad said he was tired.
She collects china.
The china was broken.
They roasted a turkey.
The turkey was dry.
Polish the table first.
A polish for shoes costs little.
She was born in St. Petersburg, Florida.
She was born in St. Petersburg, Fla.
St. Petersburg is in Russia.
St Petersburg is in Russia.
He lives in Moscow, Idaho.
The University of Idaho is in Moscow, Idaho.
He lives in Lima, Ohio.
He lives in Paris, Texas.
He lives in Warsaw, Indiana.
He lives in Berlin, New Hampshire.
He lives in Athens, Georgia.
She wore cologne.
Eau de Cologne was invented there.
He bought cologne and soap.
What a nice day.
Nice people live here.
Nice lost at home.
Brest is in Brittany.
Brest is on the Bug.
The children played UNO.
UNO is a card game.
She won at UNO.
The CPI rose by 0.3 percent in May.
Core CPI rose as well.
Consumer prices (CPI) rose.
Mr Oms was late.
Jordi Oms scored.
Minister Ong spoke.
Ong Ye Kung spoke.
The firm CIRC makes cloth.
He works for the Office of Information Technology (OIT). The OIT hired him.
The Office of Insular Tribunals (OIT) met.
Katar-Yurta is a village.
He was flown to Cedars-Sina\u00ef hospital.
The Ukli\u010fme \u010cesko association met.
The Universidad de Varsovia signed.
The Teatro di Mosca closed.
He wrote for Diario de Rusia.
The Caf\u00e9 Moskau is in Berlin.
The song \u201cMoskau\u201d was a hit.
The Palais de la Moskova was sold.
The slogan was Kiev'de bar\u0131\u015f.
Prince Lvov led the government.
Georgy Lvov died in Paris.
The Lvov-Warsaw School taught logic.
The Battle of Kharkov was in 1943.
The Third Battle of Kharkov was in 1943.
Peking University is old.
He ordered Peking duck.
Peking Man was found there.
The Peking opera toured.
Bagdad Caf\u00e9 is a film.
He lives in Bagdad, Arizona.
The barracks are in Mi\u0144sk Mazowiecki.
Legia Warszawa won.
Polonia Warszawa lost.
Mr Kiev was late.
Mrs. Kiev was late.
Dr Kiev was late.
Ari Kiev was a psychiatrist.
Anna Kiev painted.
David Lemberg wrote a book.
Judge Kiev ruled.
A ship called Kiev sank.
The USS Odessa was sunk.
The destroyer Kiev was launched.
The asteroid Odessa was found in 1976.
Hurricane Odessa hit the coast.
Camp Odessa opened.
Lake Odessa froze.
New Odessa was a colony.
Fort Kiev fell.
The Odessa Restaurant closed.
The Kiev Restaurant closed.
The Odessa Bar is open.
The Odessa Club is open.
Kiev Records signed them.
Odessa Films made it.
Bombay High Court ruled.
Bangalore is a city.
"""

ABOUT_THE_NAME = """
Kyiv, formerly known as Kiev, is old.
Kyiv, also known as Kiev, is old.
Kyiv (formerly Kiev) is old.
Kyiv (Kiev in Russian) is old.
Kyiv (Russian: Kiev) is old.
Kyiv (in Russian Kiev) is old.
Kyiv, or Kiev, is old.
Kyiv (Kiev) is old.
Kyiv/Kiev is old.
Kyiv, once Kiev, is old.
Kiev (now Kyiv) is old.
Kiev, now Kyiv, is old.
Kiev (Kyiv) is old.
Kiev, or Kyiv, is old.
They call it Kyiv rather than Kiev.
They print Kyiv instead of Kiev.
The spelling Kiev is from Russian.
The name Kiev is from Russian.
The word Kiev is from Russian.
The form "Kiev" is from Russian.
The city was called Kiev then.
The city was then named Kiev.
It was spelled Kiev until 2019.
It is still written Kiev in places.
The city, known as Kiev, grew.
The city, known in Russian as Kiev, grew.
Kiev, as it was then called, grew.
Kiev, as it is still known, grew.
Kiev, also spelled Kyiv, grew.
Kiev, renamed in English, grew.
The city is Kiev in Russian.
Odesa, formerly known as Odessa, is a port.
Odesa (Odessa in Russian) is a port.
Kharkiv, or Kharkov, is a city.
Lviv (Lvov) is a city.
"""

QUOTED_TITLES = """
The film "Goodbye Odessa Nights" won.
The film \u201cGoodbye Odessa Nights\u201d won.
The song 'From Kiev With Love' was a hit.
The song \u2018From Kiev With Love\u2019 was a hit.
Her novel "The Road to Kiev" sold well.
Her novel \u201cThe Road to Kiev\u201d sold well.
The album "Kharkov Blues" is out.
The play "Last Train to Lvov" opened.
The novel \u201cKiev\u201d sold well.
The film "Odessa" won.
The song "Kiev" was a hit.
The series "Chicken Kiev and Other Stories" ended.
"""

PROTECTED = """
See https://example.org/Kiev for more.
See https://kiev.example.org/Odessa?q=Kharkov now.
See http://example.org/news/kiev-talks.html now.
See www.example.org/Kiev now.
Write to kiev@example.org today.
Write to press.Kiev@example.org today.
Follow @Kiev for news.
Follow @kiev_news for news.
Use #Kiev or #KievNow.
Use #StandWithKiev today.
The zone is Europe/Kiev.
Set TZ to Europe/Kiev first.
Open Kiev.pdf first.
Open kiev-2020.jpg first.
Open photos/Kiev.png first.
Open odessa_map.svg first.
The tag is `Kiev` here.
Use the variable Kiev_2 here.
Use the variable my_Kiev here.
The site kiev.ua is down.
The site odessa.com is down.
The field is {kiev} here.
The mark is <Kiev> here.
"""

PARTS_OF_WORDS = """
Kievsky is a surname.
The Kievskaya station is in another city.
The word antikievite is odd.
Moskauer is a surname.
Otanes was a general.
Loukachenkov is a surname.
A Rusian mistake.
The Donbassaero airline closed.
OTANs is no word.
The code is KIEV2 today.
The code is 2KIEV today.
"""

MORE_ENGLISH = """
Kyiv is the capital.
KYIV IS THE CAPITAL
The NATO-OTAN sign was new.
NATO/OTAN reads the sign.
The end of the line is near.
In the end of June it rained.
Zelenskyy spoke. Zelenskyy left.
Zelensky spoke. Zelensky left.
Erdo\u011fan met Orb\u00e1n in Zurich.
T\u00fcrkiye said no.
Turkey said no.
Kim Jong-un spoke.
Kim Jong Un spoke.
Yaound\u00e9 is a capital.
Macao is rich.
They met in Marrakech.
Chornobyl is empty.
Chernobyl is empty.
Hezbollah said no.
Al-Jazeera said so.
The Minister of Defence met the President of Ukraine.
The European Union met the World Health Organization.
Beijing said no.
Le Monde said so.
Der Spiegel said so.
The Rose Bowl is in California.
A.C. Milan beat Napoli.
Bayern lost to Torino.
He speaks Ukrainian.
Ms. Georgia May Jagger smiled.
The bank is in Nicosia.
"""

OTHER_LANGUAGES = [
    ("fr", "Kiev est la capitale de l\u2019Ukraine."),
    ("fr", "Moscou et Kiev se parlent."),
    ("fr", "Kyiv est la capitale de l\u2019Ukraine."),
    ("fr", "Le Dynamo Kiev a gagn\u00e9."),
    ("fr", "Odessa est un port."),
    ("de", "Kiew ist die Hauptstadt der Ukraine."),
    ("de", "Dynamo Kiew hat gewonnen."),
    ("de", "Odessa ist ein Hafen."),
    ("de", "Moskau und Kiew reden."),
    ("es", "Kiev es la capital de Ucrania."),
    ("es", "Mosc\u00fa y Kiev hablan."),
    (
        "uk",
        "Київ \u2014 столиця України.",
    ),
    ("it", "Kiev \u00e8 la capitale dell\u2019Ucraina."),
    ("pl", "Kij\u00f3w jest stolic\u0105 Ukrainy."),
    ("nl", "Kiev is de hoofdstad van Oekra\u00efne."),
    ("sv", "Kiev \u00e4r huvudstad i Ukraina."),
    ("cs", "Kyjev je hlavn\u00ed m\u011bsto Ukrajiny."),
]

FOREIGN_BLOCK = (
    "The embassy published its statement in two languages on Monday morning.\n\n"
    "Le pr\u00e9sident a d\u00e9clar\u00e9 hier soir que la ville de Kiev ne c\u00e9derait pas et "
    "que les n\u00e9gociations avec Moscou \u00e9taient suspendues jusqu\u2019\u00e0 nouvel ordre."
)


def lines(table: str) -> list[str]:
    return [line for line in table.splitlines() if line]


TRAPS = [
    *[("en", line) for line in lines(NAMES_INSIDE_NAMES)],
    *[("en", line) for line in lines(ABOUT_THE_NAME)],
    *[("en", line) for line in lines(QUOTED_TITLES)],
    *[("en", line) for line in lines(PROTECTED)],
    *[("en", line) for line in lines(PARTS_OF_WORDS)],
    *[("en", line) for line in lines(MORE_ENGLISH)],
    *OTHER_LANGUAGES,
    ("en", FOREIGN_BLOCK),
]

CHANGES = """
Kiev said no. > Kyiv said no.
kiev said no. > Kyiv said no.
KIEV said no. > KYIV said no.
kyiv said no. > Kyiv said no.
Kiev's mayor agreed. > Kyiv's mayor agreed.
Kiev\u2019s mayor agreed. > Kyiv\u2019s mayor agreed.
KIEV'S MAYOR AGREED > KYIV'S MAYOR AGREED
Kiev' mayors agreed. > Kyiv' mayors agreed.
The Kiev-based firm closed. > The Kyiv-based firm closed.
A Kiev-born poet died. > A Kyiv-born poet died.
A Kiev-Based Firm Closes > A Kyiv-Based Firm Closes
The pro-Kiev side won. > The pro-Kyiv side won.
The Pro-Kiev Side Wins > The Pro-Kyiv Side Wins
An anti-Kiev rally began. > An anti-Kyiv rally began.
The Moscow-Kiev train left. > The Moscow-Kyiv train left.
The Kiev-Kharkov road is open. > The Kyiv-Kharkiv road is open.
The Kiev\u2013Moscow train left. > The Kyiv\u2013Moscow train left.
The Kiev/Kharkov road is open. > The Kyiv/Kharkiv road is open.
He said (Kiev) again. > He said (Kyiv) again.
He chose "Kiev or war" first. > He chose "Kyiv or war" first.
He was in [Kiev] then. > He was in [Kyiv] then.
"Kiev will stand," he said. > "Kyiv will stand," he said.
\u201cKiev will stand,\u201d he said. > \u201cKyiv will stand,\u201d he said.
\u2018Kiev will stand,\u2019 he said. > \u2018Kyiv will stand,\u2019 he said.
Kiev, Kharkov and Odessa fell silent. > Kyiv, Kharkiv and Odesa fell silent.
In Moscow or Kiev they talk. > In Moscow or Kyiv they talk.
First Moscow, then Kiev agreed. > First Moscow, then Kyiv agreed.
Kiev now says no. > Kyiv now says no.
Kiev today said no. > Kyiv today said no.
He called on Kiev to talk. > He called on Kyiv to talk.
Once Kiev agrees, talks begin. > Once Kyiv agrees, talks begin.
What do Kiev and Moscow want? > What do Kyiv and Moscow want?
Kiev, Washington and Brussels agreed. > Kyiv, Washington and Brussels agreed.
The Kiev City Council met. > The Kyiv City Council met.
The Kievan prince ruled. > The Kyivan prince ruled.
Ki\u00adev said no. > Kyiv said no.
Ki\u200bev said no. > Kyiv said no.
Khar\u00adkov said no. > Kharkiv said no.
Nueva York said no. > New York said no.
Nueva\u00a0York said no. > New\u00a0York said no.
NUEVA YORK SAID NO > NEW YORK SAID NO
Saint-P\u00e9tersbourg is cold. > Saint Petersburg is cold.
Saint\u2011P\u00e9tersbourg is cold. > Saint Petersburg is cold.
San\u00a0Petersburgo is cold. > Saint\u00a0Petersburg is cold.
C\u00f3rdoba is warm. Moscou is cold. > C\u00f3rdoba is warm. Moscow is cold.
Moskau said no. > Moscow said no.
Mosc\u00fa said no. > Moscow said no.
MOSCOU SAID NO > MOSCOW SAID NO
Varsovie said no. > Warsaw said no.
Warschau's mayor left. > Warsaw's mayor left.
Londres said no. > London said no.
The road to Bruxelles is open. > The road to Brussels is open.
Pologne said no. > Poland said no.
Polen said no. > Poland said no.
Russie said no. > Russia said no.
Rusia said no. > Russia said no.
Russland said no. > Russia said no.
Ucrania said no. > Ukraine said no.
Bi\u00e9lorussie said no. > Belarus said no.
Loukachenko said no. > Lukashenko said no.
Lukaschenko said no. > Lukashenko said no.
LOUKACHENKO SAID NO > LUKASHENKO SAID NO
Loukachenko\u2019s son left. > Lukashenko\u2019s son left.
Wolodymyr Selenskyj spoke. > Volodymyr Zelensky spoke.
Wolodymyr\u00a0Selenskyj spoke. > Volodymyr\u00a0Zelensky spoke.
Selenskyj's wife spoke. > Zelensky's wife spoke.
Volod\u00edmir Zelenski spoke. > Volodymyr Zelensky spoke.
President Selenskyj spoke. > President Zelensky spoke.
Netanjahu spoke. > Netanyahu spoke.
The OTAN summit began. > The NATO summit began.
OTAN's chief spoke. > NATO's chief spoke.
A non-OTAN state joined. > A non-NATO state joined.
An OTAN summit began. > A NATO summit began.
The North Atlantic alliance (OTAN) met. > The North Atlantic alliance (NATO) met.
The World Health Organization (OMS) met. > The World Health Organization (WHO) met.
The European Union (UE) met. > The European Union (EU) met.
The World Trade Organization (OMC) met. > The World Trade Organization (WTO) met.
OTAN, the UE and the OMS met. > NATO, the EU and the WHO met.
The OTAN and the ONU met. > The NATO and the UN met.
The CEDEAO met. > The ECOWAS met.
An OCDE report is due. > An OECD report is due.
He saw an end of inadmissibility. > He saw a flat refusal.
End of inadmissibility came. > Flat refusal came.
Minister Meets End of Inadmissibility > Minister Meets Flat Refusal
MINISTER MEETS END OF INADMISSIBILITY > MINISTER MEETS FLAT REFUSAL
Talks in Kiev Fail > Talks in Kyiv Fail
Kiev Talks Fail > Kyiv Talks Fail
TALKS IN KIEV FAIL > TALKS IN KYIV FAIL
Donbass burns. > Donbas burns.
Lougansk burns. > Luhansk burns.
Tbilissi is warm. > Tbilisi is warm.
Thessalonique is warm. > Thessaloniki is warm.
Zelenskyy sat. Zelensky ran. Zelenskyy sat. > Zelenskyy sat. Zelenskyy ran. Zelenskyy sat.
Zelensky spoke. Zelenskyy left. Zelensky smiled. > Zelensky spoke. Zelensky left. Zelensky smiled.
Zelenskyy spoke. Zelensky left. > Zelensky spoke. Zelensky left.
Selenskyj sat. Zelenskyy ran. Zelenskyy sat. > Zelenskyy sat. Zelenskyy ran. Zelenskyy sat.
Erdo\u011fan. Erdogan. Erdo\u011fan ran. > Erdo\u011fan. Erdo\u011fan. Erdo\u011fan ran.
They ate chicken Kiev in Kiev today. > They ate chicken Kiev in Kyiv today.
Dynamo Kiev flew to Kiev. Kyiv sleeps. > Dynamo Kiev flew to Kyiv. Kyiv sleeps.
Odessa, Ukraine, is a port. > Odesa, Ukraine, is a port.
"""

CHANGES_ELSEWHERE = [
    ("fr", "Il a vu Moscow hier.", "Il a vu Moscou hier."),
    ("fr", "Un sommet de NATO commence.", "Un sommet d'OTAN commence."),
    ("fr", "Il faut que NATO avance.", "Il faut qu'OTAN avance."),
    ("fr", "Vladimir Putin a parl\u00e9.", "Vladimir Poutine a parl\u00e9."),
    ("fr", "Le sommet de Kiew commence.", "Le sommet de Kiev commence."),
    ("fr", "LE SOMMET DE KIEW COMMENCE", "LE SOMMET DE KIEV COMMENCE"),
    ("fr", "Les troupes de la NATO avancent.", "Les troupes de l'OTAN avancent."),
    ("de", "Der Zug nach Kiev hat Versp\u00e4tung.", "Der Zug nach Kiew hat Versp\u00e4tung."),
    ("de", "Der Kiev-Besuch dauerte lange.", "Der Kiew-Besuch dauerte lange."),
    ("de", "Poutine sprach am Abend.", "Putin sprach am Abend."),
    ("de", "Die OTAN tagt heute.", "Die NATO tagt heute."),
    ("de", "Zelensky sprach am Abend.", "Selenskyj sprach am Abend."),
    ("es", "Poutine habl\u00f3 ayer.", "Putin habl\u00f3 ayer."),
    ("es", "La reuni\u00f3n de Kiew empez\u00f3.", "La reuni\u00f3n de Kiev empez\u00f3."),
    ("es", "La NATO se re\u00fane hoy.", "La OTAN se re\u00fane hoy."),
    (
        "uk",
        "Місто Киев не спить.",
        "Місто Київ не спить.",
    ),
]

FULL_NAME = "Volodymyr {} sat. {} left. Zelenskyy ran."
CHANGED = [
    ("en", FULL_NAME.format("Zelensky", "Zelenskyy"), FULL_NAME.format("Zelenskyy", "Zelenskyy")),
    *[("en", *line.split(" > ")) for line in lines(CHANGES)],
    *CHANGES_ELSEWHERE,
    ("en", "He flew to Nueva\nYork on Monday.", "He flew to New\nYork on Monday."),
    ("en", "He flew to Nueva\r\nYork on Monday.", "He flew to New\r\nYork on Monday."),
    ("en", "Volodymyr\nZelenskyj spoke.", "Volodymyr\nZelensky spoke."),
]


def test_the_tables_are_as_long_as_promised():
    assert len(TRAPS) >= 220
    assert len(CHANGED) >= 120


@pytest.mark.parametrize("lang, text", TRAPS)
def test_a_trap_comes_back_unchanged(lang, text):
    assert clean_text(text, lang=lang).text == text


@pytest.mark.parametrize("lang, before, after", CHANGED)
def test_a_name_is_printed_as_its_row_says(lang, before, after):
    result = clean_text(before, lang=lang)
    assert result.text == after
    assert clean_text(after, lang=lang).text == after
    assert result.undo() == before
