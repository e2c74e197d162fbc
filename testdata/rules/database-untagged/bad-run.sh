docker run -d -v pg:/var/lib/postgresql postgres #! database-untagged: "postgres" runs whatever "postgres" is
docker run -d -v "$PWD/mysql:/var/lib/mysql" -e MYSQL_ROOT_PASSWORD mysql:latest #! database-untagged: whatever "mysql:latest" is
docker run --rm -v held:/var/lib/postgresql postgres #! database-untagged: "postgres" runs whatever "postgres" is
