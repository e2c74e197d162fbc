#!/bin/sh
docker run -m 1g --memory-swap 1g --memory-swappiness -1 myapp
docker run myapp --kernel-memory 64m
