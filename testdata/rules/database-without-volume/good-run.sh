#!/bin/sh
docker run -d --name shop -v shop:/var/lib/postgresql/data postgres:17
docker run -d --name shop $OPTIONS postgres:17
docker run --rm postgres:17 psql -h db
docker run -d --name shop-test postgres:17
