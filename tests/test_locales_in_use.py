"""What each language keeps and what is repaired in it: tables of artifacts and of native copy."""

from __future__ import annotations

import pytest

from pipeline import clean_text

# (what machine translation leaves, what an editor of the language prints)
REPAIRED: dict[str, list[tuple[str, str]]] = {
    "fr": [
        ("Il parle de l' Europe et d' un accord.", "Il parle de l'Europe et d'un accord."),
        ("Jusqu’ au bout, il n’ a rien dit.", "Jusqu’au bout, il n’a rien dit."),
        ("Combien d 'entre eux ont voté ?", "Combien d'entre eux ont voté ?"),
        ("Le « plan» et la «réforme » passent.", "Le « plan » et la « réforme » passent."),
        (
            "«\u00a0Oui\u00a0», dit-elle. « Non », dit-il. «\u00a0Bien\u00a0».",
            "«\u00a0Oui\u00a0», dit-elle. «\u00a0Non\u00a0», dit-il. «\u00a0Bien\u00a0».",
        ),
        (
            '«\u202fOui\u202f», dit-elle. «\u202fNon\u202f», dit-il. "Bien", dit-on.',
            "«\u202fOui\u202f», dit-elle. «\u202fNon\u202f», dit-il. «\u202fBien\u202f», dit-on.",
        ),
        (
            "« Oui », dit-elle. « Non », dit-il. “Bien.”",
            "« Oui », dit-elle. « Non », dit-il. « Bien. »",
        ),
        ("Il est venu , puis il est parti .", "Il est venu, puis il est parti."),
        ("Elle est née le 3 Juin 1990 à Lyon.", "Elle est née le 3 juin 1990 à Lyon."),
        ("Les prix ont augmenté de 4.5 % en mai.", "Les prix ont augmenté de 4,5 % en mai."),
        (
            "Vraiment\u202f? Oui! Et pourquoi\u202f? Eh bien\u202f!",
            "Vraiment\u202f? Oui\u202f! Et pourquoi\u202f? Eh bien\u202f!",
        ),
        ("Ils sont partis ( en train ) à midi.", "Ils sont partis (en train) à midi."),
        ("Le  maire  a  parlé.", "Le maire a parlé."),
    ],
    "de": [
        ("Er nannte es „Fehler” und „Betrug”.", "Er nannte es „Fehler“ und „Betrug“."),
        ('Er nannte es „Fehler" und „Betrug“.', "Er nannte es „Fehler“ und „Betrug“."),
        ("Er sagte “nein” und „ja“ und „gut“.", "Er sagte „nein“ und „ja“ und „gut“."),
        ("„Ja“, sagte er. „Nein“, sagte sie. «Gut.»", "„Ja“, sagte er. „Nein“, sagte sie. „Gut.“"),
        ('„Ja“, sagte er. „Nein“, sagte sie. "Gut."', "„Ja“, sagte er. „Nein“, sagte sie. „Gut.“"),
        ("Er sagte ,,nein'' und ging.", "Er sagte „nein“ und ging."),
        ('Er sagte ,,nein" und ,,ja“.', "Er sagte „nein“ und „ja“."),
        ("Sie kamen „ alle“ zu spät.", "Sie kamen „alle“ zu spät."),
        ("Am montag, 14. september, kam er.", "Am Montag, 14. September, kam er."),
        ("Es kamen 1,234,567 Menschen.", "Es kamen 1.234.567 Menschen."),
        ("Was nun ? Er ging !", "Was nun? Er ging!"),
        ("Er kam , sah und ging .", "Er kam, sah und ging."),
        ("Sie fuhren ( mit dem Zug ) ab.", "Sie fuhren (mit dem Zug) ab."),
    ],
    "es": [
        ("¿ Qué dijo? ¡ Nada!", "¿Qué dijo? ¡Nada!"),
        ("(¿ Por qué no?)", "(¿Por qué no?)"),
        ("¿Qué dijo ? Nada .", "¿Qué dijo? Nada."),
        ("El « acuerdo » ha muerto. El «plan» no.", "El «acuerdo» ha muerto. El «plan» no."),
        ('Dijo «sí», luego «no» y "quizá".', "Dijo «sí», luego «no» y «quizá»."),
        ('Dijo “sí", luego “no” y “quizá”.', "Dijo “sí”, luego “no” y “quizá”."),
        ("Dijo „sí” y se fue.", "Dijo “sí” y se fue."),
        ('Habló de " reformas" y de "paz".', 'Habló de "reformas" y de "paz".'),
        ("La cumbre del 18 de Diciembre terminó.", "La cumbre del 18 de diciembre terminó."),
        ("Dijo «sí ». Luego «no ».", "Dijo «sí». Luego «no»."),
        ("Vino , vio y se fue .", "Vino, vio y se fue."),
        ("El alcalde  habló  ayer.", "El alcalde habló ayer."),
        ("Se fueron ( en tren ) a mediodía.", "Se fueron (en tren) a mediodía."),
    ],
    "it": [
        ("L' uomo dell' anno è un' altra persona.", "L'uomo dell'anno è un'altra persona."),
        ("C’ è un accordo nell’ aria.", "C’è un accordo nell’aria."),
        ("La festa dell' 8 marzo e quest' anno.", "La festa dell'8 marzo e quest'anno."),
        ("La fine dell 'anno è vicina.", "La fine dell'anno è vicina."),
        ("Ha detto « sì » e poi «no».", "Ha detto «sì» e poi «no»."),
        ('Ha detto «sì», poi «no» e "forse".', "Ha detto «sì», poi «no» e «forse»."),
        ("Ha detto „sì” ed è uscito.", "Ha detto “sì” ed è uscito."),
        ('Parla di " riforme" e di "pace".', 'Parla di "riforme" e di "pace".'),
        ("Che cosa ha detto ? Niente !", "Che cosa ha detto? Niente!"),
        ("Arrivò il 18 Dicembre, di Lunedì.", "Arrivò il 18 dicembre, di lunedì."),
        ("Venne , vide e partì .", "Venne, vide e partì."),
        ("Sono partiti ( in treno ) a mezzogiorno.", "Sono partiti (in treno) a mezzogiorno."),
    ],
    "pt": [
        ("Disse « sim » e depois «não».", "Disse «sim» e depois «não»."),
        ('Disse «sim», «não» e "talvez".', "Disse «sim», «não» e «talvez»."),
        ('Disse “sim", “não” e “talvez”.', "Disse “sim”, “não” e “talvez”."),
        ("Disse „sim” e saiu.", "Disse “sim” e saiu."),
        ('Falou de " reformas" e de "paz".', 'Falou de "reformas" e de "paz".'),
        ("O que disse ? Nada !", "O que disse? Nada!"),
        ("Veio , viu e partiu .", "Veio, viu e partiu."),
        ("Os preços subiram 4.5 por cento.", "Os preços subiram 4,5 por cento."),
        ("Vieram 1,234,567 pessoas.", "Vieram 1.234.567 pessoas."),
        ("Partiram ( de comboio ) ao meio-dia.", "Partiram (de comboio) ao meio-dia."),
        ("O presidente  falou  ontem.", "O presidente falou ontem."),
        ("A cimeira de 18 de Dezembro acabou  ontem.", "A cimeira de 18 de Dezembro acabou ontem."),
    ],
    "pt-BR": [
        ("Disse «sim» e saiu.", "Disse “sim” e saiu."),
        ("Disse « sim », “não” e “talvez”.", "Disse “sim”, “não” e “talvez”."),
        ('Disse “sim", “não” e “talvez”.', "Disse “sim”, “não” e “talvez”."),
        ("Custou 10 R$ ontem .", "Custou 10 R$ ontem."),
    ],
    "nl": [
        ("Hij werkt ' s ochtends en ' s avonds.", "Hij werkt 's ochtends en 's avonds."),
        ('Hij zei “ja" en “nee” en “wie weet”.', "Hij zei “ja” en “nee” en “wie weet”."),
        ('Hij zei "ja", "nee" en “wie weet”.', 'Hij zei "ja", "nee" en "wie weet".'),
        ('Hij zei «ja» en "nee".', 'Hij zei "ja" en "nee".'),
        ('Het ging om " hervormingen" en "vrede".', 'Het ging om "hervormingen" en "vrede".'),
        ("Wat nu ? Hij ging !", "Wat nu? Hij ging!"),
        ("Hij kwam , zag en ging .", "Hij kwam, zag en ging."),
        ("De prijzen stegen met 4.5 procent.", "De prijzen stegen met 4,5 procent."),
        ("Er kwamen 1,234,567 mensen.", "Er kwamen 1.234.567 mensen."),
        ("Ze vertrokken ( per trein ) om twaalf uur.", "Ze vertrokken (per trein) om twaalf uur."),
        ("De burgemeester  sprak  gisteren.", "De burgemeester sprak gisteren."),
        ("Hij noemde het ,,een fout'' gisteren.", "Hij noemde het „een fout” gisteren."),
    ],
    "pl": [
        ("Nazwał to ,,błędem'' wczoraj.", "Nazwał to „błędem” wczoraj."),
        ('Nazwał to ,,błędem" i ,,zdradą”.', "Nazwał to „błędem” i „zdradą”."),
        ('Nazwał to „błędem" i „zdradą”.', "Nazwał to „błędem” i „zdradą”."),
        ("Nazwał to „błędem“ i „zdradą”.", "Nazwał to „błędem” i „zdradą”."),
        ("Nazwał to “błędem” i „zdradą” i „żartem”.", "Nazwał to „błędem” i „zdradą” i „żartem”."),
        ('Mówił „tak”, „nie” i "może".', "Mówił „tak”, „nie” i „może”."),
        ("Mówił „ tak” i „nie ”.", "Mówił „tak” i „nie”."),
        ("I co teraz ? Poszedł !", "I co teraz? Poszedł!"),
        ("Przyszedł , zobaczył i poszedł .", "Przyszedł, zobaczył i poszedł."),
        ("Ceny wzrosły o 4.5 procent.", "Ceny wzrosły o 4,5 procent."),
        ("Odjechali ( pociągiem ) w południe.", "Odjechali (pociągiem) w południe."),
        ("Burmistrz  mówił  wczoraj.", "Burmistrz mówił wczoraj."),
    ],
    "cs": [
        ("Řekl ,,ne'' a odešel.", "Řekl „ne“ a odešel."),
        ('Řekl ,,ne" a ,,ano“.', "Řekl „ne“ a „ano“."),
        ('Řekl „ne" a „ano“.', "Řekl „ne“ a „ano“."),
        ("Řekl „ne” a „ano”.", "Řekl „ne“ a „ano“."),
        ("Řekl “ne” a „ano“ a „snad“.", "Řekl „ne“ a „ano“ a „snad“."),
        ('Řekl „ne“, „ano“ a "snad".', "Řekl „ne“, „ano“ a „snad“."),
        ("Řekl „ ne“ a „ano “.", "Řekl „ne“ a „ano“."),
        ("Co teď ? Odešel !", "Co teď? Odešel!"),
        ("Přišel , viděl a odešel .", "Přišel, viděl a odešel."),
        ("Ceny vzrostly o 4.5 procenta.", "Ceny vzrostly o 4,5 procenta."),
        ("Odjeli ( vlakem ) v poledne.", "Odjeli (vlakem) v poledne."),
        ("Starosta  mluvil  včera.", "Starosta mluvil včera."),
    ],
    "ru": [
        ('Он сказал «да», «нет» и "может быть".', "Он сказал «да», «нет» и «может быть»."),
        ('Он сказал "да", "нет" и «может быть».', 'Он сказал "да", "нет" и "может быть".'),
        ('Он сказал «да" и ушёл.', "Он сказал «да» и ушёл."),
        ("Он сказал « да » и «нет».", "Он сказал «да» и «нет»."),
        ('«Газета "Труд" закрыта», — сказал он.', "«Газета „Труд“ закрыта», — сказал он."),
        ("Он назвал это ,,ошибкой'' вчера.", "Он назвал это „ошибкой“ вчера."),
        ("Что теперь ? Он ушёл !", "Что теперь? Он ушёл!"),
        ("Он пришёл , увидел и ушёл .", "Он пришёл, увидел и ушёл."),
        ("Цены выросли на 4.5 процента.", "Цены выросли на 4,5 процента."),
        ("Они уехали ( поездом ) в полдень.", "Они уехали (поездом) в полдень."),
        ("Мэр  говорил  вчера.", "Мэр говорил вчера."),
        (
            "Мэр — сам — пришёл — молча - вчера.",
            "Мэр — сам — пришёл — молча — вчера.",
        ),
        ("Встреча прошла 31 Марта в Минске.", "Встреча прошла 31 марта в Минске."),
    ],
    "uk": [
        ('Він сказав «так», «ні» та "можливо".', "Він сказав «так», «ні» та «можливо»."),
        ('Він сказав "так", "ні" та «можливо».', 'Він сказав "так", "ні" та "можливо".'),
        ('Він сказав «так" і пішов.', "Він сказав «так» і пішов."),
        ("Він сказав « так » і «ні».", "Він сказав «так» і «ні»."),
        ('«Газета "Праця" закрита», — сказав він.', "«Газета „Праця“ закрита», — сказав він."),
        ("Він назвав це ,,помилкою'' учора.", "Він назвав це „помилкою“ учора."),
        ("Що тепер ? Він пішов !", "Що тепер? Він пішов!"),
        ("Він прийшов , побачив і пішов .", "Він прийшов, побачив і пішов."),
        ("Ціни зросли на 4.5 відсотка.", "Ціни зросли на 4,5 відсотка."),
        ("Вони поїхали ( потягом ) опівдні.", "Вони поїхали (потягом) опівдні."),
        ("Мер  говорив  учора.", "Мер говорив учора."),
        (
            "Сім’я, п’ять років, здоров'я й об’єкт.",
            "Сім’я, п’ять років, здоров’я й об’єкт.",
        ),
    ],
    "tr": [("Ankara' nın kararı İstanbul' dan geldi .", "Ankara'nın kararı İstanbul'dan geldi.")],
    "sv": [("Han sade “ja” och ”nej” och ”kanske”.", "Han sade ”ja” och ”nej” och ”kanske”.")],
    "fi": [("Hän sanoi “ei” ja ”kyllä” ja ”ehkä”.", "Hän sanoi ”ei” ja ”kyllä” ja ”ehkä”.")],
    "ro": [("A spus ,,da'' și a plecat .", "A spus „da” și a plecat.")],
    "hu": [('Azt mondta: ,,nem" , és elment.', "Azt mondta: „nem”, és elment.")],
    "ar": [("قال نعم, ثم ذهب; من يدفع?", "قال نعم، ثم ذهب؛ من يدفع؟")],
    "fa": [("او گفت بله, و رفت. چرا?", "او گفت بله، و رفت. چرا؟")],
    "zh": [
        ("他说,今天下雨. 我们不去!", "他说，今天下雨。我们不去！"),
        ("他来了。.她走了，，我们也走了。", "他来了。她走了，我们也走了。"),
        ("他来了， 她走了 。", "他来了，她走了。"),
    ],
    "ja": [
        ("彼は来た,そして行った.", "彼は来た、そして行った。"),
        ("本当ですか?はい。", "本当ですか？はい。"),
    ],
}

