#!/bin/sh
# Makes this checkout that of a release, in the two places that name what was built from it:
#
#   src/dist/pin.sh checksums.txt sha256:DIGEST
#
# bin/checksums.txt, from which the launchers know what to download, and the container image of the hook plimsoll-docker. The
# release workflow commits both and tags the commit; src/adr/015-a-release-names-its-archives.md says why.
set -eu

checksums=$1
digest=$2
root=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
hooks=$root/.pre-commit-hooks.yaml

# fail MESSAGE
fail() {
    printf 'pin: %s\n' "$1" >&2
    exit 1
}

case ${digest#sha256:} in
"$digest" | *[!0-9a-f]*) fail "not the digest of an image: $digest" ;;
esac
[ "${#digest}" -eq 71 ] || fail "not the digest of an image: $digest"

pinned=0
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    '  entry: ghcr.io/'*'@'*) fail "$hooks has a digest already" ;;
    '  entry: ghcr.io/'*' '*)
        image=${line#'  entry: '}
        image=${image%%' '*}
        line="  entry: $image@$digest ${line#"  entry: $image "}"
        pinned=$((pinned + 1))
        ;;
    esac
    printf '%s\n' "$line"
done <"$hooks" >"$hooks.new"
[ "$pinned" -eq 1 ] || fail "$hooks has $pinned container images, not one"
cp "$checksums" "$root/bin/checksums.txt"
mv "$hooks.new" "$hooks"
