#!/bin/sh
docker run --pids-limit 100 nginx:1.29
