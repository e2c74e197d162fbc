#!/bin/sh
docker run --name web nginx:1.29 #! log-unbounded: "web"
docker run --log-opt max-file=3 --name api myapp #! log-unbounded: "api"
