#!/bin/sh
# Measures "plimsoll check" on many files, and on ever larger ones.
#
#   src/bench/throughput.sh [--dclint] [--files N] [--runs N]
#
# See startup.sh for what it takes. dclint needs minutes for 2,000 files.
set -eu

here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
with_dclint=no
files=2000
runs=3
while [ $# -gt 0 ]; do
    case $1 in
    --dclint) with_dclint=yes ;;
    --files)
        files=$2
        shift
        ;;
    --runs)
        runs=$2
        shift
        ;;
    *)
        sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
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

machine
find_dclint "$with_dclint"
tree=$temporary/tree
"$here/src/bench/compose-files.sh" tree "$tree" "$files"
archive "$home" "$tree/project00000/compose.yaml"

printf '\n%s files:\n\n' "$files"
set --
[ -z "$jdk17" ] || set -- "$@" -- "JDK 17, launcher" env "PLIMSOLL_JAVA_HOME=$jdk17" "$launcher" check "$tree"
[ -z "$image" ] || set -- "$@" -- "image, no Java needed" "$image" check "$tree"
[ -z "$dclint" ] || set -- "$@" -- "dclint 3.1.0" node "$dclint" -r "$tree"
"$home/bin/java" "$here/src/bench/Race.java" --runs "$runs" "$@"

printf '\none file, ever larger:\n\n'
set --
for services in 50000 20000 10000 5000 1000; do
    "$here/src/bench/compose-files.sh" file "$services" >"$temporary/$services.yaml"
    set -- "$@" -- "$services services" env "PLIMSOLL_JAVA_HOME=$home" "$launcher" check "$temporary/$services.yaml"
done
"$home/bin/java" "$here/src/bench/Race.java" --runs "$runs" "$@"
