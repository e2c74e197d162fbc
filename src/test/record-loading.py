#!/usr/bin/env python3
"""Records what Docker Compose makes of the projects in testdata/loading.

Each folder there is a project: a compose.yaml and what it needs, and perhaps a file `args` with the options on one
line. This program runs `docker compose OPTIONS config` in it and writes the outcome to expected.json, in the few words
that Plimsoll's own model can be compared with. Only whether the project loads is kept, never a message of Docker's.

    src/test/record-loading.py [FOLDER...]      all folders of testdata/loading if none is named
    COMPOSE="docker compose"                    the command to ask (2.40.3 made the files that are there)

No engine is needed.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import compose

ROOT = Path(__file__).resolve().parents[2] / "testdata" / "loading"
EXPECTED = "expected.json"


def main():
    folders = [Path(name).resolve() for name in sys.argv[1:]]
    if not folders:
        folders = sorted(path for path in ROOT.iterdir() if path.is_dir())
    loaded = 0
    with tempfile.TemporaryDirectory() as home:
        for folder in folders:
            outcome = record(folder, home)
            loaded += outcome["loads"]
            (folder / EXPECTED).write_text(text(outcome), encoding="utf-8")
    print(f"{len(folders)} projects, {loaded} load")


def text(outcome):
    return json.dumps(outcome, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def record(folder, home):
    options = (folder / "args").read_text(encoding="utf-8").split() if (folder / "args").is_file() else []
    model = ask(folder, home, [*options, "config", "--format", "json"])
    if model is None:
        return {"loads": False}
    places = Places(folder, home)
    services = model.get("services") or {}
    outcome = {"loads": True, "services": {name: service(services[name], places) for name in services}}
    inactive = others(folder, home, options, services)
    if inactive:
        outcome["inactive"] = inactive
    return outcome


def others(folder, home, options, active):
    """Services that Docker knows and leaves out because none of their profiles is active."""
    if not any("profiles" in path.read_text(encoding="utf-8") for path in folder.rglob("*.y*ml")):
        return []
    # only names are wanted: what is wrong with an inactive service does not keep the project from loading
    everything = ask(folder, home, ["--profile", "*", *options, "config", "--no-consistency", "--format", "json"])
    names = (everything or {}).get("services") or {}
    return sorted(set(names) - set(active))


def ask(folder, home, arguments):
    """The model Docker prints, or None where it refuses to load the project."""
    done = compose.ask(folder, home, arguments)
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace")
        if "panic:" in said or done.returncode < 0:
            print(f"{folder.name}: Docker itself crashed, taken for a refusal", file=sys.stderr)
        elif "TRACE" in os.environ:
            print(f"{folder.name}: {said.strip()}", file=sys.stderr)
        return None
    # `config` doubles every dollar, so that its output can be read again as a Compose file
    return json.loads(done.stdout.decode("utf-8").replace("$$", "$"))


class Places:
    """Paths of this machine, written so that they are the same on every other."""

    def __init__(self, folder, home):
        self.folder = str(folder)
        self.home = home

    def relative(self, path):
        if path == self.home or path.startswith(self.home + "/"):
            return "~" + path[len(self.home):]
        if not path.startswith("/"):
            return path
        beside = os.path.relpath(path, self.folder)
        ups = beside.split("/").count("..")
        # one or two levels up is still near the project; more is an absolute path of the author's
        if ups > 2 or not path.startswith(str(Path(self.folder).parents[1])):
            return path
        return beside if beside.startswith("..") else "./" + ("" if beside == "." else beside)


def service(said, places):
    limits = ((said.get("deploy") or {}).get("resources") or {}).get("limits") or {}
    reservations = ((said.get("deploy") or {}).get("resources") or {}).get("reservations") or {}
    kept = {
        "image": said.get("image"),
        "command": said.get("command"),
        "entrypoint": said.get("entrypoint"),
        "environment": said.get("environment"),
        "tmpfs": said.get("tmpfs"),
        "volumes": [volume(each, places) for each in said.get("volumes") or []],
        "mem_limit": size(limits.get("memory") or said.get("mem_limit")),
        "memswap_limit": size(said.get("memswap_limit")),
        "mem_reservation": size(reservations.get("memory") or said.get("mem_reservation")),
        "shm_size": size(said.get("shm_size")),
        "ports": sorted((port(each) for each in said.get("ports") or []), key=json.dumps),
        "replicas": replicas(said),
        "depends_on": {key: value["condition"] for key, value in (said.get("depends_on") or {}).items()},
    }
    nothing = (None, {}, [])
    words = ("command", "entrypoint")
    return {key: value for key, value in kept.items() if value not in nothing or (key in words and value == [])}


def replicas(said):
    if said.get("scale") is not None:
        return said["scale"]
    return (said.get("deploy") or {}).get("replicas")


def size(value):
    return None if value is None else int(value)


def volume(said, places):
    kept = {
        "type": said["type"],
        "source": said.get("source"),
        "target": said.get("target"),
        "read_only": said.get("read_only"),
        "size": size((said.get("tmpfs") or {}).get("size")),
        "mode": octal((said.get("tmpfs") or {}).get("mode")),
    }
    if kept["type"] == "bind" and kept["source"]:
        kept["source"] = places.relative(kept["source"])
    return {key: value for key, value in kept.items() if value not in (None, False)}


def octal(mode):
    return None if not mode else format(mode, "o")


def port(said):
    kept = {key: said.get(key) for key in ("host_ip", "published", "target", "protocol")}
    return {key: str(value) for key, value in kept.items() if value is not None}


if __name__ == "__main__":
    main()
