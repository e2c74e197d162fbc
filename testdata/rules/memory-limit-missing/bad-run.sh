#!/bin/sh
docker run --name web nginx:1.29 #! memory-limit-missing: "web"
