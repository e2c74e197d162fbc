#!/bin/sh
# Tries this checkout as that of a release, before there is one: a server on this machine plays the release's page, with the
# image that "mvn -Pdist package" made, and the launcher downloads it.
#
#   src/dist/smoke-release.sh target/dist/plimsoll-0.1.0-linux-x64.tar.gz
#
# Takes Python for the server. Under Windows (Git Bash) it tries plimsoll.cmd.
set -eu

archive=$1
here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
temporary=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$temporary"' EXIT

# fail MESSAGE
fail() {
    printf 'smoke: %s\n' "$1" >&2
    exit 1
}

name=${archive##*/}
version=${name#plimsoll-}
version=${version%%-*}
mkdir -p "$temporary/page/v$version" "$temporary/checkout/src" "$temporary/a project"
cp "$archive" "$temporary/page/v$version/"
cp -R "$here/bin" "$temporary/checkout/"
cp -R "$here/src/dist" "$temporary/checkout/src/"
if command -v sha256sum >/dev/null; then
    (cd "$temporary/page/v$version" && sha256sum -- "$name")
else
    (cd "$temporary/page/v$version" && shasum -a 256 -- "$name")
fi | sed 's/ \*/  /' >"$temporary/checkout/bin/checksums.txt"
cp "$here/testdata/demo/oversized-tmpfs/compose.yaml" "$temporary/a project/"
launcher=$temporary/checkout/bin/plimsoll
[ "${OS:-}" != Windows_NT ] || launcher=$launcher.cmd

python=python3
command -v "$python" >/dev/null || python=python
cat >"$temporary/server.py" <<'END_OF_SERVER'
import functools
import http.server
import os
import sys

handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
with open(sys.argv[2] + ".new", "w") as file:
    file.write(str(server.server_port))
os.rename(sys.argv[2] + ".new", sys.argv[2])
server.serve_forever()
END_OF_SERVER
"$python" "$temporary/server.py" "$temporary/page" "$temporary/port" 2>"$temporary/requests.txt" &
server=$!
waited=0
until [ -f "$temporary/port" ]; do
    [ "$waited" -lt 30 ] || fail "the server does not start"
    sleep 1
    waited=$((waited + 1))
done

# run: lints the project as somebody would who has just pinned the release; answers in $code.
run() {
    code=0
    (
        cd "$temporary/a project"
        unset JAVA_HOME PLIMSOLL_JAVA_HOME PLIMSOLL_OFFLINE
        PLIMSOLL_CACHE_DIR=$temporary/cache
        PLIMSOLL_RELEASES_URL=http://127.0.0.1:$(cat "$temporary/port")
        export PLIMSOLL_CACHE_DIR PLIMSOLL_RELEASES_URL
        "$launcher" check --output concise compose.yaml
    ) >"$temporary/out.txt" 2>"$temporary/err.txt" || code=$?
    [ "$code" -eq 1 ] || fail "exit code $code, not 1: $(cat "$temporary/out.txt" "$temporary/err.txt")"
    grep -q 'error\[tmpfs-exceeds-memory\]' "$temporary/out.txt" || fail "another report: $(cat "$temporary/out.txt")"
}

run
grep -q "^plimsoll: downloading $name" "$temporary/err.txt" || fail "nothing was downloaded: $(cat "$temporary/err.txt")"
run
[ ! -s "$temporary/err.txt" ] || fail "the second run: $(cat "$temporary/err.txt")"
[ "$(grep -c 'GET' "$temporary/requests.txt")" -eq 1 ] || fail "more than one request: $(cat "$temporary/requests.txt")"
printf 'smoke: %s was downloaded once and runs\n' "$name"
