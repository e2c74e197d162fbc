#!/bin/sh
docker run -m 1g --memory-swap 1g --kernel-memory 64m myapp #! cgroup-v1-only: not supported since Linux 5.4
docker run -m 1g --memory-swap 1g --memory-swappiness=0 myapp #! cgroup-v1-only: needs cgroup v1: on v2 the engine drops it with a warning
