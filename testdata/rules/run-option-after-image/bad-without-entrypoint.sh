#!/bin/sh
# what follows these images is a program, and none is called like an option
docker run alpine --memory 1g --memory-swap 1g #! run-option-after-image: "--memory 1g" comes after the image alpine
docker run ubuntu:24.04 --memory=512m --memory-swap=512m bash #! run-option-after-image: "--memory=512m" comes after the image ubuntu:24.04
docker run --rm debian -e LANG=C env #! run-option-after-image: "-e LANG=C"
