#!/bin/sh
docker run --name web nginx:1.29 #! cpu-limit-missing: "web"
