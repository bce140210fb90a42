"""The kick-off of a cycle as a page."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.reports.plan import Intent, News, Plan, TeamPlan
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.render.alignment.outline import Draw, who_works_for_what
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import promise_words
from okrcli.render.pages.lines import Called, bullets, line, notices, subtitle, team_name
from okrcli.render.pages.page import Block, Bullets, Item, Page, Paragraph, Section, Tone, Words
from okrcli.render.words import count

_GLYPHS = glyphs(ascii_only=False)
_NEW = "New"
_DECIDED = {"continue": "to go on", "change": "to be changed"}


def plan_page(plan: Plan, alignment: Draw) -> Page:
    """Say what is meant, why, by whom, and what is new; `alignment` draws the objectives' tree."""
    title = f"{plan.cycle.name}: what we set out to do"
    if plan.about is not None:
        title = f"{title} ({team_name(plan.about)})"
    return Page(title, subtitle(plan.moment), _notices(plan), list(_blocks(plan, alignment)))


def _notices(plan: Plan) -> Sequence[str]:
    drafts = sum(each.draft for each in plan.intents())
    told = [f"still drafts, which may change: {count(drafts, 'objective')}"] if drafts else []
    return [*notices(plan.moment), *told]


def _blocks(plan: Plan, alignment: Draw) -> Iterator[Block]:
    if plan.organization.vision:
        yield Paragraph(line(Words(plan.organization.vision, Tone.STRONG)))
    yield Paragraph(line(_lead(plan)))
    called = Called(plan.organization)
    if plan.above:
        above = [_intent(each, called, detailed=False) for each in plan.above]
        yield Section("What all of it serves", [Bullets(above)])
    for team in plan.teams:
        yield Section(_heading(team, called), [Bullets(list(_intents(team, called)))])
    if plan.teams:
        yield who_works_for_what(alignment, plan.cycle.name, numbers=False)
    yield from _news(plan)
    yield from _lessons(plan, called)


def _lead(plan: Plan) -> str:
    intents = plan.intents()
    if not intents:
        return "No objectives are set for this cycle yet."
    stretch = sum(each.objective.aspirational for each in intents)
    parts = [
        f"{amount} {words}"
        for amount, words in (
            (len(intents) - stretch, "that we commit to"),
            (stretch, "that we stretch for and may miss"),
        )
        if amount
    ]
    objectives, teams = count(len(intents), "objective"), count(len(plan.teams), "team")
    last = plan.cycle.period.last_day
    return f"{objectives} of {teams} until {last}: {' and '.join(parts)}."


def _heading(team: TeamPlan, called: Called) -> str:
    lead = team.team.lead
    return team_name(team.team) + (f", led by {called.person(lead)}" if lead else "")


def _intents(team: TeamPlan, called: Called) -> Iterator[Item]:
    for each in team.intents:
        yield _intent(each, called, detailed=True)


def _intent(intent: Intent, called: Called, *, detailed: bool) -> Item:
    objective = intent.objective
    marks = [
        called.person(objective.owner) if objective.owner else "nobody owns it yet",
        "stretch" if objective.aspirational else "",
        "draft" if intent.draft else "",
    ]
    head = line(
        Words(objective.title or objective.id, Tone.STRONG),
        Words(f" ({', '.join(filter(None, marks))})", Tone.QUIET),
    )
    return Item(head, list(_below(intent, called)) if detailed else list(_why(intent)))


def _below(intent: Intent, called: Called) -> Iterator[Item]:
    yield from _why(intent)
    owner = intent.objective.owner
    kept = (each for each in intent.objective.key_results if not (each.close and each.close.drops))
    for each in kept:
        promise = _promise(each)
        said = f": {promise}" if promise else ""
        whose = f" ({called.person(each.owner)})" if each.owner and each.owner != owner else ""
        yield Item(line(each.title or each.id, Words(said, Tone.QUIET), Words(whose, Tone.QUIET)))


def _promise(key_result: KeyResult) -> str:
    steps = [step.title for step in key_result.milestones]
    return ", ".join(steps) if steps else promise_words(key_result, _GLYPHS)


def _why(intent: Intent) -> Iterator[Item]:
    if intent.objective.why:
        yield Item(line(Words("Why: ", Tone.QUIET), intent.objective.why))
    serves = list(dict.fromkeys(intent.serves))
    if serves:
        yield Item(line(Words("Serves: ", Tone.QUIET), "; ".join(serves)))
    elif intent.pillar:
        yield Item(line(Words("Serves: ", Tone.QUIET), intent.pillar))
    elif intent.objective.standalone:
        yield Item(line(Words("Stands alone: ", Tone.QUIET), intent.objective.standalone))


def _news(plan: Plan) -> Iterator[Section]:
    """Yield what is new, what goes on and what has ended."""
    if plan.before is None:
        return
    told = [
        (words, titles)
        for words, titles in (
            (_NEW, _titles(plan, News.NEW)),
            ("Goes on", _titles(plan, News.CONTINUED)),
            ("Ended", [_ended(each) for each in plan.ended]),
        )
        if titles
    ]
    entries = [
        Item(line(Words(f"{words}: {len(titles)}", Tone.STRONG)), _listed(words, titles, plan))
        for words, titles in told
    ]
    if entries:
        yield Section(f"New against {plan.before.name}", [Bullets(entries)])


def _listed(words: str, titles: Sequence[str], plan: Plan) -> Sequence[Item]:
    """List titles; where everything is new, the page has named all of it already."""
    if words == _NEW and len(titles) == len(plan.intents()):
        return [Item(line("all of them"))]
    return [Item(line(each)) for each in titles]


def _titles(plan: Plan, news: News) -> list[str]:
    return [
        each.objective.title or each.objective.id for each in plan.intents() if each.news is news
    ]


def _ended(objective: Objective) -> str:
    title, close = objective.title or objective.id, objective.close
    return title if close is None else f"{title} ({_DECIDED.get(close.decision, close.decision)})"


def _lessons(plan: Plan, called: Called) -> Iterator[Section]:
    if plan.before is None or not (plan.lessons or plan.actions):
        return
    blocks: list[Block] = []
    if plan.lessons:
        lessons = [
            line(
                Words(f"{team_name(plan.organization.team(each.team))}: ", Tone.QUIET),
                each.text,
            )
            for each in plan.lessons
        ]
        blocks.append(bullets(lessons))
    if plan.actions:
        blocks.append(Paragraph(line(Words("What we do differently now:", Tone.STRONG))))
        blocks.append(
            bullets(
                line(
                    each.action.action,
                    f" ({called.person(each.action.owner)})" if each.action.owner else "",
                    Words(", done", Tone.GOOD) if each.action.done else "",
                )
                for each in plan.actions
            )
        )
    yield Section(f"What {plan.before.name} taught us", blocks)
