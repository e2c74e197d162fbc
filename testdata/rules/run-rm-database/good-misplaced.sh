#!/bin/sh
# database-volume-misplaced moves what is mounted
docker run --rm --name papers -v papers:/data mongo:8.0
