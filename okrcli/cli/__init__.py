"""The command line: arguments in, exit code out.

A command is a function in a file of its own in `commands`: it takes its options (`options`), asks
the `session` for what it needs, gives that to a renderer and returns the exit code. `app` registers
it. What commands are made of is in `reading`, `checking`, `editing` and `reports`. Nothing here
imports anything heavy before a command needs it.
"""
