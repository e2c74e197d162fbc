#!/bin/sh
docker run -v ./data/sub:/srv myapp #! volume-looks-relative: the engine refuses to create the container