# Correct copy comes back byte for byte.
NATIVE: dict[str, list[str]] = {
    "fr": [
        "«\u00a0Non\u00a0», a dit le maire. «\u00a0On verra\u00a0: rien n’est joué\u202f!\u00a0»",
        "« Non », a dit le maire. « On verra : rien n'est joué ! »",
        "Le texte parle d’une «\u00a0affaire dite “du port”\u00a0».",
        "Le taux atteint 4,5 % et la dette 1 234 milliards d’euros, soit 12 000 euros par tête.",
        "À 15h30, vendredi 3 juin, l’UE s’est réunie à Bruxelles ; M. Petit y était.",
        "Aujourd’hui, quelqu’un d’autre l’a dit... puis rien.",
        "Vraiment ? Oui ! Mais pourquoi ?",
        "Elle coûte 10 € ou 3,50 €, à 20 h.",
        "Le groupe Yahoo! et l’émission « C dans l’air ».",
        "«\u00a0C’est fini.\n\n«\u00a0Nous partons\u00a0», a-t-elle ajouté.",
    ],
    "fr-CA": [
        "«\u00a0Vraiment? Oui! Non; c’est tout\u00a0», dit-il\u00a0: rien de plus.",
        "Le prix est de 12\u00a0500\u00a0$, soit 4,5\u00a0% de plus.",
    ],
    "fr-CH": [
        "«Non», a dit le conseiller. «On verra\u202f: rien n’est joué\u202f!»",
        "Le billet coûte 3.50 francs, soit 4,5% de plus, et la maison 1’200’000 francs.",
        "Il cite la presse («‹Non›, dit-on») en 2024.",
    ],
    "de": [
        "„Nein“, sagte er. „Wir haben ‚vielleicht‘ gesagt.“",
        "»Nein«, sagte er. »Wir haben ›vielleicht‹ gesagt.«",
        "«Nein», sagte er. «Wir haben ‹ja› gesagt.»\n\n«Gut.»\n\n«Es geht\n\nweiter», sagte er.",
        '"Nein", sagte er. "Wir haben \'vielleicht\' gesagt."',
        "Am 14. September um 15.30 Uhr kamen 1.234 Menschen, 4,5 Prozent mehr.",
        "Die Quote liegt bei 4,5 % oder 4,5%, je nach Quelle.",
        "Es kostete 10 Euro, 3,50 € oder 1,2 Mio. Euro.",
        "Der FC gewann 3:1 (2:0), z. B. dank Nr. 7 – ein Sieg.",
        "Wie geht’s? Gut! Das ist Klaus’ Haus in den 90ern.",
        "Der SPIEGEL-Bericht (»Ein Fall«) liegt vor.",
    ],
    "de-AT": ["Am 5. Jänner kostete es € 10,50, sagte er: „Teuer.“", "Es kostete 10,50 Euro."],
    "de-CH": [
        "«Nein», sagte er. «Wir haben ‹vielleicht› gesagt.»",
        "Das Haus kostet 1’200’000 Franken, das Billett Fr. 3.50.",
        "Es sind 4,5 Prozent für Fr. 3.50.",
    ],
    "es": [
        "«No», dijo el alcalde. «Veremos qué dice “El País”».",
        "“No”, dijo el alcalde. “Veremos qué dice ‘El País’”.",
        '"No", dijo el alcalde. "Veremos".',
        "¿Qué pasó? ¡Nada! ¿Y entonces? ¡¿Cómo?!",
        "Pero, ¿quién paga? Según él, ¡nadie!",
        "El 18 de diciembre a las 15.30 vinieron 1.234 personas, un 4,5% más.",
        "Subió un 4,5 % hasta 12 345,6 euros; cuesta 10 € en EE. UU.",
        "«Fuimos a verlo.\n\n»Volvimos tarde», dijo.",
    ],
    "es-MX": [
        "“No”, dijo el alcalde. “Costó $1,234.50, un 4.5% más”.",
        "Vinieron 1,234 personas y subió 3.5 por ciento.",
    ],
    "it": [
        "«No», ha detto il sindaco. «Vedremo che dice il “Corriere”».",
        "“No”, ha detto il sindaco. “Vedremo”.",
        '"No", ha detto il sindaco. "Vedremo".',
        "Un po' di pane, l'opera dei de' Medici, a mo' di esempio, sta' attento.",
        "Un po’ di tempo; c’è l’accordo dell’11 marzo.",
        "Il 18 dicembre alle 15.30 c'erano 1.234 persone, il 4,5% in più.",
        "Costa 10 euro, 3,50 € o 1,2 milioni.",
        "Negli anni '80 e nel '68, perché? Boh!",
    ],
    "pt": [
        "«Não», disse o presidente. «Veremos o que diz o “Público”.»",
        "“Não”, disse o presidente. “Veremos.”",
        '"Não", disse o presidente. "Veremos."',
        "A 18 de dezembro, às 15h30, vieram 1.234 pessoas, mais 4,5%.",
        "Custa 10 euros ou 3,50 €, disse-o à Lusa.",
        "Vieram 1 234 567 pessoas, mais 4,5 %.",
        "Um copo d'água e o café Martinho d’Arcada.",
        "Quem paga? Ninguém! – respondeu.",
    ],
    "pt-BR": [
        "“Não”, disse o prefeito. “Veremos o que diz a ‘Folha’.”",
        "Custou R$ 1.234,50, alta de 4,5%.",
        "Às 15h30 de 18 de dezembro, 1,2 milhão de pessoas saíram.",
    ],
    "nl": [
        "‘Nee’, zei de burgemeester. ‘We zien wel wat “de krant” zegt.’",
        "“Nee”, zei de burgemeester. “We zien wel.”",
        '"Nee", zei de burgemeester. "We zien wel."',
        "'s Ochtends werkt hij, 's avonds niet; foto's van auto's in 't Gooi.",
        "’s Avonds kwamen er 1.234 mensen, 4,5 procent meer.",
        "Het kost € 10,50 of 3,50 euro, om 15.30 uur.",
        "Op 18 december steeg het met 4,5%.",
        "Wie betaalt? Niemand! – zei Anna's broer.",
    ],
    "pl": [
        "„Nie”, powiedział burmistrz. „Zobaczymy, co napisze «Gazeta»”.",
        "„Nie” – powiedział burmistrz.",
        '"Nie" - powiedział burmistrz. "Zobaczymy".',
        "«Nie», powiedział. «Zobaczymy».",
        "18 grudnia o godz. 15.30 przyszło 1234 osób, o 4,5 proc. więcej.",
        "Wzrost o 4,5% do 12 345 zł, czyli 1,2 mln zł.",
        "W latach 80. i 90. XX w. było inaczej.",
        "Kto płaci? Nikt! Itd., itp.",
    ],
    "cs": [
        "„Ne,“ řekl starosta. „Uvidíme, co napíše ‚Právo‘.“",
        "»Ne,« řekl starosta. »Uvidíme.«",
        '"Ne," řekl starosta. "Uvidíme."',
        "Dne 18. prosince v 15.30 přišlo 1 234 lidí, o 4,5 procenta více.",
        "Je to 10% sleva a 10 % obyvatel.",
        "Stojí to 10 korun, 3,50 eura nebo 1,2 mld. Kč.",
        "Sparta vyhrála 3:1 (2:0).",
        "Kdo platí? Nikdo! Atd.",
    ],
    "ru": [
        "«Нет», — сказал мэр. «Посмотрим, что напишет „Труд“».",
        '"Нет", - сказал мэр. "Посмотрим".',
        "«Нет, — сказал мэр. — Посмотрим».",
        "Мэр заявил: «Газета «Труд» закрыта».",
        "18 декабря в 15:30 пришли 1234 человека, на 4,5% больше.",
        "Рост на 4,5 % до 12 345,6 рубля; это 1,2 млн руб.",
        "Кто платит? Никто! И т. д., и т. п.",
        "«Это цена.\n\nМы её платим», — сказал он.",
    ],
    "uk": [
        "«Ні», — сказав мер. «Побачимо, що напише „Праця“».",
        '"Ні", - сказав мер. "Побачимо".',
        "“Ні”, – сказав мер. “Побачимо”.",
        "„Ні“, — сказав мер. „Побачимо“.",
        "18 грудня о 15:30 прийшли 1234 людини, на 4,5% більше.",
        "Сім’я, п’ять років, об’єкт і здоров’я.",
        "Сім'я, п'ять років, об'єкт і здоров'я; 1,2 млн грн.",
        "Хто платить? Ніхто! І т. д.",
    ],
    "en-GB": [
        "‘No,’ the mayor said. ‘We will see what “the paper” says.’",
        "“No,” the mayor said. It cost £1,234.50 at 3.30pm on 18 December.",
    ],
    "en-US": [
        "“No,” the mayor said. “We’ll see what ‘the paper’ says.”",
        '"No," the mayor said. It cost $1,234.50 at 3:30 p.m. on Dec. 18, up 4.5%.',
    ],
    "sv": ["”Nej”, sade han. Den 18 december kl. 15.30 kom 1 234 personer, 4,5 procent fler."],
    "da": [
        "»Nej,« sagde han. Den 18. december kl. 15.30 kom 1.234, 4,5 procent flere.",
        "”Nej,” sagde han.",
    ],
    "nb": ["«Nei», sa han. Den 18. desember kl. 15.30 kom 1234 personer, 4,5 prosent flere."],
    "fi": ["”Ei”, hän sanoi. EU:n ja Nokian 4,5 prosenttia, 1 234 euroa, kello 15.30."],
    "ro": [
        "„Nu”, a spus el. „Vom vedea ce scrie «Presa».” Au venit 1.234 de oameni, cu 4,5% mai mult."
    ],
    "hu": ["„Nem” – mondta. Az EU-ban 12 345,6 forint, 4,5 százalék; december 18-án 15.30-kor."],
    "tr": ["“Hayır” dedi. Türkiye’nin %4,5 büyümesi, 1.234 kişi, saat 15.30’da. Tek tek geldiler."],
    "el": ["«Όχι», είπε. Ποιος πληρώνει; Κανείς· 4,5% περισσότερο, 1.234 άτομα."],
    "ar": ["قال: «لا»، ثم ذهب؛ فمن يدفع؟ بلغ العدد 1,234 شخصا."],
    "he": ['ראש הממשלה אמר: "לא". צה"ל ומזכ"ל האו"ם הגיבו, 1,234 איש.'],
    "fa": ["او گفت: «نه»، و رفت؛ چه کسی می\u200cپردازد؟"],
    "hi": ["उन्होंने कहा, “नहीं।” डॉ. सिंह 1,23,456 रुपये लाए।"],
    "zh": ["他说：“不。”《人民日报》报道，共有1,234人，增长4.5%；约翰·史密斯来了？"],
    "ja": ["「いいえ」と彼は言った。『本』は1,234円、4.5％増。本当？\u3000はい。"],
    "ko": ["그는 “아니요”라고 말했다. 1,234명이 왔고 4.5% 늘었다. 누가 낼까?"],
    "th": ["เขาพูดว่า “ไม่” แล้วก็ไป ๆ มา ๆ 1,234 คน"],
    "km": ["គាត់\u200bនិយាយ\u200bថា «ទេ» ។"],
}


