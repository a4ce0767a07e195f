"""What a worker of the service does: load the plans of the desks, and answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.load import load_plan
from pipeline.plan import Plan
from pipeline.service import answers, languagetool, libretranslate
from pipeline.service.asks import RefusedError
from pipeline.workers.child import Answer
from pipeline.workers.frames import Frame

ANSWERS: Mapping[str, Callable[[Mapping[str, Any], Plan], Frame]] = {
    "clean": answers.cleaned,
    "rules": answers.rules,
    "rule": answers.rule,
    "glossary languages": answers.languages_of_glossary,
    "glossary": answers.glossary,
    "glossary row": answers.glossary_row,
    "check": languagetool.check,
    "check languages": languagetool.languages,
    "detect": libretranslate.detect,
    "languages": libretranslate.listed,
}
WARM_UP = 'The talks  in Kiev " failed " , he said on 14. September: it\'s 30 000 people.'


def prepare(settings: Mapping[str, Any]) -> Answer:
    """Return what answers for these settings; BadConfiguration says which cannot be used."""
    base = load_plan(house=settings["house"], glossary=settings["glossaries"] or None)
    houses = {desk: load_plan(house=house).house for desk, house in settings["desks"].items()}
    plans = {
        (desk, suggest): replace(base, house=house, suggest=suggest)
        for desk, house in {"": base.house, **houses}.items()
        for suggest in (False, True)
    }
    answers.cleaned({"text": WARM_UP, "lang": "en"}, plans["", False])

    def answer(asked: Mapping[str, Any]) -> Frame:
        desk = asked.get("desk", "")
        plan = plans[desk if desk in houses else "", bool(asked.get("apply_suggestions"))]
        try:
            return ANSWERS[asked["do"]](asked, plan)
        except RefusedError as error:
            return Frame({"refused": error.status, "message": error.message})

    return answer
