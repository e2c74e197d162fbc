#!/usr/bin/env python3
"""Records what an engine says of containers that commands of testdata/dockerrun/commands.tsv ask for.

The client reads each command that it takes and is told, in place of an engine, what it would ask one for; the engine is
asked for just that and then what it made of it, before the container is ever started. Of the answer only the keys that
Plimsoll reads are kept, without ids, times and names that the engine thinks up. Commands that the engine refuses are
left out: they never run.

    DOCKER_HOST=unix:///run/docker.sock src/test/record-inspect.py
    DOCKER=docker                               the client to ask (28.5.2 made the file that is there)

Each image is a stand-in: a tag of the image stand-in:base, which holds busybox.
"""

import http.client
import http.server
import json
import os
import pty
import re
import shlex
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

DOCKER = os.environ.get("DOCKER", "docker")
ENGINE = os.environ.get("DOCKER_HOST", "unix:///run/docker.sock").removeprefix("unix://")
ROOT = Path(__file__).resolve().parents[2] / "testdata"
COMMANDS = ROOT / "dockerrun" / "commands.tsv"
MORE = ROOT / "inspect" / "commands.txt"
FILE = ROOT / "inspect" / "docker.jsonl"
API = "v1.51"
BASE = "stand-in:base"
OWN = "own"
OWN_ID = "sha256:" + "1" * 64
OWN_CHANGES = [
    "USER 999", "ENV A=1", "VOLUME /data", 'ENTRYPOINT ["sh", "-c"]', 'CMD ["sleep 600"]', "HEALTHCHECK CMD true",
]
COMPOSE = ROOT / "inspect" / "compose.yaml"
SERVICE = "com.docker.compose.service"
LABELS = [SERVICE, "com.docker.compose.project.config_files", "com.docker.compose.oneoff"]

