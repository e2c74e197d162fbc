docker run -d -v postgres-16-data:/var/lib/postgresql/data postgres:16 #! tmpfs-on-data-path: is lost whenever the container stops
docker run -d --name db --volume=db-data:/var/lib/mysql mysql:8.4 #! tmpfs-on-data-path: is lost whenever
docker run -d --name docs --mount type=volume,source=docs-data,target=/data/db mongo:7 #! tmpfs-on-data-path: is lost whenever
