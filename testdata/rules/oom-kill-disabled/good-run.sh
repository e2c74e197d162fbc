#!/bin/sh
docker run -m 1g --oom-kill-disable myapp
docker run --oom-kill-disable=false myapp
