#!/bin/sh
# Writes Compose files to measure on; the same arguments give the same bytes.
#
#   compose-files.sh tree DIRECTORY COUNT    COUNT directories with one compose.yaml of one to five services each
#   compose-files.sh varied DIRECTORY COUNT  COUNT directories as people have them: overrides, variables, anchors, builds, mistakes
#   compose-files.sh file SERVICES           one file with that many services, to standard output
set -eu

case $1 in
tree | varied)
    mkdir -p "$2"
    awk -v directory="$2" -v count="$3" '
        BEGIN {
            for (i = 0; i < count; i++) printf "%s/project%05d\n", directory, i
        }' </dev/null | xargs mkdir -p
    ;;
file) ;;
*)
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
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
    # An application as somebody else wrote it: what of Compose it uses goes by its number.
    function varied(i, place) {
        out = place "/" (i % 4 == 1 ? "docker-compose.yml" : "compose.yaml")
        if (i % 3 == 0) printf "version: \"3.8\"\n" > out
        if (i % 7 == 2) printf "x-log: &log\n  driver: json-file\n  options: {max-size: 10m, max-file: \"3\"}\n" > out
        printf "# Stack %d\nservices:\n  web:\n", i > out
        if (i % 5 == 3) printf "    build:\n      context: .\n      args:\n        VERSION: \"%d\"\n", i > out
        else printf "    image: %s:%d.%d\n", image[i % images], i % 9, i % 4 > out
        if (i % 2 == 0) printf "    container_name: web-%d\n    restart: %s\n", i, i % 4 ? "always" : "unless-stopped" > out
        if (i % 7 == 2) printf "    logging: *log\n" > out
        if (i % 6 == 1) printf "    privileged: true\n    network_mode: host\n" > out
        else printf "    ports:\n      - %d:80\n      - target: 443\n        published: \"%d\"\n", 8000 + i % 900, 9000 + i % 900 > out
        printf "    environment:\n      - TZ=${TZ:-UTC}\n      - MODE=production\n" > out
        if (i % 5 == 0) printf "      - PASSWORD=${PASSWORD}\n" > out
        printf "    volumes:\n      - ./data:/data\n" > out
        if (i % 9 == 4) printf "      - /var/run/docker.sock:/var/run/docker.sock:ro\n" > out
        if (i % 8 == 5) printf "      - cache:/var/cache\n    tmpfs: /run:size=16m\n" > out
        if (i % 3 == 1) {
            printf "    depends_on:\n      db:\n        condition: service_%s\n", i % 2 ? "started" : "healthy" > out
            printf "  db:\n    image: %s\n    environment:\n      POSTGRES_PASSWORD: ${PASSWORD:?missing}\n", database[i % 4] > out
            if (i % 2 == 0) printf "    healthcheck:\n      test: [\"CMD-SHELL\", \"pg_isready\"]\n      interval: 5s\n" > out
            if (i % 4 != 3) printf "    volumes:\n      - db:/var/lib/data\n" > out
            printf "    deploy:\n      resources:\n        limits: {memory: %dm}\n", 256 + i % 5 * 128 > out
        }
        if (i % 97 == 50) printf "    colour: red\n" > out
        printf "volumes:\n  db:\n  cache: {}\n" > out
        close(out)
        if (i % 5 == 0) {
            out = place "/.env"
            printf "PASSWORD=change%d\nTZ=Europe/Berlin\n", i > out
            close(out)
        }
        if (i % 12 == 6) {
            out = place "/compose.override.yaml"
            printf "services:\n  web:\n    mem_limit: 256m\n" > out
            close(out)
        }
    }
    BEGIN {
        images = split("nginx redis traefik grafana/grafana ghcr.io/example/app linuxserver/plex mariadb node registry.example.com/team/tool", image, " ")
        image[0] = "alpine"
        split("postgres:16 mysql:8 mongo:7 postgres:15-alpine", database, " ")
        database[0] = "redis:7"
        if (what == "file") {
            out = "/dev/stdout"
            project(directory, 0)
        } else if (what == "varied") {
            for (i = 0; i < count; i++) varied(i, sprintf("%s/project%05d", directory, i))
        } else {
            for (i = 0; i < count; i++) {
                out = sprintf("%s/project%05d/compose.yaml", directory, i)
                project(1 + i % 5, i)
                close(out)
            }
        }
    }' </dev/null
