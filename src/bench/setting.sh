# What both measurements need, to be read by them: finds the programs that compete. Expects $here, the checkout.
# shellcheck shell=sh disable=SC2034,SC2154

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 130' INT TERM

# jdk NUMBER: the home of a JDK of this version, in $found; empty if there is none.
jdk() {
    found=
    for candidate in "${JAVA_HOME:-}" "${JDK25_HOME:-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -x "$candidate/bin/javac" ] && grep -q "^JAVA_VERSION=\"$1[.\"]" "$candidate/release" 2>/dev/null; then
            found=$candidate
            return
        fi
    done
}

# find_dclint: the script to hand to node, in $dclint; empty if it is not there and may not be installed.
find_dclint() {
    dclint=${DCLINT:-}
    if [ -z "$dclint" ] && [ "$1" = yes ]; then
        npm install --silent --no-audit --no-fund --prefix "$temporary/npm" dclint@3.1.0 >&2
        dclint=$temporary/npm/node_modules/.bin/dclint
    fi
}

# find_peers: what else reads Compose files here: compose-lint, in $compose_lint, as COMPOSE_LINT or on the PATH, and "docker" in
# $compose if it has Compose; empty if they are not there.
find_peers() {
    compose_lint=${COMPOSE_LINT:-$(command -v compose-lint || true)}
    compose=
    ! docker compose version >/dev/null 2>&1 || compose=docker
}

# machine: one line about where the figures come from.
machine() {
    cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    printf '%s, %s cores, %s; load before: %s\n' "${cpu:-$(uname -m)}" "$(getconf _NPROCESSORS_ONLN)" "$(uname -sr)" \
        "$(uptime | sed 's/.*: //')"
}

jdk 17
jdk17=$found
jdk 25
jdk25=$found
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS PLIMSOLL_JAVA_OPTS PLIMSOLL_NO_CACHE CI
PLIMSOLL_CACHE_DIR=$temporary/cache
mkdir "$PLIMSOLL_CACHE_DIR"
export PLIMSOLL_CACHE_DIR
launcher=$here/bin/plimsoll
image=
for candidate in "$here"/target/dist/plimsoll-*/bin/plimsoll; do
    [ ! -x "$candidate" ] || image=$candidate
done

# archive HOME FILE: has the launcher make its class archive for this Java, and waits for it.
archive() {
    PLIMSOLL_JAVA_HOME=$1 "$launcher" check "$2" >/dev/null || [ $? -eq 1 ]
    tries=0
    until [ -n "$(find "$PLIMSOLL_CACHE_DIR" -path "*+${1##*/}+*" -name '*.archive')" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 60 ]; then
            echo "no class archive for $1 came" >&2
            exit 1
        fi
        sleep 1
    done
}