@pytest.mark.parametrize(
    ("lang", "before", "after"),
    [(lang, *case) for lang, table in REPAIRED.items() for case in table],
)
def test_an_artifact_is_repaired_and_stays_repaired(lang: str, before: str, after: str) -> None:
    assert clean_text(before, lang=lang).text == after
    assert clean_text(after, lang=lang).text == after


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, table in NATIVE.items() for text in table]
)
def test_native_copy_comes_back_byte_for_byte(lang: str, text: str) -> None:
    assert clean_text(text, lang=lang).text == text
    crlf = text.replace("\n", "\r\n")
    assert clean_text(crlf, lang=lang).text == crlf


@pytest.mark.parametrize("lang", ["fr", "de", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk"])
def test_a_main_language_has_its_table(lang: str) -> None:
    assert len(REPAIRED[lang]) >= 12
    assert len(NATIVE[lang]) >= 8


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "fr", "Quand quelqu\u2019un n\u2019a rien, il faut qu'on l'aide.", id="as many of each"
        ),
        pytest.param("fr", "Un don de $1.3m au parti.", id="an amount written in English"),
        pytest.param("it", "Ha speso $10.84 in tutto.", id="a sign on the English side"),
    ],
)
def test_what_is_likely_is_suggested_and_not_applied(lang: str, text: str) -> None:
    result = clean_text(text, lang=lang)
    assert result.text == text
    assert {finding.safety for finding in result.findings} == {"suggest"}
