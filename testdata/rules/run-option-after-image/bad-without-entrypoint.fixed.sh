#!/bin/sh
# what follows these images is a program, and none is called like an option
docker run --memory 1g --memory-swap 1g alpine #! run-option-after-image: "--memory 1g" comes after the image alpine
docker run --memory=512m --memory-swap=512m ubuntu:24.04 bash #! run-option-after-image: "--memory=512m" comes after the image ubuntu:24.04
docker run --rm -e LANG=C debian env #! run-option-after-image: "-e LANG=C"
