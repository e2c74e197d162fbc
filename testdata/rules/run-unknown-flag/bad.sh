#!/bin/sh
docker run --mem 1g nginx #! run-unknown-flag: has no flag --mem (did you mean --memory?)
docker run --memswap-limit=2g -m 2g nginx #! run-unknown-flag: did you mean --memory-swap?
docker run --mem_limit 2g nginx #! run-unknown-flag: did you mean --memory?
docker run -R nginx #! run-unknown-flag: has no flag -R
docker create --dettach nginx #! run-unknown-flag: has no flag --dettach
docker create -d nginx #! run-unknown-flag: docker create has no flag -d
docker volume create --size 1g data #! run-unknown-flag: docker volume create has no flag --size
#!+2 run-unknown-flag: has no flag --volumes (did you mean --volume?)
docker container run -d \
  --volumes data:/data \
  nginx
