#!/bin/sh
docker run -v d:/srv myapp #! volume-one-letter: Windows drive
