"""Git history -> the state that is shown, and a series for each of its key results.

Reading starts `git` through the standard library, with one hardened prefix and a clean
environment (`git`); importing GitPython would cost more than a whole warm report. Writing
(`write`: a new repository, an imported history) goes through GitPython.
"""
