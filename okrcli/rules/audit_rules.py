"""The rules of `okr audit`, in one tuple of their own: `okr lint` never loads them."""

from collections.abc import Sequence
from typing import Any

from okrcli.model.settings import LintSettings
from okrcli.rules import RULES
from okrcli.rules.ambition.sandbagging import Sandbagging
from okrcli.rules.ambition.serial_overachievement import SerialOverachievement
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.base import Rule
from okrcli.rules.integrity.backdated_check_in import BackdatedCheckIn
from okrcli.rules.integrity.bulk_update import BulkUpdate
from okrcli.rules.integrity.check_in_by_outsider import CheckInByOutsider
from okrcli.rules.integrity.disordered_clock import DisorderedClock
from okrcli.rules.integrity.dropped_key_result import DroppedKeyResult
from okrcli.rules.integrity.eased_target import EasedTarget
from okrcli.rules.integrity.future_date import FutureDate
from okrcli.rules.integrity.late_edit import LateEdit
from okrcli.rules.integrity.late_key_result import LateKeyResult
from okrcli.rules.integrity.late_objective import LateObjective
from okrcli.rules.integrity.moved_deadline import MovedDeadline
from okrcli.rules.integrity.reworded_key_result import RewordedKeyResult
from okrcli.rules.integrity.rewritten_baseline import RewrittenBaseline
from okrcli.rules.integrity.unreadable_history import UnreadableHistory
from okrcli.rules.learning.missing_retrospective import MissingRetrospective
from okrcli.rules.learning.unclosed_objective import UnclosedObjective
from okrcli.rules.rhythm.confidence_against_pace import ConfidenceAgainstPace
from okrcli.rules.rhythm.kpi_out_of_bounds import KpiOutOfBounds
from okrcli.rules.rhythm.missing_check_in import MissingCheckIn
from okrcli.rules.rhythm.missing_confidence import MissingConfidence
from okrcli.rules.rhythm.stale_check_in import StaleCheckIn
from okrcli.rules.rhythm.unearned_confidence import UnearnedConfidence
from okrcli.rules.rhythm.unmeasured_baseline import UnmeasuredBaseline

AUDIT_RULES: tuple[AuditRule, ...] = (
    StaleCheckIn(),
    MissingCheckIn(),
    MissingConfidence(),
    UnmeasuredBaseline(),
    ConfidenceAgainstPace(),
    UnearnedConfidence(),
    KpiOutOfBounds(),
    Sandbagging(),
    SerialOverachievement(),
    UnclosedObjective(),
    MissingRetrospective(),
    EasedTarget(),
    RewrittenBaseline(),
    MovedDeadline(),
    DroppedKeyResult(),
    RewordedKeyResult(),
    LateObjective(),
    LateKeyResult(),
    LateEdit(),
    BackdatedCheckIn(),
    FutureDate(),
    CheckInByOutsider(),
    BulkUpdate(),
    UnreadableHistory(),
    DisorderedClock(),
)

EVERY_RULE: tuple[Rule[Any], ...] = (*RULES, *AUDIT_RULES)


def rules_for(subject: AuditInput) -> Sequence[AuditRule]:
    """Choose the rules that have something to say: not all are about a branch."""
    return [rule for rule in AUDIT_RULES if rule.of_changes or subject.change is None]


def settings_for(settings: LintSettings) -> LintSettings:
    """Read the settings for an audit: a selection among the rules of lint alone is none here."""
    names = {name for rule in AUDIT_RULES for name in (rule.name, rule.family)}
    selected = tuple(name for name in settings.select if name in names)
    return settings._replace(select=selected)
