#!/bin/sh
# What bin/plimsoll reads when there is no program to start yet: downloads the release that its checkout is, or builds
# the checkout. Not a program by itself; it uses the launcher's functions and variables.
#
# What is downloaded is what bin/checksums.txt names, which came with the checkout and is as trustworthy as the launcher
# itself, so neither the server nor a proxy decides what runs. Where it comes from and where it is put say the environment
# and the checkout; the files that are linted have no say in it.
#
# The launcher sets and uses variables of this file.
# shellcheck disable=SC2154,SC2034

# Where releases are, unless PLIMSOLL_RELEASES_URL names a mirror with the same folders: v0.1.0/plimsoll-0.1.0-….
releases=https://github.com/plimsoll-dev/plimsoll/releases/download
# More than any image has, in bytes: what is longer is something else.
too_long=200000000

# is_orphan: has the run that made the lock, process $owner, ended without removing it?
is_orphan() {
    if [ -n "$owner" ]; then
        ! kill -0 "$owner" 2>/dev/null
    else
        # Killed before it could write its number, if that takes so many seconds.
        [ "$waited" -ge 10 ]
    fi
}

# take_lock DIRECTORY MESSAGE: makes it for this run alone, waiting for others; returns 1 where it cannot be made.
take_lock() {
    lock=$1
    waited=0
    # Making a directory is the one thing that two shells cannot both succeed in.
    until mkdir "$lock" 2>/dev/null; do
        [ -d "$lock" ] || return 1
        [ "$waited" -ne 0 ] || say "$2"
        owner=
        [ ! -r "$lock/pid" ] || read -r owner <"$lock/pid" || owner=
        if is_orphan; then
            # Its owner was killed. Moved away first: of several that find it so, one gets it.
            if mv "$lock" "$lock.$$" 2>/dev/null; then
                rm -rf "$lock.$$"
            fi
            continue
        fi
        [ "$waited" -lt 600 ] || fail "another run has been at it for ten minutes; if there is none, remove $lock"
        sleep 1
        waited=$((waited + 1))
    done
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    printf '%s\n' "$$" >"$lock/pid"
}

leave_lock() {
    rm -rf "$lock"
    trap - EXIT HUP INT TERM
}

# can_build: would build_jar find what it needs?
can_build() {
    [ -f "$root/pom.xml" ] && [ -w "$root" ] && has_command mvn &&
        (find_java && { [ -x "$home/bin/javac" ] || has_command javac; }) >/dev/null 2>&1
}

# build_jar: makes $jar with Maven, or waits for another run that is making it.
build_jar() {
    has_command mvn || fail "$jar is not built yet and there is no mvn on PATH: install Maven"
    if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
        JAVA_HOME=$home
        export JAVA_HOME
    elif ! has_command javac && [ ! -x "${JAVA_HOME:-/nowhere}/bin/javac" ]; then
        fail "$jar is not built yet and $java comes without javac: install a JDK (version $needed or newer)"
    fi

    mkdir -p "$root/target" || fail "cannot write to $root/target"
    take_lock "$root/target/launcher.lock" "waiting for another run that builds $jar" ||
        fail "cannot write to $root/target"

    # The other run may have finished it meanwhile.
    if [ ! -f "$jar" ]; then
        say "building $jar (first run in this checkout)"
        # Standard output belongs to the report, standard input perhaps to a file to lint.
        mvn ${PLIMSOLL_OFFLINE:+-o} -q -B -ntp -Dstyle.color=never -f "$root/pom.xml" -Dquick package >&2 </dev/null ||
            fail "the build failed; Maven's messages are above"
        [ -f "$jar" ] || fail "Maven ran, but there is no $jar"
    fi

    leave_lock
}

