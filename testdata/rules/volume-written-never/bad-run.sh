#!/bin/sh
docker run -v sessions:/data redis:8 redis-server --save "" #! volume-written-never: to write nothing there
