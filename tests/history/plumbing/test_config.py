"""What git is configured to, as git in a folder sees it."""

import subprocess
from pathlib import Path

from okrcli.history.plumbing.config import configured, remote_urls
from okrcli.history.plumbing.write import configure


def test_a_setting_is_what_was_set_in_this_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    assert configured(tmp_path, "merge.okr.driver") is None
    configure(tmp_path, "merge.okr.driver", "okr merge-driver %O 'a b' \"c\" #d")
    assert configured(tmp_path, "merge.okr.driver") == "okr merge-driver %O 'a b' \"c\" #d"


def test_all_remotes_are_told(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    assert remote_urls(tmp_path) == []
    for name in ("origin", "other"):
        url = f"https://{name}.example/a b"
        subprocess.run(["git", "-C", str(tmp_path), "remote", "add", name, url], check=True)
    assert remote_urls(tmp_path) == ["https://origin.example/a b", "https://other.example/a b"]
