#!/bin/sh
docker run -v data:/srv:readonly myapp #! volume-unknown-option: refuses to create the container
