"""The scripts of workflows, run as a forge runs them; gh only writes down what it is asked."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from okrcli.setup.templates import filled
from tests.running import Run
from tests.setup.grounds import ground, values

BASH = shutil.which("bash")
WORKFLOWS = ("okr-lint.yml", "okr-auto-merge.yml", "okr-checkin.yml")
_GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$GH_CALLS"
case "$1" in auth) exit 0;; esac
exit "${GH_CODE:-0}"
"""


def workflow(name: str) -> Any:  # noqa: ANN401 - any YAML
    """Read a workflow as it is written for a workspace at the top."""
    return values(filled(name, ground()))


def script(name: str, step: str) -> str:
    """Give the script of a step of a workflow."""
    steps = [each for job in workflow(name)["jobs"].values() for each in job["steps"]]
    return str(next(each["run"] for each in steps if each.get("name") == step))


class Runner(NamedTuple):
    """A machine of a forge: its tools, and the environment of a step."""

    tools: Path
    env: Mapping[str, str]

    def run(self, text: str, folder: Path, **env: str) -> Run:
        """Run a script in a folder."""
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-e", "-c", text],
            cwd=folder,
            env={**self.env, **env},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    @property
    def calls(self) -> list[str]:
        """Give what gh was asked for."""
        path = self.tools / "calls"
        return path.read_text("utf-8").splitlines() if path.exists() else []


def runner(tools: Path, env: Mapping[str, str]) -> Runner:
    """Set up a machine."""
    tools.mkdir()
    for name, text in (
        ("okr", f'#!/bin/sh\nexec "{sys.executable}" -m okrcli "$@"\n'),
        ("gh", _GH),
        ("sleep", "#!/bin/sh\n"),
    ):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return Runner(tools, {**env, "PATH": path, "GH_CALLS": str(tools / "calls")})
