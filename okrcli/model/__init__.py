"""What an OKR is.

The types of the program are frozen: named tuples, because they are made by the hundred thousand
from a history (decisions.md). What may be written in a file is said once more, in full and with
descriptions, by the pydantic models in `forms`.
"""
