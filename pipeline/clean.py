"""Clean a source by a plan: pure, no files, no clock, no environment.

Each pass reads one frozen document and returns findings; they are resolved in one order and
applied at once. When a pass has settled, its document is that of the next pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.context import Context
from pipeline.document import UNSURE, Document, Source
from pipeline.finding import Finding, Safety, SetAside, resolve
from pipeline.passes import PASSES, Pass
from pipeline.plan import Plan, reads
from pipeline.result import Decision, Result, Revision, source_span
from pipeline.rule import Rule
from pipeline.splitting import split_edits
from pipeline.text import OffsetMap

Verdicts = Mapping[tuple[str, int, int], str]

ROUNDS = 6  # more than any article measured took: two are rare, three are found in noise only


def clean(source: Source, plan: Plan, decisions: Iterable[Decision] = ()) -> Result:
    """Return the cleaned source; `decisions` are findings accepted or rejected before.

    Text never raises: where the guard finds a promise broken, the result is the source
    unchanged and `Result.stopped` says why; a rule that fails is left out and named in
    `Result.failures`.
    """
    verdicts = {
        (decision.rule, decision.source_span.start, decision.source_span.end): decision.verdict
        for decision in decisions
    }
    document = Document(
        source.text, source.blocks, source.protected, source.lang or UNSURE, source.boundaries
    )
    revisions: list[Revision] = []
    state = _State(plan)
    guarded: tuple[str, ...] = ()
    known = source  # with what the passes find out about it
    for step in PASSES:
        if step.needs and getattr(plan, step.needs) is None:
            continue
        if step.again and not any(revision.applied for revision in revisions):
            continue
        if step.annotate is not None:
            document = step.annotate(document, known, plan)
        if step.name == "language":
            state.read_locales(document)
            guarded = _protected_texts(document)
        made, after = _take(step, document, known, state, verdicts, revisions)
        if made and step.settle is not None:
            after, known = step.settle(document, after, made[0], known, plan)
            state.read_locales(after)
        document = after
        revisions += made
    failures = tuple(state.failures)
    result = Result(source, tuple(revisions), document, plan.signature, failures=failures)
    broken = _broken_promise(result, guarded)
    if broken:
        untouched = replace(document, text=source.text)
        return Result(source, (), untouched, plan.signature, broken, failures)
    return result


class _State:
    """The rules for the locales that are known so far, and the rules that failed."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._selection = plan.ruleset.select((plan.locale("root"),))
        self._context: Context | None = None  # kept while no pass changes the document
        self.failures: list[str] = []

    def read_locales(self, document: Document) -> None:
        """Choose the rules for the locales that the language pass has set."""
        tags = {document.locale, *[block.locale for block in document.blocks]}
        self._selection = self.plan.ruleset.select(map(self.plan.locale, sorted(tags)))

    def findings(self, step: Pass, document: Document, source: Source) -> list[Finding]:
        """Return what the rules of the pass find in the document, within their locales."""
        rules = self._selection.open(step.name, document.text)
        if not rules:
            return []
        context = self._context
        if context is None or context.document is not document:
            context = self._context = Context(document, self.plan, source)
        if not context.has_source:
            rules = [rule for rule in rules if not rule.with_source]
        return [finding for rule in rules for finding in self._found_by(rule, context)]

    def _found_by(self, rule: Rule, context: Context) -> list[Finding]:
        """Return what one rule finds; a rule that fails finds nothing, and the result says so."""
        try:
            return [
                finding
                for finding in rule.find(context)
                if finding is not None and reads(rule, context.locale_at(finding.span.start))
            ]
        except Exception as error:  # noqa: BLE001 - text never raises, whatever a rule does
            self.failures.append(f"{rule.id}: {type(error).__name__}: {error}")
            return []


def _take(
    step: Pass,
    document: Document,
    source: Source,
    state: _State,
    verdicts: Verdicts,
    earlier: list[Revision],
) -> tuple[list[Revision], Document]:
    """Run the rules of a pass on what they gave until they settle: (revisions, document).

    So one rule may use what another one has mended, and cleaning twice changes nothing. Rules
    that do not settle would change the text at each cleaning, so nothing of the pass is applied.
    """
    before = document
    made: list[Revision] = []
    while findings := state.findings(step, document, source):
        if verdicts or state.plan.suggest:
            findings, rejected = _decided(findings, verdicts, state.plan.suggest, earlier + made)
        else:
            rejected = []
        revision, after = _revise(step, document, findings, rejected)
        if (made or step.again) and not revision.applied:
            break  # what is set aside now was set aside before
        if step.again:
            revision = replace(revision, set_aside=())
        if len(made) == ROUNDS:
            return [_withheld(made[0])], before
        made = [*(replace(done, set_aside=()) for done in made), revision]
        document = after
        if not revision.applied or step.settle is not None:
            break
    return made, document


def _withheld(revision: Revision) -> Revision:
    """Return a revision that applies nothing and sets everything aside."""
    unsettled = [SetAside(finding, "would change again") for finding in revision.applied]
    aside = (*unsettled, *revision.set_aside)
    return Revision(revision.stage, revision.before, (), aside, revision.before, OffsetMap())


def _revise(
    step: Pass, document: Document, findings: list[Finding], rejected: list[SetAside]
) -> tuple[Revision, Document]:
    if document.boundaries:
        findings = list(_inside_tags(document, findings, rejected))
    applied, set_aside = resolve(findings, document.protected)
    edits = sorted(edit for finding in applied for edit in finding.edits)
    after, offsets = document.edited(edits) if edits else (document, OffsetMap())
    revision = Revision(
        step.name, document.text, applied, (*rejected, *set_aside), after.text, offsets
    )
    return revision, after


def _decided(
    findings: list[Finding], verdicts: Verdicts, suggest: bool, revisions: list[Revision]
) -> tuple[list[Finding], list[SetAside]]:
    """Return the findings as the verdicts have them, and those that a verdict rejects."""
    kept: list[Finding] = []
    rejected: list[SetAside] = []
    for finding in findings:
        span = source_span(finding.span, revisions)
        verdict = verdicts.get((finding.rule, span.start, span.end))
        if verdict == "reject":
            rejected.append(SetAside(finding, "rejected by a decision"))
            continue
        wanted = verdict == "accept" or (suggest and finding.safety is Safety.SUGGEST)
        kept.append(replace(finding, safety=Safety.APPLY) if wanted and finding.edits else finding)
    return kept, rejected


def _inside_tags(
    document: Document, findings: list[Finding], aside: list[SetAside]
) -> Iterator[Finding]:
    """Yield the findings with their edits split at tags; what cannot be split is suggested."""
    for finding in findings:
        edits = split_edits(document.text, finding.edits, document.boundaries)
        if edits is None:
            safety = max(finding.safety, Safety.SUGGEST)
            aside.append(SetAside(replace(finding, safety=safety), "lies across a tag of the file"))
        else:
            yield finding if edits is finding.edits else replace(finding, edits=edits)


def _protected_texts(document: Document) -> tuple[str, ...]:
    return tuple([span.of(document.text) for span in document.protected])


def _broken_promise(result: Result, guarded: tuple[str, ...]) -> str:
    """Return what the run-time guard found wrong, "" when all promises hold.

    That taking the reported edits back gives the source proves that nothing else changed.
    """
    if not result.revisions:
        return ""
    if _protected_texts(result.document) != guarded:
        return "an edit reached a protected span; nothing was changed"
    if result.undo() != result.source.text:
        return "taking the edits back did not give the source; nothing was changed"
    return ""
