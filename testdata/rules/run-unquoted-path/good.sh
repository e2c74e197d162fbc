#!/bin/sh
docker run -v "$(pwd):/app" node:20
docker run -v "$(pwd)":/app node:20
docker run --volume="$PWD/src":/src node:20
docker run -v $PWDX:/app node:20
docker run -v ./src:/app -w $PWD node:20
docker run node:20 ls -v $(pwd):/x
