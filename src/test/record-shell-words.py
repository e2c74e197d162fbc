#!/usr/bin/env python3
"""Records into what words bash cuts the docker commands of testdata/shell/cases.sh.

A case is what stands between two lines `----`. Each is run by bash with a function in place of docker that only writes
down its arguments, in an empty directory. The outcome, testdata/shell/words.txt, has a line for each command: the number
of the case and its words, parted by tabs, with \\\\, \\t, \\n for a backslash, tab and line break in a word. Where a case
has a comment or branch for a command that bash never comes to, it is called "never" and left out of the comparison.

    src/test/record-shell-words.py              bash 5.2 made the file that is there
"""

import os
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "testdata" / "shell"

# what the recording calls the directory that the commands were run in
DIRECTORY = "/home/user/project"

PRELUDE = r"""
docker() { { printf '%s\0' "$@"; printf '\1'; } >&9; }
sudo() { while [[ $1 == -* || $1 == *=* ]]; do if [[ $1 == -u ]]; then shift; fi; shift; done; "$@"; }
env() { while [[ $1 == -* || $1 == *=* ]]; do if [[ $1 == -u ]]; then shift; fi; shift; done; "$@"; }
nohup() { "$@"; }
exec() { "$@"; }
command() { "$@"; }
"""


def escaped(word):
    return word.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def record(case, folder):
    out = Path(folder) / "out"
    out.write_bytes(b"")
    work = Path(folder) / "work"
    work.mkdir(exist_ok=True)
    descriptor = os.open(out, os.O_WRONLY | os.O_APPEND)
    os.dup2(descriptor, 9, inheritable=True)
    subprocess.run(
        ["bash", "--norc", "-c", PRELUDE + case],
        cwd=work,
        env={"PATH": os.environ["PATH"], "HOME": "/home/user", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[9],
        timeout=20,
        check=False,
    )
    os.close(descriptor)
    # the same bytes at every recording, wherever the empty directory was
    written = out.read_bytes().decode("utf-8").replace(str(work), DIRECTORY)
    commands = written.split("\1")[:-1]
    return [command.split("\0")[:-1] for command in commands]


def main():
    cases = (FOLDER / "cases.sh").read_text(encoding="utf-8").split("\n----\n")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases, 1):
            for words in record(case, folder):
                lines.append("\t".join([str(number)] + [escaped(word) for word in words]) + "\n")
    (FOLDER / "words.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(cases)} cases, {len(lines)} commands")


if __name__ == "__main__":
    main()
