"""Asks Docker Compose about projects of tests: what the programs record-*.py share that do so.

The variable COMPOSE names the command to ask, `docker compose` if it is not set. No engine is needed. The command's
environment is empty but for PATH and HOME, so that a variable is set only where the project sets it; its memory and time
are capped, since a project may be a bomb.
"""

import os
import resource
import shlex
import subprocess

COMMAND = shlex.split(os.environ.get("COMPOSE", "docker compose"))
SECONDS = 20
ADDRESS_SPACE = 4_000_000 * 1024


def ask(folder, home, arguments):
    """Runs the command in a folder; what came of it is as subprocess.run tells it, in bytes."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE)),
        check=False,
    )
