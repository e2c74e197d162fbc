#!/bin/sh
docker run --mount type=bind,source=/srv/data,target=/data app #! volume-looks-relative: "/srv/data"
docker run --mount type=bind,src=./data/sub,dst=/data app #! volume-looks-relative: the engine refuses
docker run --mount "type=bind,source=./data,target=/data,readonly" app #! volume-looks-relative: "./data"
docker run --mount source=~/data,target=/data app #! volume-looks-relative: "~/data"
docker run --mount source=/srv/data,target=/data,volume-nocopy app #! volume-looks-relative: "/srv/data"
