docker run -m 2g --memory-swap 2g myapp
docker run -m 2g --tmpfs /tmp:size=64m myapp
docker run myapp
