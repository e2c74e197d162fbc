#!/bin/bash
args=(-v /x:/y) #! run-option-after-image: "-v /x:/y" comes after the image redis
docker run alpine --rm "${args[@]}" #! run-option-after-image: "-v /x:/y" comes after the image alpine
docker run redis "${args[@]}"
