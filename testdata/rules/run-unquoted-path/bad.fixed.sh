#!/bin/sh
docker run -v "$(pwd):/app" node:20 #! run-unquoted-path: $(pwd) in -v is not quoted
docker run --volume="$PWD/src:/src:ro" node:20 #! run-unquoted-path: $PWD in --volume is not quoted
docker run -it --mount "type=bind,source=`pwd`,target=/app" node:20 #! run-unquoted-path: `pwd` in --mount
#!+2 run-unquoted-path: ${PWD} in -v is not quoted
docker run --rm \
  -v "${PWD}:/work" \
  -w /work node:20 npm ci
