#!/bin/sh
docker run -m 64m nginx:1.29
docker run $OPTIONS nginx:1.29
