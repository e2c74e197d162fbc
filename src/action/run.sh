#!/usr/bin/env bash
# The GitHub Action: checks its inputs, runs Plimsoll once for all reports, and tells the workflow what came of it.
#
# Everything comes through the environment: INPUT_* from action.yml, GITHUB_* and RUNNER_TEMP from the runner. Paths and
# what stands in files may be anybody's, of a pull request from a stranger: nothing of it is ever evaluated, and nothing
# of it reaches the log where the runner takes lines for commands. For bash 3.2, which macOS has.
set -euo pipefail
unset CDPATH

# escaped TEXT: as the message of a workflow command; answers in $escaped.
escaped() {
    escaped=${1//'%'/%25}
    escaped=${escaped//$'\r'/%0D}
    escaped=${escaped//$'\n'/%0A}
}

# fail MESSAGE: the workflow is wrong, not the files to lint.
fail() {
    escaped "$1"
    printf '::error title=plimsoll::%s\n' "$escaped"
    output exit-code 2
    exit 2
}

# random: 32 hexadecimal digits, for marks that no text can contain on purpose.
random() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

# output NAME VALUE
output() {
    local mark
    mark=$(random)
    printf '%s<<%s\n%s\n%s\n' "$1" "$mark" "$2" "$mark" >>"$GITHUB_OUTPUT"
}

# wanted INPUT VALUE: is this switch on?
wanted() {
    case $2 in
    true) return 0 ;;
    false | '') return 1 ;;
    *) fail "$1 is true or false, not \"$2\"" ;;
    esac
}

