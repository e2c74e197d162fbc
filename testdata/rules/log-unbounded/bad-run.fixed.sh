#!/bin/sh
docker run --name web --log-opt max-size=10m --log-opt max-file=3 nginx:1.29 #! log-unbounded: "web"
docker run --log-opt max-file=3 --log-opt max-size=10m --log-opt max-file=3 --name api myapp #! log-unbounded: "api"
