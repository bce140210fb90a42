"""The rules: one a file, in a folder a family, and all of them in one tuple.

A new rule is a file, its import and its line in `RULES`; documentation, settings, output and tests
follow from there.
"""

from okrcli.rules.alignment.alignment_cycle import AlignmentCycle
from okrcli.rules.alignment.dependency_cycle import DependencyCycle
from okrcli.rules.alignment.idle_pillar import IdlePillar
from okrcli.rules.alignment.later_parent import LaterParent
from okrcli.rules.alignment.near_duplicate import NearDuplicate
from okrcli.rules.alignment.orphan_objective import OrphanObjective
from okrcli.rules.alignment.unconfirmed_dependency import UnconfirmedDependency
from okrcli.rules.alignment.unsupported_objective import UnsupportedObjective
from okrcli.rules.base import LintRule
from okrcli.rules.clarity.business_as_usual import BusinessAsUsual
from okrcli.rules.clarity.compound_objective import CompoundObjective
from okrcli.rules.clarity.digits_in_objective import DigitsInObjective
from okrcli.rules.clarity.long_objective import LongObjective
from okrcli.rules.clarity.task_as_objective import TaskAsObjective
from okrcli.rules.clarity.undeclared_ambition import UndeclaredAmbition
from okrcli.rules.clarity.vague_objective import VagueObjective
from okrcli.rules.focus.missing_priority import MissingPriority
from okrcli.rules.focus.too_few_key_results import TooFewKeyResults
from okrcli.rules.focus.too_many_key_results import TooManyKeyResults
from okrcli.rules.focus.too_many_objectives import TooManyObjectives
from okrcli.rules.form.ambiguous_reference import AmbiguousReference
from okrcli.rules.form.duplicate_id import DuplicateId
from okrcli.rules.form.duplicate_key import DuplicateKey
from okrcli.rules.form.field_order import FieldOrder
from okrcli.rules.form.ignore_without_reason import IgnoreWithoutReason
from okrcli.rules.form.invalid_value import InvalidValue
from okrcli.rules.form.invalid_yaml import InvalidYaml
from okrcli.rules.form.missing_field import MissingField
from okrcli.rules.form.mixed_kinds import MixedKinds
from okrcli.rules.form.placeholder_text import PlaceholderText
from okrcli.rules.form.unknown_document import UnknownDocument
from okrcli.rules.form.unknown_field import UnknownField
from okrcli.rules.form.unknown_kpi import UnknownKpi
from okrcli.rules.form.unknown_person import UnknownPerson
from okrcli.rules.form.unknown_pillar import UnknownPillar
from okrcli.rules.form.unknown_reference import UnknownReference
from okrcli.rules.form.unknown_rule import UnknownRule
from okrcli.rules.form.unknown_team import UnknownTeam
from okrcli.rules.form.unreadable_file import UnreadableFile
from okrcli.rules.form.unused_ignore import UnusedIgnore
from okrcli.rules.learning.missing_lesson import MissingLesson
from okrcli.rules.learning.unexplained_miss import UnexplainedMiss
from okrcli.rules.learning.unexplained_score import UnexplainedScore
from okrcli.rules.measure.activity_metric import ActivityMetric
from okrcli.rules.measure.back_loaded_milestones import BackLoadedMilestones
from okrcli.rules.measure.contradictory_title import ContradictoryTitle
from okrcli.rules.measure.date_outside_cycle import DateOutsideCycle
from okrcli.rules.measure.inverted_bound import InvertedBound
from okrcli.rules.measure.metric_counted_twice import MetricCountedTwice
from okrcli.rules.measure.milestones_only import MilestonesOnly
from okrcli.rules.measure.missing_unit import MissingUnit
from okrcli.rules.measure.short_stretch import ShortStretch
from okrcli.rules.measure.task_as_key_result import TaskAsKeyResult
from okrcli.rules.measure.vague_key_result import VagueKeyResult
from okrcli.rules.measure.zero_distance import ZeroDistance
from okrcli.rules.ownership.outside_owner import OutsideOwner
from okrcli.rules.ownership.overloaded_owner import OverloadedOwner
from okrcli.rules.ownership.several_owners import SeveralOwners

RULES: tuple[LintRule, ...] = (
    InvalidYaml(),
    DuplicateKey(),
    UnreadableFile(),
    UnknownDocument(),
    UnknownField(),
    MissingField(),
    InvalidValue(),
    MixedKinds(),
    DuplicateId(),
    UnknownTeam(),
    UnknownPerson(),
    UnknownReference(),
    AmbiguousReference(),
    UnknownKpi(),
    UnknownPillar(),
    PlaceholderText(),
    FieldOrder(),
    IgnoreWithoutReason(),
    UnknownRule(),
    UnusedIgnore(),
    DigitsInObjective(),
    LongObjective(),
    CompoundObjective(),
    VagueObjective(),
    TaskAsObjective(),
    BusinessAsUsual(),
    UndeclaredAmbition(),
    ZeroDistance(),
    InvertedBound(),
    ShortStretch(),
    DateOutsideCycle(),
    ContradictoryTitle(),
    TaskAsKeyResult(),
    VagueKeyResult(),
    ActivityMetric(),
    MissingUnit(),
    MilestonesOnly(),
    BackLoadedMilestones(),
    MetricCountedTwice(),
    AlignmentCycle(),
    DependencyCycle(),
    OrphanObjective(),
    UnsupportedObjective(),
    LaterParent(),
    IdlePillar(),
    UnconfirmedDependency(),
    NearDuplicate(),
    SeveralOwners(),
    OutsideOwner(),
    OverloadedOwner(),
    TooManyObjectives(),
    TooFewKeyResults(),
    TooManyKeyResults(),
    MissingPriority(),
    UnexplainedScore(),
    UnexplainedMiss(),
    MissingLesson(),
)