# lines TEXT: its lines without the empty ones, in the array $lines.
lines() {
    local line
    lines=()
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line%$'\r'}
        [[ -z ${line//[[:blank:]]/} ]] || lines+=("$line")
    done <<<"$1"
}

# enough HOME: is there a Java of version 17 or newer in this directory?
enough() {
    local line version
    [[ -n $1 && -x $1/bin/java && -r $1/release ]] || return 1
    while IFS= read -r line || [[ -n $line ]]; do
        case $line in
        JAVA_VERSION=*)
            version=${line#JAVA_VERSION=\"}
            version=${version%%[!0-9]*}
            [[ -n $version && $version -ge 17 ]]
            return
            ;;
        esac
    done <"$1/release"
    return 1
}

# find_java: what the workflow says, else what it has set up, else what the runner's image brings. Where there is nothing
# of all that, bin/plimsoll looks at PATH. A release brings its own.
find_java() {
    local name version architecture
    if [[ -n $INPUT_JAVA_HOME ]]; then
        export PLIMSOLL_JAVA_HOME=$INPUT_JAVA_HOME
        return
    fi
    [[ ! -f $root/bin/checksums.txt ]] || return 0
    ! enough "${JAVA_HOME:-}" || return 0
    for version in 25 21 17; do
        for architecture in X64 ARM64 arm64; do
            name=JAVA_HOME_${version}_$architecture
            if enough "${!name:-}"; then
                export PLIMSOLL_JAVA_HOME=${!name}
                return
            fi
        done
    done
}

# place FILE: where in the workspace the SARIF report goes, in $sarif, relative to it. A link in the way could lead out of
# it: the files there are those of the pull request.
place() {
    local parent part physical workspace
    sarif=${1#"$GITHUB_WORKSPACE"/}
    case $sarif in
    *$'\n'* | *$'\r'*) fail "sarif-file is one path" ;;
    /* | [A-Za-z]:* | \\* | .. | ../* | */.. | */../* | *\\..*) fail "sarif-file lies outside of the workspace: $1" ;;
    */) fail "sarif-file is a directory: $1" ;;
    esac
    workspace=$(cd -P -- "$GITHUB_WORKSPACE" && pwd)
    part=$sarif
    while :; do
        [[ ! -L $GITHUB_WORKSPACE/$part ]] || fail "sarif-file leads through a symbolic link: $part"
        [[ $part == */* ]] || break
        part=${part%/*}
    done
    parent=$GITHUB_WORKSPACE/$sarif
    mkdir -p -- "${parent%/*}" || fail "cannot make the directory of sarif-file: $1"
    physical=$(cd -P -- "${parent%/*}" && pwd)
    [[ $physical/ == "$workspace"/* ]] || fail "sarif-file lies outside of the workspace: $1"
}

# count NAME: a number of the summary in the JSON report, which comes before anything that files contain; nothing without
# a report.
count() {
    [[ -f $json ]] || return 0
    sed -n '/"summary":{/{s/.*"summary":{[^}]*"'"$1"'":\([0-9]*\).*/\1/p;q;}' "$json"
}

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
find_java

temporary=$(mktemp -d "$RUNNER_TEMP/plimsoll.XXXXXX")
json=$temporary/plimsoll.json
annotations=$temporary/annotations.txt

arguments=(--output text --output "json=$json")
! wanted annotations "$INPUT_ANNOTATIONS" || arguments+=(--output "github=$annotations")
if wanted step-summary "$INPUT_STEP_SUMMARY" && [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
    arguments+=(--output "markdown=$GITHUB_STEP_SUMMARY")
fi
sarif=
if [[ -n $INPUT_SARIF_FILE ]]; then
    place "$INPUT_SARIF_FILE"
    arguments+=(--output "sarif=$GITHUB_WORKSPACE/$sarif")
fi
[[ -z $INPUT_FAIL_ON ]] || arguments+=(--fail-on "$INPUT_FAIL_ON")
[[ -z $INPUT_CONFIG ]] || arguments+=(--config "$INPUT_CONFIG")
! wanted fix "$INPUT_FIX" || arguments+=(--fix)
! wanted allow-no-files "$INPUT_ALLOW_NO_FILES" || arguments+=(--allow-no-files)
lines "$INPUT_ARGS"
arguments+=(${lines[@]+"${lines[@]}"} --)
lines "$INPUT_PATHS"
for path in "${lines[@]:-.}"; do
    # A file of this name, not standard input: there is nothing to come from there.
    [[ $path != - ]] || path=./-
    arguments+=("$path")
done

case $INPUT_WORKING_DIRECTORY in
/* | [A-Za-z]:*) directory=$INPUT_WORKING_DIRECTORY ;;
*) directory=$GITHUB_WORKSPACE/${INPUT_WORKING_DIRECTORY:-.} ;;
esac
cd -- "$directory" 2>/dev/null || fail "working-directory does not exist: $INPUT_WORKING_DIRECTORY"

# What a pull request has left there must not pass for the report if this run ends without one.
[[ -z $sarif ]] || rm -f -- "$GITHUB_WORKSPACE/$sarif"

# The log shows colours, though it is no terminal.
[[ -n ${NO_COLOR:-} ]] || export FORCE_COLOR="${FORCE_COLOR:-1}"
# The log may show lines of files: until the mark comes again, the runner takes no line for a command.
mark=$(random)
code=0
printf '::stop-commands::%s\n' "$mark"
"$root/bin/plimsoll" check "${arguments[@]}" </dev/null 2>&1 || code=$?
printf '\n::%s::\n' "$mark"
[[ ! -f $annotations ]] || cat -- "$annotations"

errors=$(count errors)
warnings=$(count warnings)
infos=$(count infos)
output exit-code "$code"
output errors "${errors:-0}"
output warnings "${warnings:-0}"
output findings "$((${errors:-0} + ${warnings:-0} + ${infos:-0}))"
[[ ! -f $json ]] || output json-file "$json"
[[ -z $sarif || ! -f $GITHUB_WORKSPACE/$sarif ]] || output sarif-file "$sarif"

case $code in
0 | 1) ;;
3) printf '::error title=plimsoll::there is nothing to lint; allow-no-files makes that right\n' ;;
*) printf '::error title=plimsoll::exit code %s, see the log of this step\n' "$code" ;;
esac
exit "$code"
