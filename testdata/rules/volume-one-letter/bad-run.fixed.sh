#!/bin/sh
docker run -v d-data:/srv myapp #! volume-one-letter: Windows drive
