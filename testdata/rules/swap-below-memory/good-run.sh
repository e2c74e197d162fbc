docker run -m 2g --memory-swap 2g myapp
docker run -m 2g --memory-swap 0 myapp
