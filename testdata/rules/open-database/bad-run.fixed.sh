docker run -d --name cache -p 127.0.0.1:6379:6379 redis:7 #! open-database: "cache" (Redis) asks for no password
docker run -d -p127.0.0.1:6380:6379 redis:7 redis-server --appendonly yes #! open-database: port 6380 is open
docker run -d --publish=127.0.0.1:27017:27017 -v mongo:/data/db mongo:7 #! open-database: "mongo:7" (MongoDB)
docker run -d --network back -p "127.0.0.1:11211:11211" memcached:1.6 -m 64 #! open-database: "memcached:1.6" (Memcached)
docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_HOST_AUTH_METHOD=trust -v pg:/var/lib/postgresql/data postgres:16 #! open-database: trust
