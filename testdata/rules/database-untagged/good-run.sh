docker run -d -v pg:/var/lib/postgresql/data postgres:16
docker run -d -v mongo:/data/db "mongo:$VERSION"
docker run -it --rm --network shop mysql mysql -h db -u root -p
docker run --rm -it postgres
