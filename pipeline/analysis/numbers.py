r"""Figures: how numbers stand in a text, what they can mean, and what the source says of them.

Knows separators and unit words; which of them a locale wants is a fact of the locale.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pipeline.pattern import Match, compiled

if TYPE_CHECKING:
    from pipeline.context import Context
    from pipeline.locale import Locale, NumberFacts

SPACES = " \u00a0\u2009\u202f"

# What stands right before or after a figure shows that it is a version, a time, a score, an
# address or a link of a longer chain, and no number of its own. A year may stand before one.
# Looked at from behind the first digit: to search for a digit is much faster than to look back
# from every character.
LEFT = (
    r"(?<![\w.,:/+#§'’].)(?<![^\W\d_][-\u2010-\u2015].)"
    rf"(?:(?<![0-9][{SPACES}].)|(?<=(?<![\w.,])(?:19|20)[0-9]{{2}}[{SPACES}].))"
)
RIGHT = rf"(?![.,:/'’][0-9])(?![{SPACES}][0-9])"

GROUPED = (
    rf"(?P<whole>[1-9]{LEFT}[0-9]{{0,2}}(?P<sep>[.,'’{SPACES}])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}}){{0,4}})"
    r"(?:(?!(?P=sep))(?P<mark>[.,])(?P<fraction>[0-9]{1,6}))?(?!\w)" + RIGHT
)
LONE_GROUP = rf"(?P<head>[1-9]{LEFT}[0-9]{{0,2}})(?P<sep>[.,])(?P<tail>[0-9]{{3}})(?!\w)" + RIGHT
DECIMAL = (
    rf"(?P<head>[0-9]{LEFT}(?:(?<!0)[0-9]{{0,8}})?)(?P<mark>[.,])"
    r"(?P<tail>[0-9]{1,2}|(?<=[^0-9.,]0[.,])[0-9]{3}|[0-9]{4,8})(?![0-9])(?![.,:/'’][0-9])"
)

# A run of digits in the source, with the run behind it if there is one.
FIGURE = (
    rf"(?<![\w.,])(?P<head>[0-9]++)"
    rf"(?=(?:(?P<sep>[.,'’{SPACES}])(?P<tail>[0-9]++)(?![.,][0-9]))?)"
)

CODES = "EUR|USD|GBP|CHF|CZK|HUF|PLN|RUB|UAH|JPY|CNY|TRY|SEK|NOK|DKK|CAD|AUD|INR|BRL|RON|BGN|ILS"
SIGNS = "€$£¥₽₴₺₹₩₪"
MONEY = (
    rf"(?:[{SIGNS}]|(?:{CODES}|[Ee]uros?|[Dd](?:o|ó)l(?:l?ar(?:e?s|ów|ů)?)|[Pp]ounds?|roubles?|"
    r"rubles?|yuan|yen|crowns?|kroons?|forints?|złotych|zlotys?|zł|Kč|korun\w?|lira|francs?|"
    r"Franken|pesos|rupees?|hryvn\w+|kron[oe]r|cents?|долл\w*|руб\w*|евро|грн|євро|доларів)(?!\w))"
)
SCALE = (
    r"(?:thousand|mn|bn|[mkM]|million|billion|trillion|[Mm]illion(?:s|en|i)|[Mm]illiard(?:s|en?|i)?|"
    r"mil[ij]on\w*|mili(?:ar|árd)d?\w*|milh(?:ão|ões)|bilh(?:ão|ões)|mill(?:ón|ones)|Mio|Mrd|Mds?|"
    r"miljoen|miljard\w*|miljoona\w*|millió\w*|milliárd\w*|milyon|milyar|εκατομμύρι\w+|δισεκατομμύρι\w+|"
    r"mln|mld|mlrd|bln|Tsd|млн|млрд|трлн|тыс|тис|милли(?:он|ард)\w*|міль(?:йон|ярд)\w*)(?!\w)"
)
SHARE = (
    r"(?:[%‰]|(?:per ?cent(?:age)?|[Pp]rozent\w*|pour cent|por c(?:iento|ento)|per cento|"
    r"procent\w*|prosent\w*|százalék\w*|la sută|τοις εκατό|percent\w*|процент\w*|відсот\w*)"
    r"(?!\w))"
)
MEASURE = (
    r"(?:°|(?:(?:kilo)?met(?:re|er)s?|(?:kilo)?mètres|(?:kil[oó])?metros|(?:Kilo|M)etern?|km|cm|mm|"
    r"kg|kilos?|kilograms?|grams?|tonnes?|tons?|Tonnen|lit(?:re|er)s?|l|miles?|hectares?|acres?|"
    r"degrees?|magnitude|points?|litros?|inch(?:es)?|feet|barrels?|years?|hours?|minutes?|seconds?|км|кг|метр\w*|тонн\w*)"
    r"(?!\w))"
)
MONEY_BEFORE = rf"(?:[{SIGNS}]|(?<!\w)(?:{CODES}))[{SPACES}]?\Z"
SHARE_BEFORE = rf"(?:%|(?<!\w)[Yy]üzde[{SPACES}])\Z"  # Turkish
AFTER = rf"[-{SPACES}]?(?:{SHARE}|{SCALE}|{MONEY}|{MEASURE})"
MONEY_AFTER = rf"[{SPACES}]?(?:{SCALE}[{SPACES}])?{MONEY}"

# A number after one of these is a name and not a quantity: Article 3,1 or Room 12,5.
LABEL = (
    r"(?i:(?<!\w)(?:art(?:icles?|ículo|ikel|\.)?|sections?|paragraphs?|clauses?|rules?|chapters?|"
    r"pages?|pp?\.|rooms?|gates?|lines?|routes?|bus(?:es)?|flights?|numbers?|nos?\.?|nr\.?|version|"
    r"channels?|groups?|ages?|aged|verses?|questions?|grades?|levels?|phases?|days?|windows|"
    r"figures?|tables?|formula|boss|ст\.|стат\w+|§+)[ \u00a0]\Z)"
)
# A telephone or account number is announced by one of these.
PHONE = (
    r"(?i:(?<!\w)(?:tel|phone|telephone|call|calling|dial|fax|hotline|helpline|contact|mobile|"
    r"sms|whatsapp|account|iban|number|id|dni|rut|cpf|passport|postcode|isbn|registration)"
    r"(?! of)(?!\w)[^.!?\r\n0-9]{0,25}\Z)"
)


def stands_before(pattern: str, text: str, at: int, reach: int = 48) -> bool:
    r"""Tell whether a pattern that ends in `\Z` matches just before `at`, within `reach`."""
    return compiled(pattern).search(text, max(0, at - reach), at) is not None


def stands_after(pattern: str, text: str, at: int) -> bool:
    """Tell whether the pattern matches at `at`."""
    return compiled(pattern).match(text, at) is not None


def has_unit(text: str, end: int) -> bool:
    """Tell whether a unit, scale word, percent or currency sign follows at `end`."""
    return stands_after(AFTER, text, end)


def is_quantity(text: str, start: int, end: int) -> bool:
    """Tell whether a unit or sign goes with `text[start:end]`, behind it or as money before."""
    return has_unit(text, end) or stands_before(f"{MONEY_BEFORE}|{SHARE_BEFORE}", text, start, 6)


def is_money(text: str, start: int, end: int) -> bool:
    """Tell whether a currency goes with `text[start:end]`, on either side."""
    return stands_after(MONEY_AFTER, text, end) or stands_before(MONEY_BEFORE, text, start, 6)


def is_in_words(text: str, end: int) -> bool:
    """Tell whether letters that are no unit are glued to the figure that ends at `end`."""
    return text[end : end + 1].isalpha() and not has_unit(text, end)


def is_readable(facts: NumberFacts) -> bool:
    """Tell whether the facts are those of a known locale that writes a point or a comma."""
    return bool(facts.groups) and facts.decimal in (".", ",")


def relatives(context: Context, locale: Locale) -> list[NumberFacts]:
    """Return the number facts of the language's other regions: `es` may come from Mexico.

    Where English has no region it is that of the agencies: en-ZA is asked for by name. Nor does
    Spain, where it is named, write as Mexico does.
    """
    if locale.tag in ("en", "es-ES"):
        return []
    return [
        other.numbers
        for other in context.plan.locales.values()
        if other.language == locale.language and other.tag != locale.tag
    ]


def group_mark(context: Context, facts: NumberFacts) -> str:
    """Return the separator that the article puts between groups, else the locale's own."""
    if len(facts.groups) == 1 or context.house.numbers == "locale":
        return facts.groups[0]
    counts = context.once(_separators)
    return max(facts.groups, key=lambda mark: counts[mark])