CONFIG = [
    "Image", "Env", "User", "Entrypoint", "Cmd", "Healthcheck", "Volumes", "Labels", "Tty", "OpenStdin", "AttachStdin",
    "AttachStdout", "AttachStderr",
]
HOST = [
    "Binds", "LogConfig", "NetworkMode", "PortBindings", "RestartPolicy", "AutoRemove", "VolumeDriver", "VolumesFrom",
    "CapAdd", "CapDrop", "IpcMode", "PidMode", "UsernsMode", "CgroupParent", "OomScoreAdj", "Privileged",
    "PublishAllPorts", "ReadonlyRootfs", "SecurityOpt", "Tmpfs", "ShmSize", "Memory", "MemoryReservation", "MemorySwap",
    "MemorySwappiness", "OomKillDisable", "KernelMemory", "NanoCpus", "CpuQuota", "CpuPeriod", "PidsLimit", "Devices",
    "Mounts", "MaskedPaths", "DeviceRequests",
]
MOUNT = ["Type", "Name", "Source", "Destination", "Driver", "Mode", "RW", "Propagation"]
HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Asked(http.server.BaseHTTPRequestHandler):
    """Answers the client as an engine that refuses to make containers, and keeps what it was asked for."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Api-Version", API[1:])
        self.send_header("Ostype", "linux")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self):
        self.answer(200, b"OK")

    def do_GET(self):
        self.answer(200, b'{"DefaultRuntime":"runc"}' if self.path.endswith("/info") else b"OK")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if "/containers/create" in self.path:
            self.server.asked = (self.path, body)
        self.answer(500, b'{"message":"held"}')


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    asked = None

    def get_request(self):
        request, _ = super().get_request()
        return request, ("client", 0)


class Engine(http.client.HTTPConnection):
    def __init__(self):
        super().__init__("engine", timeout=30)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect(ENGINE)

    @staticmethod
    def ask(method, path, body=None):
        engine = Engine()
        engine.request(method, path, body, {"Content-Type": "application/json"})
        answer = engine.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else {}


def main():
    commands = [line.split("\t")[2] for line in COMMANDS.read_text("utf-8").splitlines() if line.startswith("accepted")]
    commands += [line for line in MORE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    recorded, refused = [], {}
    with tempfile.TemporaryDirectory() as home:
        server = Server(f"{home}/asked.sock", Asked)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        own()
        for command in commands:
            words = shlex.split(command)
            if "volume" in words[1:2]:
                continue
            asked = wish(words, home, server)
            if asked is None:
                refused["not asked for"] = refused.get("not asked for", 0) + 1
                continue
            said, made = make(*asked)
            if made is None:
                refused[said] = refused.get(said, 0) + 1
                continue
            answer = reduced(made, home, "--name" in command)
            recorded.append(json.dumps({"command": command, "inspect": answer}, ensure_ascii=False))
        recorded += services(home)
        recorded.append(json.dumps({"image": OWN, "inspect": own()}))
    FILE.write_text("\n".join(recorded) + "\n", encoding="utf-8")
    for reason, count in sorted(refused.items(), key=lambda e: -e[1]):
        print(count, reason, file=sys.stderr)
    print(len(recorded), "recorded")


def own():
    """Makes the image with settings of its own, and says what the engine says of it."""
    made = subprocess.run([DOCKER, "create", BASE], check=True, capture_output=True, text=True).stdout.strip()
    changes = [word for change in OWN_CHANGES for word in ("-c", change)]
    subprocess.run([DOCKER, "commit", *changes, made, OWN], check=True, capture_output=True)
    subprocess.run([DOCKER, "rm", made], check=True, capture_output=True)
    config = Engine.ask("GET", f"/{API}/images/{OWN}/json")[1]["Config"]
    return {"Id": OWN_ID, "RootFS": {}, "Config": {k: v for k, v in config.items() if k in CONFIG and not empty(v)}}


def services(home):
    """The same of the services of a Compose file."""
    environment = {**os.environ, "COMPOSE_PROJECT_NAME": "plimsoll"}
    compose = [DOCKER, "compose", "-f", str(COMPOSE)]
    subprocess.run([*compose, "create", "--pull", "never"], env=environment, check=True, capture_output=True)
    recorded = []
    try:
        ids = subprocess.run([*compose, "ps", "-aq"], env=environment, check=True, capture_output=True, text=True)
        for made in ids.stdout.split():
            answer = reduced(Engine.ask("GET", f"/{API}/containers/{made}/json")[1], home, True)
            labels = answer["Config"]["Labels"]
            answer["Config"]["Labels"] = {k: labels[k] for k in sorted(labels) if k in LABELS}
            text = json.dumps(answer, ensure_ascii=False).replace(str(COMPOSE.parent), "/project")
            recorded.append(f'{{"service": "{labels[SERVICE]}", "inspect": {text}}}')
    finally:
        subprocess.run([*compose, "down", "-v"], env=environment, check=True, capture_output=True)
    return sorted(recorded)


def wish(words, home, server):
    """What the client asks an engine for; None if it asks for nothing."""
    server.asked = None
    environment = {"PATH": os.environ["PATH"], "HOME": home, "DOCKER_HOST": f"unix://{home}/asked.sock"}
    keyboard, terminal = pty.openpty()
    try:
        subprocess.run([DOCKER, *words[1:]], cwd=home, env=environment, stdin=terminal, capture_output=True, timeout=20, check=False)
    finally:
        os.close(keyboard)
        os.close(terminal)
    return server.asked


def make(path, body):
    """The engine's description of the container, or its refusal in few words."""
    image = json.loads(body)["Image"]
    path = re.sub(r"platform=[^&]*&?", "", path)
    status, answer = Engine.ask("POST", path, body)
    if status == 404:
        name, _, tag = image.rpartition(":") if ":" in image.rsplit("/", 1)[-1] else (image, "", "latest")
        Engine.ask("POST", f"/{API}/images/{BASE}/tag?repo={name}&tag={tag}")
        status, answer = Engine.ask("POST", path, body)
    if status != 201:
        return re.sub(r'"[^"]*"', '"…"', answer["message"])[:70], None
    try:
        return "", Engine.ask("GET", f"/{API}/containers/{answer['Id']}/json")[1]
    finally:
        Engine.ask("DELETE", f"/{API}/containers/{answer['Id']}?force=1&v=1")


def empty(value):
    return value is None or value is False or value in ("", [], {})


def unset(key, value):
    """Whether nobody asked for it: zero says nothing but of swappiness."""
    return empty(value) or (value == 0 and key != "MemorySwappiness")


def reduced(made, home, named_by_user):
    named = {k: v for k, v in made["Config"].items() if k in CONFIG}
    mounts = [{k: v for k, v in m.items() if k in MOUNT and not (k == "Source" and m["Type"] == "volume")} for m in made["Mounts"]]
    mounts.sort(key=lambda m: m["Destination"])
    host = {k: v for k, v in made["HostConfig"].items() if k in HOST and not unset(k, v)}
    if made["HostConfig"].get("MaskedPaths") == []:
        host["MaskedPaths"] = []
    else:
        host.pop("MaskedPaths", None)
    answer = {
        "Name": made["Name"] if named_by_user else "/thought_up",
        "Image": "sha256:" + "0" * 64,
        "Config": {k: v for k, v in named.items() if not empty(v)},
        "HostConfig": host,
        "Mounts": mounts,
    }
    text = json.dumps(answer).replace(home, "/home/me")
    answer = json.loads(HEX.sub("0" * 64, text))
    if named.get("Image") == OWN:
        answer["Image"] = OWN_ID
    return answer


if __name__ == "__main__":
    main()
