docker run --memory-swap 2g -m 1g myapp
docker run --memory-swap 2g $OPTIONS myapp
