#!/usr/bin/env python3
"""Records which commands of testdata/dockerrun/commands.tsv the docker client takes.

Each line there holds an outcome, a word for the reason, and a command in a shell's quotes. This program asks the client
anew for every command and writes the first two columns. Only the outcome and the word are kept, never a message of
Docker's. A line that begins with # is a comment.

    src/test/record-docker-commands.py
    DOCKER=docker                               the client to ask (28.5.2 made the file that is there)

No engine is needed: the client checks flags and values before it asks for one, and is told of an engine that is not
there. That it then complains of the engine is how a command is seen to be taken.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

DOCKER = os.environ.get("DOCKER", "docker")
FILE = Path(__file__).resolve().parents[2] / "testdata" / "dockerrun" / "commands.tsv"
SECONDS = 20
NO_ENGINE = ("Cannot connect to the Docker daemon", "failed to connect to the docker API")

# said of -it where there is no terminal, after the values were checked
NO_TERMINAL = "not a TTY"

# what the client logs besides, if it is asked to
LOG_LINE = "time="

# a part of the client's message, and our word for it; the first that fits counts
REASONS = [
    ("unknown flag", "unknown flag"),
    ("unknown shorthand", "unknown flag"),
    ("bad flag syntax", "syntax"),
    ("needs an argument", "no value"),
    ("requires at least", "no image"),
    ("requires at most", "second name"),
    ("reference format", "image"),
    ("digest algorithm", "image"),
    ("conflict", "conflict"),
    ("exclude", "conflict"),
    ("mac address", "address"),
    ("ip address", "address"),
    ("network", "network"),
    ("invalid label", "label"),
    ("contains whitespaces", "label"),
    ("mount", "mount"),
    ("ulimit", "ulimit"),
    ("health", "health"),
    ("invalid size", "size"),
    ("invalid suffix", "size"),
    ("ParseFloat", "size"),
    ("port", "port"),
    ("Port", "port"),
    ("proto", "port"),
    ("publish", "port"),
    ("IP address", "address"),
]


def main():
    lines = FILE.read_text(encoding="utf-8").splitlines()
    counts = {}
    with tempfile.TemporaryDirectory() as home:
        recorded = [line if line.startswith("#") or not line else record(line, home, counts) for line in lines]
    FILE.write_text("\n".join(recorded) + "\n", encoding="utf-8")
    print(counts)


def record(line, home, counts):
    command = line.split("\t")[-1]
    outcome, reason = ask(shlex.split(command), home)
    counts[outcome] = counts.get(outcome, 0) + 1
    return f"{outcome}\t{reason}\t{command}"


def ask(words, home):
    if words[0] != "docker":
        sys.exit(f"not a docker command: {words}")
    environment = {"PATH": os.environ["PATH"], "HOME": home, "DOCKER_HOST": "unix:///nonexistent"}
    answer = subprocess.run(
        [DOCKER, *words[1:]],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    said = answer.stderr
    if NO_TERMINAL in said or any(text in said for text in NO_ENGINE):
        return "accepted", "-"
    message = next(line for line in said.splitlines() if not line.startswith(LOG_LINE))
    for text, reason in REASONS:
        if text in message:
            return "refused", reason
    return "refused", "value"


if __name__ == "__main__":
    main()
