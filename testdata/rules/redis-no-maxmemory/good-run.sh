#!/bin/sh
docker run -m 256m --memory-swap 256m redis:8 redis-server --maxmemory 128mb
docker run -m 256m --memory-swap 256m redis:8 redis-cli -h store
