#!/bin/sh
docker run -v data:/srv:readonly myapp #! volume-unknown-option: refuses to create the container
docker run -v data:/srv:ro,readonly -v /etc/app:/app:rw,read_only myapp #! volume-unknown-option: "readonly" #! volume-unknown-option: "read_only"
docker run -v data:/srv:size=1g myapp #! volume-unknown-option: "size=1g"
