"""Pure computing on model types; everything is a function of its arguments.

`now` is one of them, a date whose day has just begun. From the ground up: the numbers of a goal
(`progress`), who works for what (`alignment`), what was promised and said (`story`), the
organization as a whole (`landscape`), what two states differ in (`changes`), who has taken on how
much (`loads`), what people do to goals (`cycle`), what reports say (`reports`) and the facts for
other tools (`facts`).
"""
