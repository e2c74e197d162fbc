#!/bin/sh
docker run -v d:/srv myapp #! volume-one-letter: Windows drive: the data goes to an anonymous volume
