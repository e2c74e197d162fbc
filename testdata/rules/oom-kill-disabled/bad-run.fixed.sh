#!/bin/sh
docker run myapp #! oom-kill-disabled: no memory limit
