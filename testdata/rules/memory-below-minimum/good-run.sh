docker run -m 6m --memory-swap 6m myapp
docker run -m 0 myapp
