#!/bin/sh
# all of them move, with what the program takes between them left where it is
docker run -d mysql:8.4 --sort-buffer-size=4M -v rows:/var/lib/mysql --max-connections=50 -p 127.0.0.1:3306:3306 #! run-option-after-image: "-v rows:/var/lib/mysql"
#!+3 run-option-after-image: "-v papers:/data/db" comes after the image mongo:8.0
docker run -d \
  mongo:8.0 --auth \
  -v papers:/data/db \
  --quiet \
  -p 127.0.0.1:27017:27017 \
  --restart always
