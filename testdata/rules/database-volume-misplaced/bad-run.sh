#!/bin/sh
docker run -d --name shop -v shop:/var/lib/postgresql/data postgres:18 #! database-volume-misplaced: does not start
docker run -d --name old -v old:/var/lib/postgresql postgres:16 #! database-volume-misplaced: which no other container finds
