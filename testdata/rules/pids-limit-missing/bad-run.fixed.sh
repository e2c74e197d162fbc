#!/bin/sh
docker run --name web --pids-limit 200 nginx:1.29 #! pids-limit-missing: "web"
