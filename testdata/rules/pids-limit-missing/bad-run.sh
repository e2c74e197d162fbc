#!/bin/sh
docker run --name web nginx:1.29 #! pids-limit-missing: "web"
