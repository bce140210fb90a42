"""The rules: one a file, in a folder a family, and all of them in one tuple.

A new rule is a file, its import and its line in `RULES`; documentation, settings, output and tests
follow from there.
"""

from okrcli.rules.base import LintRule
from okrcli.rules.clarity.undeclared_ambition import UndeclaredAmbition
from okrcli.rules.focus.missing_priority import MissingPriority
from okrcli.rules.focus.too_few_key_results import TooFewKeyResults
from okrcli.rules.focus.too_many_key_results import TooManyKeyResults
from okrcli.rules.focus.too_many_objectives import TooManyObjectives
from okrcli.rules.form.ambiguous_reference import AmbiguousReference
from okrcli.rules.form.duplicate_id import DuplicateId
from okrcli.rules.form.duplicate_key import DuplicateKey
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
from okrcli.rules.form.unknown_team import UnknownTeam
from okrcli.rules.form.unreadable_file import UnreadableFile
from okrcli.rules.measure.back_loaded_milestones import BackLoadedMilestones
from okrcli.rules.measure.date_outside_cycle import DateOutsideCycle
from okrcli.rules.measure.inverted_bound import InvertedBound
from okrcli.rules.measure.metric_counted_twice import MetricCountedTwice
from okrcli.rules.measure.milestones_only import MilestonesOnly
from okrcli.rules.measure.missing_unit import MissingUnit
from okrcli.rules.measure.short_stretch import ShortStretch
from okrcli.rules.measure.zero_distance import ZeroDistance

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
    UndeclaredAmbition(),
    ZeroDistance(),
    InvertedBound(),
    ShortStretch(),
    DateOutsideCycle(),
    MissingUnit(),
    MilestonesOnly(),
    BackLoadedMilestones(),
    MetricCountedTwice(),
    TooManyObjectives(),
    TooFewKeyResults(),
    TooManyKeyResults(),
    MissingPriority(),
)
