docker run -d --tmpfs /var/lib/postgresql/data:size=1g postgres:16 #! tmpfs-on-data-path: is lost whenever the container stops
docker run -d --name db --tmpfs=/var/lib/mysql:size=1g mysql:8.4 #! tmpfs-on-data-path: is lost whenever
docker run -d --name docs --mount type=tmpfs,target=/data/db,tmpfs-size=1g mongo:7 #! tmpfs-on-data-path: is lost whenever
