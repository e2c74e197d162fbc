#!/bin/sh
docker run --cpus 0.5 nginx:1.29
docker run --cpu-quota=50000 nginx:1.29
