#!/bin/sh
docker run alpine sort -m a b
docker run busybox nice -m 1g
docker run registry.example/alpine --memory 1g
docker run ghcr.io/acme/batch:1 --memory 1g
