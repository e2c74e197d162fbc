#!/bin/sh
docker run --name web --memory 512m --memory-swap 512m nginx:1.29 #! memory-limit-missing: "web"
