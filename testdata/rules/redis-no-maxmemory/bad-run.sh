#!/bin/sh
docker run -m 256m --memory-swap 256m --name sessions redis:8 #! redis-no-maxmemory: "sessions" has a 256m memory limit but no --maxmemory
