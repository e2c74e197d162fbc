docker run --memory-swap -1 myapp
