"""What is new of key results, in words: won, moved, at risk, blocked, doubted."""

from collections.abc import Sequence

from okrcli.analysis.reports.news import News
from okrcli.analysis.reports.week import Week
from okrcli.model.key_result import Kind
from okrcli.render.numbers import number, out_of_ten, percent, with_unit
from okrcli.render.pages.lines import Called, line
from okrcli.render.pages.page import Item, Tone, Words
from okrcli.render.pages.words import SIGNS, line_words
from okrcli.render.words import count, open_blocker, status_word, value_phrase


class NewsWords:
    """Writes news of a week; people are called by their names."""

    def __init__(self, week: Week) -> None:
        """Take the week that the news are of."""
        self._now = week.moment.now
        self._called = Called(week.organization)

    def reached(self, news: News) -> Item:
        """Tell of a target that was reached."""
        value = value_phrase(news.report, SIGNS)
        said = "" if value == "done" else f" ({value})"
        return Item(
            [
                Words("Reached: ", Tone.GOOD),
                self._title(news),
                Words(f"{said}.{self._thanks(news)}"),
            ]
        )

    def steps(self, news: News) -> Item:
        """Tell of milestones that were finished."""
        steps = news.report.key_result.milestones
        done = f"{sum(bool(step.done) for step in steps)} of {len(steps)}"
        title = news.report.key_result.title or news.report.key_result.id
        return Item(
            [
                Words("Done: ", Tone.GOOD),
                Words(", ".join(news.steps), Tone.STRONG),
                Words(f", {done} milestones of: {title}.{self._thanks(news)}"),
            ]
        )

    def move(self, news: News) -> Item:
        """Tell how far a key result came."""
        points = Words(f"+{round(news.gain * 100)} points: ", Tone.GOOD)
        return Item([points, self._title(news), Words(f", {_way(news)}.{self._thanks(news)}")])

    def endangered(self, news: News) -> Item:
        """Tell of a key result that has become at risk."""
        report, before = news.report, news.before
        was = "" if before is None else f", it was {status_word(before.status)}"
        head = Words(f"Now {status_word(report.status)}: ", Tone.BAD)
        said = Words(f"{was}. {_why(news)}. {self._owner(news)}")
        return Item([head, self._title(news), said], self._more(news))

    def blocked(self, news: News) -> Item:
        """Tell what a key result waits for, and for how long."""
        head, blocker = self._blocker(news)
        said = Words(f". {blocker}. {self._owner(news)}")
        return Item([Words(head, Tone.BAD), self._title(news), said])

    def doubted(self, news: News) -> Item:
        """Tell of a fall in confidence."""
        was = 0.0 if news.before is None else news.before.key_result.confidence or 0.0
        now = news.report.key_result.confidence or 0.0
        said = Words(f", from {out_of_ten(was)} to {out_of_ten(now)}. {self._owner(news)}")
        head = Words("Less confident: ", Tone.WARNING)
        return Item([head, self._title(news), said], self._more(news))

    def still(self, news: News) -> Item:
        """Tell of what is at risk as it was before."""
        head = Words(f"Still {status_word(news.report.status)}: ", Tone.WARNING)
        return Item([head, self._title(news), Words(f". {_why(news)}. {self._owner(news)}")])

    def _title(self, news: News) -> Words:
        return Words(news.report.key_result.title or news.report.key_result.id, Tone.STRONG)

    def _owner(self, news: News) -> str:
        return f"Owner: {self._called.person(news.report.owner)}."

    def _thanks(self, news: News) -> str:
        people = [self._called.person(each) for each in news.people()]
        if not people:
            return ""
        *others, last = people
        return f" Thank you, {', '.join(others)} and {last}!" if others else f" Thank you, {last}!"

    def _blocker(self, news: News) -> tuple[str, str]:
        """Say how long it has been blocked, and by what."""
        days = (self._now - (news.blocked_since or self._now)).days
        head = f"Blocked for {count(days, 'day')}: " if days else "Blocked since today: "
        return head, (news.report.key_result.blocker or "").rstrip(". ")

    def _more(self, news: News) -> Sequence[Item]:
        """Give what it waits for, and what was written this week, which may say why."""
        found = []
        if open_blocker(news.report):
            found.append(Item(line("".join(self._blocker(news)) + ".")))
        last = news.said[-1] if news.said else None
        if last is not None and last.state.note:
            who = self._called.person(last.author) if last.author else "not committed"
            found.append(Item(line(Words(f"{who}: {last.state.note}", Tone.QUIET))))
        return found


def brief(item: Item) -> str:
    """Say what needs help in a few words: the title, then what is wrong, with which it begins."""
    (wrong, title, *_) = item.line
    return f"{line_words([title])} ({line_words([wrong]).rstrip(': ').lower()})"


def _way(news: News) -> str:
    """Say from where to where a value came, and how much of the way is done."""
    report, before = news.report, news.before
    done = f"{percent(report.progress or 0.0)} of the way"
    now = report.key_result.current
    was = None if before is None else before.key_result.current
    if report.key_result.kind is not Kind.METRIC or now is None or was is None:
        return done
    return f"{number(was)} {SIGNS.arrow} {with_unit(now, report.key_result.unit)}, {done}"


def _why(news: News) -> str:
    """Say why it is at risk."""
    report = news.report
    match report.reason:
        case "confidence":
            return f"Confidence is {out_of_ten(report.key_result.confidence or 0.0)}"
        case "bound":
            return f"{value_phrase(report, SIGNS)} is not kept"
    known = percent(report.progress or 0.0)
    return f"{known} done where {percent(report.expected)} was planned"
