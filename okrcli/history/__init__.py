"""Git history -> the state that is shown, and a series for each of its key results.

Reading starts `git` through the standard library, with one hardened prefix and a clean
environment (`plumbing`); importing GitPython would cost more than a whole warm report. Writing
(`plumbing.write`: a new repository, an imported history) goes through GitPython. `following` keeps
track of goals from commit to commit; `memory` keeps what was found in the cache of the user.
"""
