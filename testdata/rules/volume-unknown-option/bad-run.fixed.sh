#!/bin/sh
docker run -v data:/srv myapp #! volume-unknown-option: refuses to create the container
