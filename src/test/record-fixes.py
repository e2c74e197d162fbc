#!/usr/bin/env python3
"""Records what Docker Compose makes of the projects in testdata/fixes that get safe fixes only.

For each folder safe-* it runs `docker compose config` in a copy of `before` and of `after` and writes both models to
docker.json (null where Docker refuses to load), with a digest of what it was asked of, so that a test can tell when a
folder was changed and not recorded again.

    src/test/record-fixes.py
    COMPOSE="docker compose"    the command to ask (2.26.1 made the files that are there)

No engine is needed.
"""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import compose

ROOT = Path(__file__).resolve().parents[2] / "testdata" / "fixes"


def main():
    for folder in sorted(ROOT.glob("safe-*")):
        recorded = {"of": digest(folder), "before": model(folder / "before"), "after": model(folder / "after")}
        text = json.dumps(recorded, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        (folder / "docker.json").write_text(text, encoding="utf-8")
        print(folder.name, "loads" if recorded["before"] else "is refused before", "and", bool(recorded["after"]))


def digest(folder):
    """The same as FixFixturesTest computes: names and bytes of all files, in order."""
    sha = hashlib.sha256()
    for side in ("before", "after"):
        for path in sorted((folder / side).rglob("*")):
            if path.is_file():
                sha.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()


def model(folder):
    with tempfile.TemporaryDirectory() as home:
        # one name for both, since the project is named after its folder
        project = Path(home) / "project"
        shutil.copytree(folder, project)
        done = compose.ask(project, home, ["config", "--format", "json"])
        if done.returncode != 0:
            return None
        return json.loads(done.stdout.decode("utf-8").replace(str(project), "."))


if __name__ == "__main__":
    main()
