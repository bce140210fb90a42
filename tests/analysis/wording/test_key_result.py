"""A key result's title is judged with what stands beside it."""

import pytest

from okrcli.analysis.wording.activity import counted_by_fields
from okrcli.analysis.wording.key_result import Fault, Fields, judge
from okrcli.analysis.wording.title import read


@pytest.mark.parametrize(
    ("text", "bare", "step"),
    [
        ("Improve onboarding", Fault.VAGUE, Fault.VAGUE),
        ("Launch the app", Fault.TASK, Fault.TASK),
        ("Customers are happy", Fault.VAGUE, None),
        ("New website launched", Fault.TASK, None),
        ("Publish 10 blog posts", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Reduce churn from 5% to 3%", None, None),
        ("Obtain ISO 27001 certification", None, None),
        ("Every invoice is paid in time", None, None),
        ("Improve every process", Fault.VAGUE, Fault.VAGUE),
        ("Increase revenue within 3 months", Fault.VAGUE, Fault.VAGUE),
        ("Answer within 3 days", None, None),
        ("Launch the app within 3 months", Fault.TASK, Fault.TASK),
        ("Complete 100% of the roadmap", Fault.TASK, Fault.TASK),
        ("Train 100% of our nurses", None, None),
        ("Launch in 3 countries", None, None),
        ("Ship 50,000 bikes", None, None),
        ("Ship 5 features", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Spend $50k on ads", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Spend less than $50k on ads", None, None),
        ("Gather feedback from 20 users", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Conduct interviews with 20 users", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Host a webinar with 500 guests", None, None),
        ("Get 500 reviews", None, None),
        ("Publish 10 posts that bring 400 trials", None, None),
        ("Publish 10 posts that inspire", Fault.ACTIVITY, Fault.ACTIVITY),
        ("Fewer than 5 meetings a week", None, None),
        ("20% of meetings start late", None, None),
        ("Meetings start on time in 9 of 10 cases", None, None),
        ("", None, None),
    ],
)
def test_faults(text: str, bare: Fault | None, step: Fault | None) -> None:
    for fields, fault in ((Fields.NONE, bare), (Fields.STEPS, step), (Fields.NUMBERS, None)):
        found = judge(read(text), fields)
        assert (found.fault if found else None) is fault


@pytest.mark.parametrize(
    ("text", "unit", "activity"),
    [
        ("Blog posts published", "posts", "Blog posts"),
        ("Number of sales calls", "calls a week", "sales calls"),
        ("Our blog wakes up", "blog posts", "blog posts"),
        ("Story points delivered", "story points", "Story points"),
        ("Support calls per order", "calls", None),
        ("Calls that lead to a trial", "calls", None),
        ("Interviews with an answer in a week", "%", None),
        ("Customers who open our e-mails", "customers", None),
    ],
)
def test_what_numbers_count(text: str, unit: str, activity: str | None) -> None:
    assert counted_by_fields(read(text), unit) == activity
