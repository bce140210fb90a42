"""The straightforward way to read a history: GitPython's commits and diffs, ruamel's round trip.

Run it as `python -m tests.benchmarks.straightforward FOLDER COMMITS`.
"""

import sys

from git import Repo
from ruamel.yaml import YAML


def main(folder: str, count: int) -> int:
    """Read the files that each of the newest commits changed, as they are after it."""
    yaml, found = YAML(), 0
    for commit in Repo(folder).iter_commits(paths="okrs", max_count=count, first_parent=True):
        if not commit.parents:
            continue
        for change in commit.parents[0].diff(commit, paths="okrs"):
            if change.b_blob is not None:
                found += yaml.load(change.b_blob.data_stream.read()) is not None
    return found


if __name__ == "__main__":
    if int(sys.argv[2]):
        main(sys.argv[1], int(sys.argv[2]))
