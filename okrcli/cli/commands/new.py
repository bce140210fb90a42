"""`okr new`, and what it makes."""

from typer import Typer

from okrcli.cli.editing.new_cycle import cycle
from okrcli.cli.editing.new_key_result import key_result
from okrcli.cli.editing.new_objective import objective
from okrcli.cli.editing.new_team import team

new = Typer(help="Make an objective, a key result, a team or a cycle.")
new.command("objective")(objective)
new.command("key-result")(key_result)
new.command("team")(team)
new.command("cycle")(cycle)
