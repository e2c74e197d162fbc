#!/bin/sh
# Measures whole runs of "plimsoll check" on one file of 60 lines.
#
#   src/bench/startup.sh [--dclint] [--runs N]   every way to start it; --dclint installs dclint with npm to compare
#   src/bench/startup.sh --guard                 fails if a check costs too much more than a hello world
#
# Takes the JDKs 17 and 25 that it finds, DCLINT as the path of an installed dclint, and the image of "mvn -Pdist
# package" if there is one. Docker Compose, and compose-lint as COMPOSE_LINT or on the PATH, are compared where they are
# installed.
set -eu

# How many hello worlds a check may cost, both from a class archive. It is 2.4 to 2.6 today. What one annotation of picocli or one
# schema loader costs on the way, 50 ms or 1.5 of them, must not fit in; a rule or ten must.
most=3.0

here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
file=$here/testdata/bench/compose.yaml
with_dclint=no
runs=31
guard=
while [ $# -gt 0 ]; do
    case $1 in
    --dclint) with_dclint=yes ;;
    --runs)
        runs=$2
        shift
        ;;
    --guard) guard=yes ;;
    *)
        sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
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

cat >"$temporary/Hello.java" <<'END'
class Hello {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
END
"$home/bin/javac" -d "$temporary" "$temporary/Hello.java"
flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"

if [ -n "$guard" ]; then
    archive "$home" "$file"
    # shellcheck disable=SC2086
    "$home/bin/java" "$here/src/bench/Race.java" --runs 15 --guard "$most" \
        -- "check of one file" env "PLIMSOLL_JAVA_HOME=$home" "$launcher" check "$file" \
        -- "hello world" "$home/bin/java" $flags -cp "$temporary" Hello
    exit
fi

machine
find_dclint "$with_dclint"
find_peers
set --
if [ -n "$jdk17" ]; then
    archive "$jdk17" "$file"
    # shellcheck disable=SC2086
    set -- "$@" -- "JDK 17, hello world" "$jdk17/bin/java" $flags -cp "$temporary" Hello
    set -- "$@" -- "JDK 17, \`java -jar\`" "$jdk17/bin/java" -jar "$here/target/plimsoll.jar" check "$file"
    set -- "$@" -- "JDK 17, launcher, first run" env PLIMSOLL_NO_CACHE=1 "PLIMSOLL_JAVA_HOME=$jdk17" "$launcher" check "$file"
    set -- "$@" -- "JDK 17, launcher" env "PLIMSOLL_JAVA_HOME=$jdk17" "$launcher" check "$file"
fi
if [ -n "$jdk25" ]; then
    archive "$jdk25" "$file"
    set -- "$@" -- "JDK 25, launcher" env "PLIMSOLL_JAVA_HOME=$jdk25" "$launcher" check "$file"
fi
[ -z "$image" ] || set -- "$@" -- "image, no Java needed" env "$image" check "$file"
[ -z "$compose" ] || set -- "$@" -- "\`docker compose config\`" docker compose -f "$file" config --quiet
[ -z "$compose_lint" ] || set -- "$@" -- "compose-lint" "$compose_lint" check "$file"
[ -z "$dclint" ] || set -- "$@" -- "dclint 3.1.0" node "$dclint" "$file"
"$home/bin/java" "$here/src/bench/Race.java" --runs "$runs" "$@"
