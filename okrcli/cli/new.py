"""`okr new`, and what it makes."""

from typer import Typer

from okrcli.cli.new_cycle import cycle

new = Typer(help="Make an objective, a key result, a team or a cycle.")
new.command("cycle")(cycle)
