#!/bin/sh
# Writes Compose files to measure on; the same arguments give the same bytes.
#
#   compose-files.sh tree DIRECTORY COUNT    COUNT directories with one compose.yaml of one to five services each
#   compose-files.sh file SERVICES           one file with that many services, to standard output
set -eu

case $1 in
tree)
    mkdir -p "$2"
    awk -v directory="$2" -v count="$3" '
        BEGIN {
            for (i = 0; i < count; i++) printf "%s/project%05d\n", directory, i
        }' </dev/null | xargs mkdir -p
    ;;
file) ;;
*)
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac

awk -v what="$1" -v directory="${2:-}" -v count="${3:-0}" '
    # A service as people write them: an application, or something with data. Now and then one that is worth a finding.
    function service(name, number) {
        text = "  " name ":\n"
        if (number % 3 == 0) {
            text = text "    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n"
            text = text "    volumes:\n      - data:/var/lib/postgresql/data\n    shm_size: 256m\n"
        } else {
            text = text "    image: example/" name ":4." number % 10 ".0\n    restart: unless-stopped\n"
            text = text "    environment:\n      LEVEL: info\n      NUMBER: \"" number "\"\n"
            text = text "    ports:\n      - \"" 10000 + number % 50000 ":80\"\n"
            text = text "    healthcheck:\n      test: [\"CMD\", \"curl\", \"-f\", \"http://localhost/health\"]\n      interval: 10s\n"
            text = text "    mem_limit: 512m\n    memswap_limit: 512m\n"
            text = text "    tmpfs:\n      - /tmp:" (number % 17 == 1 ? "mode=1777" : "size=64m,mode=1777") "\n"
        }
        return text
    }
    function project(services, number) {
        printf "# Project %d\nservices:\n", number > out
        for (s = 0; s < services; s++) printf "%s", service("service" s, number + s) > out
        printf "volumes:\n  data:\n" > out
    }
    BEGIN {
        if (what == "file") {
            out = "/dev/stdout"
            project(directory, 0)
        } else {
            for (i = 0; i < count; i++) {
                out = sprintf("%s/project%05d/compose.yaml", directory, i)
                project(1 + i % 5, i)
                close(out)
            }
        }
    }' </dev/null
