"""Words that say what something is like, or what it is for: signs of a state that is wanted."""

QUALITIES = frozenset(
    "mindset trust spirit excellence momentum ownership potential joy chapter history"
    " awesome amazing best better best-in-class world-class great greatest outstanding"
    " exceptional excellent delightful effortless effortlessly seamless seamlessly"
    " smooth smoothly easy easily easier easiest simple simpler simplest fast faster"
    " fastest quick quicker quickest reliable dependable trusted loved beloved love"
    " loves delight delights happy happier happiest healthy healthier sustainable"
    " scalable high-performing high-quality high-performance successful successfully"
    " unforgettable remarkable legendary winning leading market-leading industry-leading"
    " inclusive safe safer safest secure robust resilient strong stronger strongest"
    " engaging inspiring memorable first-class must-have go-to next-generation top"
    " top-notch user-friendly customer-centric data-driven effective efficient"
    " innovative diverse proud kind kindest calm calmest fair fairer confident"
    " confidence unbeatable irresistible breakthrough record first only unique"
    " generation raving superb stunning killer stellar superior brilliant magical wow"
    " compelling cutting-edge state-of-the-art ready painless frictionless flawless"
    " flawlessly self-service smarter smart predictable accessible affordable meaningful"
    " lovable joyful fun worldwide globally right together culture groundbreaking"
    " revolutionary exciting attractive competitive profitable thriving vibrant"
    " beautiful intuitive pleasant comfortable transparent agile lean productive"
    " motivated engaged satisfied respected admired preferred iconic favourite favorite"
    " desirable premium stable visible valuable invaluable essential indispensable"
    " connected cohesive unified aligned empowered ideal perfect perfectly dream"
    " game-changing future-proof generous welcoming natural bulletproof rock-solid"
    " relevant unmissable nobody everyone everybody success".split()
)
# After these, a title says what the work is for.
PURPOSE = frozenset(
    "so that which who whom where whose without because until around instead rather"
    " when whenever while enabling making giving helping letting resulting leading".split()
)
# After these, a number is what came of the work.
OUTCOME = frozenset(
    "so that which who with resulting leading generating reaching attracting achieving"
    " bringing yielding producing getting gaining increasing reducing raising cutting"
    " growing lifting improving saving converting and from used until earning winning"
    " driving boosting lowering".split()
)
SUBORDINATE = PURPOSE | frozenset(("to", "how", "what", "as", "than", "if"))
FINITE = frozenset(
    "is are was were has becomes become feels feel can stays stay gets speaks speak"
    " works runs comes meets knows trusts takes helps turn turns win wins bring brings"
    " meet take come rely find know think reach reaches".split()
)
DETERMINERS = frozenset(
    "the our a an all every each any your their this these my its both new another some".split()
)
FREQUENCIES = frozenset("weekly monthly quarterly daily yearly annually annual regular".split())
# What ends a group of words around a noun.
STOPS = FREQUENCIES | frozenset(
    "of in on at for with to by from per through via during within across into onto"
    " over under about after before between among against towards toward until without"
    " beyond as than and or but that which who whom where when if so is are was were be"
    " been has have can will a an each every this next last while because below above up".split()
)
FILLERS = frozenset(
    "at least more than up a total of over minimum min all the our another about these"
    " those around approximately roughly some additional new further exactly for first"
    " top".split()
)
