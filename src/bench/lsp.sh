#!/bin/sh
# Measures "plimsoll lsp": how long until an editor has the findings of a file that it opened, and after a keystroke.
#
#   src/bench/lsp.sh
#
# A file of about 60 lines, and files of 1,000 and 5,000 services. See startup.sh for what it takes.
set -eu

here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
if [ $# -gt 0 ]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
. "$here/src/bench/setting.sh"
home=${jdk17:-$jdk25}
if [ -z "$home" ]; then
    echo "neither JDK 17 nor 25 found: set JAVA_HOME" >&2
    exit 2
fi

machine
set --
for services in 5 1000 5000; do
    mkdir "$temporary/$services-services"
    "$here/src/bench/compose-files.sh" file "$services" >"$temporary/$services-services/compose.yaml"
    set -- "$@" "$temporary/$services-services/compose.yaml"
done
PLIMSOLL_JAVA_HOME=$home PLIMSOLL_NO_CACHE=1
export PLIMSOLL_JAVA_HOME PLIMSOLL_NO_CACHE
"$home/bin/java" "$here/src/bench/Lsp.java" "${PLIMSOLL:-$here/bin/plimsoll}" "$@"