# read_url: where releases come from, in $releases, its host in $host and what may be talked in $protocol. Without
# encryption only from this machine itself.
read_url() {
    releases=${PLIMSOLL_RELEASES_URL:-$releases}
    releases=${releases%/}
    protocol=${releases%%://*}
    host=${releases#*://}
    host=${host%%/*}
    # A password may stand before it.
    plain=$host
    host=${host##*@}
    case $protocol in
    https) return ;;
    http)
        case $plain in
        localhost | 127.0.0.1 | '[::1]') return ;;
        localhost:* | 127.0.0.1:* | '[::1]:'*)
            # Digits only after the host: in localhost:x@example.org, "localhost" is a name of a user.
            case ${plain##*:} in
            *[!0-9]* | '') ;;
            *) return ;;
            esac
            ;;
        esac
        ;;
    esac
    fail "PLIMSOLL_RELEASES_URL has to begin with https:// (http:// is for this machine only)"
}

# get URL FILE: downloads; what went wrong is left in FILE.error.
get() {
    if has_command curl; then
        curl -fsSL --proto "=$protocol" --proto-redir "=$protocol" --tlsv1.2 --connect-timeout 20 --speed-limit 1000 \
            --speed-time 30 --retry 2 --max-filesize "$too_long" -o "$2" -- "$1" 2>"$2.error" </dev/null
    else
        wget -q -t 2 -T 30 -O "$2" -- "$1" 2>"$2.error" </dev/null
    fi
}

# digest FILE: its SHA-256, in $digest.
digest() {
    if has_command sha256sum; then
        digest=$(sha256sum <"$1")
    elif has_command shasum; then
        digest=$(shasum -a 256 <"$1")
    else
        digest=$(openssl dgst -sha256 -r <"$1")
    fi || return
    digest=${digest%%[!0-9a-f]*}
}

# unpack FILE DIRECTORY: leaves what is to be kept in DIRECTORY/plimsoll-VERSION.
unpack() {
    mkdir -p "$2/plimsoll-$version" || return
    case $asset in
    *.jar)
        mv "$1" "$2/plimsoll-$version/plimsoll.jar" &&
            printf '%s  plimsoll.jar\n' "$checksum" >"$2/plimsoll-$version/plimsoll.jar.sha256"
        ;;
    *)
        # As ours, and not as the archive's owner, where root unpacks it.
        tar -xzof "$1" -C "$2" 2>"$1.error" </dev/null && [ ! -h "$2/plimsoll-$version" ] &&
            [ -x "$2/plimsoll-$version/runtime/bin/java" ]
        ;;
    esac
}

# first_line FILE: in $line, as part of a sentence.
first_line() {
    line=
    [ ! -r "$1" ] || IFS= read -r line <"$1" || :
    line=${line:+ ($line)}
}

# forget_releases: removes those from $own that nobody has run for long.
forget_releases() {
    for old in "$own"/*-????????????????; do
        if [ "$old" != "$own/$entry" ] &&
            [ -n "$(find "$old/plimsoll.jar" "$old/runtime/lib/modules" -prune -atime "+$forgotten" 2>/dev/null)" ]; then
            rm -rf "$old"
        fi
    done
}

# obtain: brings $asset to $own/$entry, where it appears whole or not at all. Returns 1 where that is not possible, and says
# why in $why. What has another checksum than it should have ends the run: that is no accident of the network.
obtain() {
    has_command curl || has_command wget || {
        why="there is neither curl nor wget to download $asset"
        return 1
    }
    has_command sha256sum || has_command shasum || has_command openssl || {
        why="there is no sha256sum, shasum or openssl to check $asset"
        return 1
    }
    read_url
    # Not where others could exchange it. The checkout itself is as safe as what runs already.
    if [ -z "$own" ] || ! (umask 077 && claim) 2>/dev/null || [ ! -w "$own" ]; then
        own=$root/target/releases
        if ! mkdir -p "$own" 2>/dev/null || [ ! -w "$own" ]; then
            why="$asset can be put neither into ${cache:-a cache directory} nor into $root; set PLIMSOLL_CACHE_DIR"
            return 1
        fi
    fi
    take_lock "$own/lock" "waiting for another run that downloads $asset" || {
        why="cannot write to $own"
        return 1
    }
    # The other run may have finished it meanwhile.
    if is_whole "$own/$entry"; then
        leave_lock
        return
    fi
    work=$own/new
    # What one left that was killed.
    rm -rf "$work"
    trap 'rm -rf "$work" "$lock"' EXIT
    outcome=0
    bring || outcome=1
    rm -rf "$work"
    leave_lock
    return "$outcome"
}

# bring: the part of obtain for which the lock is held.
bring() {
    why="cannot write to $own"
    mkdir "$work" || return
    say "downloading $asset from $host into $own (once)"
    get "$releases/v$version/$asset" "$work/$asset" || {
        first_line "$work/$asset.error"
        why="$asset could not be downloaded from $host$line"
        return 1
    }
    digest "$work/$asset" || return
    [ "$digest" = "$checksum" ] || fail "$asset from $host is not what this checkout asks for: its SHA-256 is ${digest:-unknown}, not $checksum; nothing of it was kept"
    unpack "$work/$asset" "$work/unpacked" || {
        first_line "$work/$asset.error"
        why="$asset could not be unpacked in $own$line"
        return 1
    }
    # What is left of one that somebody took parts of.
    rm -rf "${own:?}/$entry"
    mv "$work/unpacked/plimsoll-$version" "$own/$entry" || return
    forget_releases
}
