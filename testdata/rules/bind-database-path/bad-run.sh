#!/bin/sh
docker run -v ./data/db:/var/lib/mysql mariadb:11 #! bind-database-path: ./data/db
