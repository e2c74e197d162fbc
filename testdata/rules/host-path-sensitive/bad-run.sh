#!/bin/sh
docker run -v /etc:/host/etc myapp #! host-path-sensitive: take over the host
