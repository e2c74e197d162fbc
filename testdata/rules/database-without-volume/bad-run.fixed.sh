#!/bin/sh
docker run -d --name shop -e POSTGRES_PASSWORD_FILE=/run/secrets/pg -v shop-data:/var/lib/postgresql/data postgres:17 #! database-without-volume: "shop"
