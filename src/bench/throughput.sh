#!/bin/sh
# Measures "plimsoll" on many files, and on ever larger ones.
#
#   src/bench/throughput.sh [--write] [--dclint] [--tree DIRECTORY] [--runs N]
#
#   --write           writes the tables into src/docs/speed.md
#   --dclint          compares with dclint, too, for which it needs minutes; see startup.sh for how it is found
#   --tree DIRECTORY  measures the Compose files below this directory, too
#
# Docker Compose, and compose-lint as COMPOSE_LINT or on the PATH, are compared where they are installed.
set -eu

here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
with_dclint=no
write=
given=
runs=5
while [ $# -gt 0 ]; do
    case $1 in
    --write) write=yes ;;
    --dclint) with_dclint=yes ;;
    --tree)
        given=$2
        shift
        ;;
    --runs)
        runs=$2
        shift
        ;;
    *)
        sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
    shift
done
. "$here/src/bench/setting.sh"
home=${jdk17:-$jdk25}
if [ -z "$home" ]; then
    echo "neither JDK 17 nor 25 found: set JAVA_HOME" >&2
    exit 2
fi
if [ -n "$given" ] && [ ! -d "$given" ]; then
    echo "$given is not a directory" >&2
    exit 2
fi

find_dclint "$with_dclint"
find_peers
tables=$temporary/tables.md
many=$temporary/many
varied=$temporary/varied
"$here/src/bench/compose-files.sh" varied "$varied" 800
archive "$home" "$varied/project00000/compose.yaml"

# race NAME: runs what the arguments after it name, with more of them for the peers.
race() {
    printf '\n%s:\n\n' "$1"
    shift
    "$home/bin/java" "$here/src/bench/Race.java" --runs "$runs" "$@"
}

# A peer is given the files, one list for all: not each finds them itself, and docker compose takes one project at a time.
cat >"$temporary/each" <<'END'
while IFS= read -r file; do
    docker compose -f "$file" config >/dev/null 2>&1 || :
done <"$1"
END

# check NAME DIRECTORY: all that can check a directory of files.
check() {
    name=$1
    tree=$2
    find "$tree" -name '*compose*.y*ml' ! -name '*override*' | sort >"$temporary/list"
    set --
    [ -z "$jdk17" ] || set -- "$@" -- "JDK 17, launcher" env "PLIMSOLL_JAVA_HOME=$jdk17" "$launcher" check "$tree"
    [ -z "$image" ] || set -- "$@" -- "image, no Java needed" "$image" check "$tree"
    [ -z "$image" ] || set -- "$@" -- "image, one processor" env PLIMSOLL_JAVA_OPTS=-XX:ActiveProcessorCount=1 "$image" check "$tree"
    # a shell and xargs, as there may be more names than fit into a call
    [ -z "$compose" ] || set -- "$@" -- "docker compose config, each" sh "$temporary/each" "$temporary/list"
    [ -z "$compose_lint" ] || set -- "$@" -- "compose-lint" sh -c 'xargs "$0" check <"$1"' "$compose_lint" "$temporary/list"
    [ -z "$dclint" ] || set -- "$@" -- "dclint 3.1.0" node "$dclint" -r "$tree"
    race "$name" "$@"
}

# fix NAME DIRECTORY: what fixes cost beside a check, each on a copy; the last is the check that the others are measured by.
fix() {
    copy='rm -rf "$1.copy" && cp -R "$1" "$1.copy" && chmod -R u+w "$1.copy" && '
    run=${image:-$launcher}
    race "$1" \
        -- "copy, and nothing else" sh -c "$copy true" copy "$2" \
        -- "copy, \`check --fix --unsafe-fixes\`" sh -c "$copy exec \"\$0\" check --fix --unsafe-fixes \"\$1.copy\"" "$run" "$2" \
        -- "copy, \`check --fix\`" sh -c "$copy exec \"\$0\" check --fix \"\$1.copy\"" "$run" "$2" \
        -- "copy, \`check\`" sh -c "$copy exec \"\$0\" check \"\$1.copy\"" "$run" "$2"
    rm -rf "$2.copy"
}

measure() {
    if [ -n "$given" ]; then
        cp -R "$given" "$temporary/given"
        count=$(find "$temporary/given" -name '*compose*.y*ml' | wc -l)
        check "$((count)) files as people have them" "$temporary/given"
        fix "Fixing those" "$temporary/given"
    fi
    check "800 files, generated in their likeness" "$varied"
    fix "Fixing those" "$varied"
    for count in 2000 20000; do
        rm -rf "$many"
        "$here/src/bench/compose-files.sh" tree "$many" "$count"
        # the slowest would need an hour for ten times as many
        [ "$count" -eq 2000 ] || dclint='' compose='' compose_lint=''
        check "$count files of one to five services" "$many"
    done
    set --
    for services in 50000 20000 10000 5000 1000; do
        "$here/src/bench/compose-files.sh" file "$services" >"$temporary/$services.yaml"
        set -- "$@" -- "$services services" env "PLIMSOLL_JAVA_HOME=$home" "$launcher" check "$temporary/$services.yaml"
    done
    race "One file, ever larger" "$@"
}

machine
if [ -z "$write" ]; then
    measure
    exit
fi
measure >"$tables"
cat "$tables"
page=$here/src/docs/speed.md
awk -v tables="$tables" '
    /<!-- throughput: end -->/ { inside = 0 }
    !inside
    /<!-- throughput: begin -->/ {
        inside = 1
        # without the empty line that stands before the first
        for (first = 1; (getline line < tables) > 0; first = 0) if (!first || line != "") print line
    }' "$page" >"$temporary/speed.md"
cat "$temporary/speed.md" >"$page"
