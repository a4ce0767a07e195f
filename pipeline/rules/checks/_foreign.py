"""Words that no English text has of itself: how they end, common ones of nine languages.

Left out is whatever English took over (boutique, kindergarten, fiesta) or spells alike (pour,
sang, mayor).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Closed classes, and words that the news uses every day.
WORDS: Mapping[str, str] = {
    "French": "avec dans mais sont chez aussi selon depuis puis donc alors leurs cette celui ceux"
    " gouvernement vacances ville villes pays jeudi mardi hier demain aujourd ministre maire"
    " guerre paix droit droits juge enfants enfant femme femmes homme hommes loi lois travail"
    " semaine mois jours jour nuit heures annonce soldats armée ainsi pendant afin parce quand"
    " toujours jamais beaucoup nouvelle nouveau nouveaux nouvelles premier(?= [a-z]+s\\b)"
    " dernier monde vie mort(?= de) rue rues argent chef(?= de) entreprise entreprises syndicats"
    " habitants grève élections candidats voix scrutin fonctionnaires soins".replace(
        " premier(?= [a-z]+s\\b)", ""
    ).replace(" mort(?= de)", "").replace(" chef(?= de)", ""),
    "German": "und oder nicht sich auf mit aber auch wurde wurden werden wird sagte sagten haben"
    " hatte hatten sind nach wegen zwischen gegen durch ohne sowie bereits noch schon sehr mehr"
    " dass weil wenn jedoch seit beim vom zur zum einer eines einem einen keine kein ihre ihren"
    " seine seinen seiner diese dieser dieses heute gestern morgens jetzt immer mindestens statt"
    " viele jeder",
    "Spanish": "pero también según desde hasta cuando porque donde aunque mientras sobre entre"
    " ayer hoy siempre nunca además gobierno ministro presidente ciudad ciudades guerra"
    " trabajadores trabajador ladrones huelga mujeres hombres niños calle calles policía"
    " ejército pueblo jueves miércoles semana ley leyes vecinos heridos muertos empresa empresas"
    " millones elecciones acuerdo dijo muy había".replace(" sobre", "").replace(" entre", ""),
    "Italian": "anche perché quando dopo prima(?= )della delle degli dello nella nelle nello dalla"
    " alla alle sono stato stata governo ministro città sciopero lavoratori oggi ieri sempre"
    " però così questo questa quello ancora molto secondo(?= )anni".replace("prima(?= )", "")
    .replace("secondo(?= )", ""),
    "Portuguese": "mas também até porque quando depois onde ontem hoje governo ministro cidade"
    " greve trabalhadores não foi uma pelo pela dos das segundo(?= )ainda muito são".replace(
        " mas", ""
    ).replace("segundo(?= )", ""),
    "Polish": "nie się oraz przez jest są był była było ale także który która które tylko jako"
    " szpital rząd wojna miasto wczoraj dzisiaj powiedział",
    "Czech": "jsou bylo byla který která které nebo také jako podle pouze vláda válka město včera"
    " dnes řekl nemocnice",
    "Turkish": "bir ve ile olan olarak gibi ancak için sonra kadar hükümet şehir",
    "Dutch": "het een niet voor zijn ook wordt werd naar maar hebben heeft omdat tussen tegen"
    " volgens gisteren vandaag regering stad",
}
