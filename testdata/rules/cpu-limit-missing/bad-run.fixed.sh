#!/bin/sh
docker run --name web --cpus 1.0 nginx:1.29 #! cpu-limit-missing: "web"
