#!/bin/sh
docker run -m 256m --memory-swap 256m --name sessions redis:8 #! redis-no-maxmemory: does not know its 256m
