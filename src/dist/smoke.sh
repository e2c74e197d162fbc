#!/bin/sh
# Checks an image that "mvn -Pdist package" made, as someone would who downloads it:
#
#   src/dist/smoke.sh target/dist/plimsoll-0.1.0-linux-x64.tar.gz
#
# It is unpacked elsewhere, into a directory with a blank in its name, and says there what the jar says, byte for
# byte, without a Java on PATH, from its AOT cache.
set -eu

archive=$1
here=$(CDPATH='' cd -P -- "${0%/*}/../.." && pwd)
jar=$here/target/plimsoll.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

# fail MESSAGE
fail() {
    printf 'smoke: %s\n' "$1" >&2
    exit 1
}

mkdir "$temporary/a place"
tar -xzf "$archive" -C "$temporary/a place"
set -- "$temporary/a place"/plimsoll-*/
image=${1%/}
launcher=$image/bin/plimsoll
[ -f "$launcher" ] || launcher=$image/bin/plimsoll.cmd

# A PATH with what a shell script may expect, and no java.
nothing=$temporary/bin
mkdir "$nothing"
cd "$here"

# same ARGUMENT...: the image and the jar agree.
same() {
    image_code=0
    jar_code=0
    PATH=$path JAVA_HOME='' "$launcher" "$@" >"$temporary/image" 2>"$temporary/image.err" || image_code=$?
    "$java" -Xss2m -jar "$jar" "$@" >"$temporary/jar" 2>"$temporary/jar.err" || jar_code=$?
    [ "$image_code" -eq "$jar_code" ] || fail "plimsoll $*: exit code $image_code, the jar's is $jar_code"
    cmp "$temporary/image" "$temporary/jar" || fail "plimsoll $*: another output than the jar's"
    cmp "$temporary/image.err" "$temporary/jar.err" || fail "plimsoll $*: another standard error than the jar's"
    compared=$((compared + 1))
}

compared=0
path=$nothing
[ "$launcher" != "$image/bin/plimsoll.cmd" ] || path=$PATH
same --version
same --help
same check --help
same check testdata/bench/compose.yaml
same check testdata/demo
same check --output json --profile strict testdata/demo
same check --output concise testdata/loading
same model testdata/bench/compose.yaml
same rules --output json
same explain tmpfs-unbounded
same explain tmpfs-unbound
same check --no-such-option
same check no-such-file.yaml

# An editor says hello and leaves without a goodbye: what it speaks with us through is in the image, too.
hello='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
code=0
printf 'Content-Length: %s\r\n\r\n%s' "${#hello}" "$hello" |
    PATH=$path JAVA_HOME='' "$launcher" lsp >"$temporary/lsp" 2>"$temporary/lsp.err" || code=$?
[ "$code" -eq 1 ] || fail "plimsoll lsp: exit code $code where an editor left"
case $(cat "$temporary/lsp") in
*'"serverInfo":{"name":"plimsoll"'*) ;;
*) fail "plimsoll lsp does not answer: $(cat "$temporary/lsp.err")" ;;
esac

# From the cache, although it lies elsewhere now? The name of the log has to be one word.
cd "$temporary"
PLIMSOLL_JAVA_OPTS=-Xlog:class+load:file=classes.txt:none \
    "$launcher" check "$here/testdata/bench/compose.yaml" >/dev/null
all=$(wc -l <classes.txt)
cached=$(grep -c 'shared objects file' classes.txt || true)
[ "$cached" -gt $((all * 95 / 100)) ] || fail "only $cached of $all classes come from the AOT cache"

# A cache that does not fit costs time and says nothing.
size=$(wc -c <"$image/lib/plimsoll.aot")
for damage in altered empty text missing; do
    case $damage in
    # In the middle, where the JVM would run it.
    altered) echo text | dd of="$image/lib/plimsoll.aot" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null ;;
    empty) : >"$image/lib/plimsoll.aot" ;;
    text) echo text >"$image/lib/plimsoll.aot" ;;
    missing) rm -f "$image/lib/plimsoll.aot" ;;
    esac
    "$launcher" check --output json "$here/testdata/bench/compose.yaml" >report.json 2>errors.txt
    [ ! -s errors.txt ] || fail "a $damage cache: $(cat errors.txt)"
    case $(cat report.json) in
    '{"version":1,'*) ;;
    *) fail "a $damage cache: $(head -c 200 report.json)" ;;
    esac
done
printf 'smoke: %s runs like the jar'\''s, %s of %s classes from the cache\n' "$compared" "$cached" "$all"
