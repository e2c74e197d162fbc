#!/usr/bin/env python3
"""Records whether Docker Compose loads the fixtures of rules and of fixes before and after their fixes.

    mvn test -Dtest=FixedFixturesTest -Dplimsoll.fixed=target/fixed
    src/test/record-fixed.py
    COMPOSE="docker compose"    the command to ask (2.40.3 made the file that is there)

The test leaves the projects in target/fixed: `before`, `after`, and `use.txt` with a name, a digest of both and the files
that are loaded together. This program writes a line of each to testdata/fixes/loads.tsv: name, digest, and what Docker
does with it before and after, `loads` or `refuses`. Only that is kept, never a message of Docker's. No engine is needed.
"""

import sys
import tempfile
from pathlib import Path

import compose

ROOT = Path(__file__).resolve().parents[2]


def main():
    lines = []
    with tempfile.TemporaryDirectory() as home:
        for use in sorted((ROOT / "target" / "fixed").rglob("use.txt")):
            name, digest, files = use.read_text(encoding="utf-8").splitlines()
            verdicts = [verdict(use.parent / side, files.split("+"), home) for side in ("before", "after")]
            lines.append("\t".join([name, digest, *verdicts]))
            if verdicts == ["loads", "refuses"]:
                print(f"{name}: the fixes break it", file=sys.stderr)
    lines.sort()
    (ROOT / "testdata" / "fixes" / "loads.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} ways to use the fixtures")


def verdict(folder, files, home):
    options = [word for file in files for word in ("--file", file)]
    done = compose.ask(folder, home, ["--project-name", "project", *options, "config", "--quiet"])
    return "loads" if done.returncode == 0 else "refuses"


if __name__ == "__main__":
    main()
