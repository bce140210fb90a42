"""The names of the commands, each with the sentence that help and completion show for it.

Each is a function in a module of its name (`_` for `-`), whose docstring begins with the sentence.
Where only the names matter, none of these modules is imported: there are many.
"""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "alignment": "Tell how much of the work leads to the vision.",
    "announce": "Send a report to where people talk.",
    "audit": "Find what only the history and the clock can tell.",
    "cache": "Show or clear what is remembered of histories.",
    "checkin": "Say where a key result stands.",
    "close": "Say how goals end, and look back on the cycle.",
    "demo": "Make a company with a history, to try okr on.",
    "diff": "Tell how the goals differ, by meaning and not by line.",
    "due": "Show who owes a check-in, and since when.",
    "export": "Write all facts as tables for other tools.",
    "init": "Start a workspace in this folder.",
    "kpis": "Show whether what must stay healthy is.",
    "lessons": "Find what was learned before.",
    "lint": "Find what is wrong in the OKR files.",
    "log": "Tell what was said and changed, and when.",
    "merge-driver": "Merge an OKR file, for git.",
    "mv": "Rename an objective or a key result, or move it.",
    "needs": "Show which teams wait for one another.",
    "new": "Make an objective, a key result, a team or a cycle.",
    "owners": "Show what each person answers for.",
    "progress": "Show how far the objectives have come.",
    "publish": "Make drafts live: they count from then on.",
    "ready": "Show what stands between drafts and their start.",
    "report": "Write a report to be read, or pasted where people are.",
    "revise": "Change a promise, and say why.",
    "rm": "Give an objective or a key result up.",
    "rules": "Show what lint and audit look for.",
    "schema": "Print a JSON Schema, so that an editor completes and checks.",
    "setup": "Connect a workspace to its forge, to hooks, editors and git.",
    "show": "Show everything about one goal.",
    "teams": "Show what each team has taken on.",
    "tree": "Show who works for what, from the vision down.",
}