def _separators(context: Context) -> Counter[str]:
    return Counter(match["sep"] for match in compiled(GROUPED).finditer(context.text))


def foreign_decimals(context: Context) -> Counter[str]:
    """Count the decimal marks of the article's sure decimals: those that a unit goes with."""
    return context.once(_sure_decimals)


def _sure_decimals(context: Context) -> Counter[str]:
    text = context.text
    return Counter(
        match["mark"]
        for match in compiled(DECIMAL).finditer(text)
        if is_quantity(text, match.start(), match.end())
    )


def decided_by_source(context: Context, match: Match) -> str:
    """Return "group" or "decimal" when every place of the figure in the source says so, else "".

    The figure is cut at its last separator into `head` and `tail`.
    """
    block = context.document.block_at(match.start())
    source = (block.source if block else None) or context.source.source_text
    if not source:
        return ""
    tag = context.source.source_lang
    facts = context.plan.locale(tag).numbers if tag else None
    figures = context.once(_figures_by_source)
    if source not in figures:
        figures[source] = _figures(source)
    seps = figures[source].get((match["head"], match["tail"]), set())
    if (match["head"] + match["tail"], "") in figures[source]:
        seps = seps | {""}
    said = {_said(sep, match["tail"], facts) for sep in seps}
    return said.pop() if len(said) == 1 else ""


Figures = dict[tuple[str, str], set[str]]


def _figures_by_source(context: Context) -> dict[str, Figures]:
    """Return where the figures of each source text are kept once they have been read."""
    del context
    return {}


def _figures(source: str) -> Figures:
    """Return the separators between each two runs of digits; a lone run stands with ""."""
    found: Figures = {}
    for match in compiled(FIGURE).finditer(source):
        if match["tail"]:
            found.setdefault((match["head"], match["tail"]), set()).add(match["sep"])
        if not stands_after(r"[.,][0-9]", source, match.end()):
            found.setdefault((match["head"], ""), set()).add("")
    return found


def _said(sep: str, tail: str, facts: NumberFacts | None) -> str:
    if sep not in (".", ","):
        return "group" if len(tail) == 3 else ""
    if len(tail) != 3:
        return "decimal"
    if facts is None or not is_readable(facts):
        return ""
    if sep == facts.decimal:
        return "decimal"
    return "group" if sep in facts.groups else ""
