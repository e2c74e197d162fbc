#!/bin/sh
docker run -d --name=-web nginx #! container-name-invalid: "-web" is not a valid container name: the engine refuses
docker create --name über nginx #! container-name-invalid: "über"
docker run --name w nginx #! container-name-invalid: "w" is not a valid container name
docker run --name /w nginx #! container-name-invalid: "/w"
docker run --name team/web nginx #! container-name-invalid: "team/web"
