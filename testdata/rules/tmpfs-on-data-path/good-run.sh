docker run -d -v pg:/var/lib/postgresql/data --tmpfs /tmp:size=64m postgres:16
docker run --name db-test --tmpfs /var/lib/postgresql/data:size=1g postgres:16
docker run $OPTIONS --tmpfs /var/lib/mysql:size=1g "$IMAGE"
