"""The first letter of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.context import Context
from pipeline.finding import Finding
from pipeline.rule import Example, Rule
from pipeline.rules.artifacts.case._starts import GATE, paragraph_starts

RULE = Rule(
    summary="A paragraph begins with a capital.",
    why="The machine translates sentence by sentence and drops the capital of some.",
    source="Chicago Manual of Style 17, 6.119; lower-case starts are 2 to 11 in 1,000 translated "
    "segments, none in human ones (WMT news tests)",
    category="linguistic-conventions",
    gate=GATE,
    examples=(
        Example(
            before="The talks failed on Monday.\n\nthe minister said that they would resume soon.",
            after="The talks failed on Monday.\n\nThe minister said that they would resume soon.",
        ),
        Example(
            before="The talks failed.\n\n“we will meet again in a month,” the minister said.",
            after="The talks failed.\n\n“We will meet again in a month,” the minister said.",
        ),
        Example(
            before="The talks failed.\n\nin the end they will meet again, the minister said.",
            after="The talks failed.\n\nIn the end they will meet again, the minister said.",
        ),
        Example(
            flag="The talks failed.\n\nwhich is what the minister had said some days before.",
            why="the full stop before may be the mistake",
        ),
        Example(
            before="Il a plu à Lyon.\n\nl'électricité est revenue dans la nuit de lundi à mardi.",
            after="Il a plu à Lyon.\n\nL'électricité est revenue dans la nuit de lundi à mardi.",
            lang="fr",
        ),
        Example(
            flag="Het was koud in Gent.\n\nijs lag er op alle wegen in het oosten van het land.",
            why="a noun without its article: likely, not sure",
            lang="nl",
        ),
        Example(
            before="The talks failed on Monday.\n\ninflation slowed to a tenth of what it was.",
            after="The talks failed on Monday.\n\nInflation slowed to a tenth of what it was.",
        ),
        Example(
            before="“We took the dog and ran.”\n\nthe airport was closed for eight hours on Monday.",
            after="“We took the dog and ran.”\n\nThe airport was closed for eight hours on Monday.",
        ),
        Example(
            keep="“We took the dog and ran.”\n\nthe mayor said on Monday in front of the airport.",
            why="the sentence goes on",
        ),
        Example(
            flag="The talks failed on Monday.\n\npolydor said that the record would be out in May.",
            why="likely, but a name may be written small",
        ),
        Example(keep="and so the talks failed on Monday, as the minister said in the town."),
        Example(
            keep="The plan has three parts.\n\n- the first of them is the reform of the courts.",
            why="a list",
        ),
        Example(
            keep="The talks, which had begun on Monday in\nhotels by the lake, failed.",
            why="a line that was wrapped",
        ),
        Example(
            keep="It asks for:\n\nthe release of all prisoners who were taken in the spring;\n\n"
            "the return of the town to those who had lived there.",
            why="an enumeration",
        ),
        Example(
            keep="The phone is new.\n\niPhone sales rose by a tenth in the second quarter, it said."
        ),
        Example(
            keep="“Why now?”\n\nasked the minister, who had come to the town for the signing.",
            why="the sentence goes on",
        ),
        Example(
            keep="roses are red and violets are blue.\n\nsugar is sweet and so, my dear, are you.",
            why="a text written small",
        ),
        Example(
            keep="The town is Dutch.\n\nvan Dijk and van Basten were born there, the mayor said.",
            why="the particle of a name; houses differ",
        ),
    ),
)


def find(context: Context, rule: Rule) -> Iterator[Finding | None]:
    for one in context.once(paragraph_starts):
        message = f"a paragraph begins with a capital: {one.after}"
        yield rule.finding(context.text, one.start, one.end, one.after, message, safety=one.safety)
