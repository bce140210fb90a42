"""Verbs, by what kind of goal they begin."""

UP = frozenset(
    "increase grow raise boost lift expand maximise maximize double triple quadruple"
    " multiply gain extend uplift".split()
)
DOWN = frozenset(
    "reduce decrease lower cut shrink minimise minimize halve slash trim curb drop"
    " lessen shorten".split()
)
BETTER = frozenset(
    "improve enhance optimise optimize strengthen better accelerate deepen streamline"
    " refine drive scale advance facilitate encourage promote ensure".split()
)
CHANGE = UP | DOWN | BETTER

# The work itself: whatever follows is something that was done.
WORK = frozenset(
    "launch relaunch release ship publish implement deploy write rewrite redesign"
    " refactor install introduce configure draft document replatform setup".split()
)
# Activities: what follows was talked to, looked at, gone to.
ACTIVITY = frozenset(
    "conduct organise organize attend visit interview survey contact call email phone"
    " host perform research investigate analyse analyze review evaluate assess discuss"
    " identify explore brainstorm schedule define test participate post tweet present"
    " speak talk spend practise practice negotiate communicate consult pitch invite"
    " shadow coach mentor pilot prototype map observe validate shortlist join sponsor"
    " watch study invest monitor track".split()
)
# Work when it stands alone, or when pieces of work are counted: "train 80% of us" is none.
FINISH = frozenset(
    "complete finish finalise finalize migrate train hire recruit automate update"
    " upgrade prepare plan execute start begin rollout rebrand onboard appoint renovate"
    " purchase buy procure transfer switch integrate move".split()
)
# Work only where a deliverable follows: "build trust" and "open a market" are none.
MAKING = frozenset(
    "rebuild find select choose build create develop deliver design produce open run"
    " hold make do give add set provide establish offer submit send fix prepare plan"
    " move execute start begin code revamp overhaul replace adopt restructure reorganise"
    " reorganize consolidate standardise standardize digitise digitize translate upload"
    " distribute apply retire decommission compile".split()
)
# Of these, pieces of work are counted, whatever they are called.
CRAFT = frozenset("design code draft translate compile".split())
# What these bring in was given by somebody else.
EARNING = frozenset("book win secure earn generate attract land close source convert".split())
GATHERING = frozenset(("get", "gather", "collect"))
SPENDING = frozenset(("spend", "invest"))
OUTPUT = WORK | ACTIVITY | FINISH | MAKING

# In an objective these are as often a state ("explore new worlds") as a task.
OPEN_ENDED = frozenset(
    "explore present speak talk call spend practise practice communicate discuss"
    " prepare plan execute start begin move onboard transfer switch identify contact"
    " define map study watch join invest coach mentor validate invite".split()
)
KEEPING = frozenset(("maintain", "continue", "keep", "sustain", "preserve"))
REACHING = frozenset(
    "achieve obtain reach get receive earn win secure pass become attain gain be close"
    " sign complete".split()
)

# Surely verbs wherever they stand after "and": what joins two goals.
JOINED = (
    (CHANGE | WORK)
    - frozenset("better lower cut document release scale drive lift advance draft setup".split())
) | frozenset(
    "achieve acquire attract become build create deliver delight develop eliminate"
    " establish hire modernise modernize retain simplify win".split()
)
LOWERING = frozenset(("cut", "lower", "launch", "release", "scale", "drive"))

# What a purpose begins with after "to", besides all of the above.
_PURPOSES = frozenset(
    "help make give let enable allow save serve keep stay win delight free protect"
    " inspire bring turn become attract retain engage simplify transform eliminate avoid"
    " prevent support meet reach achieve generate acquire convert understand learn"
    " empower".split()
)
PURPOSES = (
    CHANGE | _PURPOSES | frozenset(("create", "build", "deliver", "provide", "get", "unlock"))
)
KNOWN = CHANGE | OUTPUT | KEEPING | REACHING | _PURPOSES | JOINED

NOMINAL = frozenset(
    "launch relaunch release implementation introduction creation completion"
    " development installation migration rollout deployment redesign publication"
    " finalisation finalization integration organisation organization preparation setup"
    " upgrade refactoring rewrite automation conversion".split()
)
ENDING = frozenset(
    "launch relaunch redesign migration rollout implementation upgrade refactoring"
    " rewrite deployment".split()
)
DONE = frozenset(
    "launched relaunched released shipped published implemented deployed written"
    " rewritten redesigned refactored installed introduced configured drafted documented"
    " conducted organised organized attended visited interviewed held made sent created"
    " built developed delivered produced completed finished finalised finalized"
    " performed posted recorded done run hosted logged placed given merged planned"
    " submitted migrated trained automated updated upgraded prepared executed".split()
)
