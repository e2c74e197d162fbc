#!/bin/sh
# all of them move, with what the program takes between them left where it is
docker run -d -v rows:/var/lib/mysql -p 127.0.0.1:3306:3306 mysql:8.4 --sort-buffer-size=4M --max-connections=50 #! run-option-after-image: "-v rows:/var/lib/mysql"
#!+3 run-option-after-image: "-v papers:/data/db" comes after the image mongo:8.0
docker run -d \
  -v papers:/data/db -p 127.0.0.1:27017:27017 \
  --restart always mongo:8.0 --auth \
  --quiet
