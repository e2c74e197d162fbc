#!/bin/bash
args=(-v /x:/y) #! run-option-after-image: "-v /x:/y" stands behind the image redis
docker run alpine --rm "${args[@]}" #! run-option-after-image: "-v /x:/y" stands behind the image alpine
docker run redis "${args[@]}"
