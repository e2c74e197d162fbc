#!/bin/sh
docker run -d -e POSTGRES_PASSWORD=x postgres:16
docker run --rm -v pg:/var/lib/postgresql/data postgres:16
docker run --rm -v "$PWD/db:/var/lib/mysql" mysql:8.4
docker run --rm --mount type=volume,source=m,target=/data/db mongo:7
# clients and shells
docker run --rm -it postgres:16 psql -h db
docker run --rm mysql:8.4 mysql -h db
docker run -it --rm --entrypoint sh mongo:7
docker run --rm mongo:7 mongosh mongodb://db
# meant to go
docker run --rm --name db-test postgres:16
docker run --rm redis:7 --save "" --appendonly no
docker run --rm --tmpfs /var/lib/mysql:size=1g mysql:8.4
docker run --rm=false mysql:8.4
# nobody knows
docker run --rm $OPTIONS mysql:8.4
docker run --rm --volumes-from data mysql:8.4
docker run --rm -v "$MOUNT" mysql:8.4
docker run --rm nginx
