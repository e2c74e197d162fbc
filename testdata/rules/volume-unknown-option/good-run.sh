#!/bin/sh
docker run -v data:/srv:ro,z myapp
podman run -v data:/srv:U myapp
