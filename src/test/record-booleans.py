#!/usr/bin/env python3
"""Records which spellings of a boolean Docker Compose takes at each key that wants one.

testdata/schema/booleans.yaml holds a small project for each key, with VALUE in the boolean's place. Each is loaded with
each spelling below; testdata/schema/booleans.tsv has a line for each key with what came of it: "loads" or "refused".

    src/test/record-booleans.py
    COMPOSE="docker compose"                    the command to ask (2.40.3 made the file that is there)

No engine is needed.
"""

import tempfile
from pathlib import Path

import compose

FOLDER = Path(__file__).resolve().parents[2] / "testdata" / "schema"
VALUES = ["true", "False", "yes", "no", "On", "y", '"no"', '"true"', '"false"', "0", "1", "2", "maybe", "${X:-true}",
          "${X:-no}", "${X:-1}"]


def main():
    lines = ["\t".join(["key", *VALUES])]
    for document in (FOLDER / "booleans.yaml").read_text(encoding="utf-8").split("--- # ")[1:]:
        key, _, project = document.partition("\n")
        lines.append("\t".join([key, *(outcome(project.replace("VALUE", value)) for value in VALUES)]))
    (FOLDER / "booleans.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} keys, {len(VALUES)} values")


def outcome(project):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "compose.yaml").write_text(project, encoding="utf-8")
        Path(folder, "e.env").write_text("A=1\n", encoding="utf-8")
        done = compose.ask(folder, folder, ["config", "--quiet"])
    return "loads" if done.returncode == 0 else "refused"


if __name__ == "__main__":
    main()
