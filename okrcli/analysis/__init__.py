"""Pure computing on model types: progress, expected progress, status, forecast, summaries.

Everything is a function of its arguments; `now` is one of them, a date whose day has just begun.
"""
