#!/bin/sh
docker run --oom-kill-disable myapp #! oom-kill-disabled: no memory limit
