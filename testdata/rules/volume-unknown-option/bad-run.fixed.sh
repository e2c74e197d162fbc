#!/bin/sh
docker run -v data:/srv:ro myapp #! volume-unknown-option: refuses to create the container
docker run -v data:/srv:ro -v /etc/app:/app:rw,read_only myapp #! volume-unknown-option: "readonly" #! volume-unknown-option: "read_only"
docker run -v data:/srv myapp #! volume-unknown-option: "size=1g"
