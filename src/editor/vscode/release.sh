#!/bin/sh
# Packs the extension for a release, into dist: one that brings the image of each platform, and one that brings none.
#
#   release.sh ARCHIVES   a directory with the images, plimsoll-VERSION-PLATFORM.tar.gz
set -eu

archives=$(cd "$1" && pwd)
cd "$(dirname "$0")"

npm ci
npm run package
for archive in "$archives"/plimsoll-*.tar.gz; do
    platform=${archive##*/plimsoll-}
    platform=${platform#*-}
    platform=${platform%.tar.gz}
    # What VS Code calls it.
    case $platform in
    macos-*) target=darwin-${platform#macos-} ;;
    windows-*) target=win32-${platform#windows-} ;;
    *) target=$platform ;;
    esac
    server=$(mktemp -d)
    tar -xzf "$archive" -C "$server" --strip-components=1
    node package.mjs --target "$target" --server "$server"
    rm -rf "$server"
done
