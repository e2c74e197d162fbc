docker run -d -p 127.0.0.1:6379:6379 redis:7
docker run -d -p 6379:6379 redis:7 --requirepass "$REDIS_PASSWORD"
docker run -d -p "$BIND:6380:6379" redis:7
docker run -d -p 6381:6379 redis:7 $FLAGS
docker run -d -p 27017:27017 --env-file mongo.env -v mongo:/data/db mongo:7
docker run -d --network host -p 6382:6379 redis:7
docker run -d --network container:vpn redis:7
docker run -it --rm redis:7 redis-cli -h cache -p 6379
docker run -d --name redis-test -p 6383:6379 redis:7
