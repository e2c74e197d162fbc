docker run -m 2g --memory-swap 2g myapp
docker run -m 2g --memory-swap -1 myapp
docker run -m "$LIMIT" myapp
docker run -m 2g $OPTIONS myapp
docker run --tmpfs /tmp:size=64m myapp
docker run --memory-reservation 1g myapp
