docker run -m 512 --memory-swap 1g myapp #! memory-below-minimum: 512
docker run --name reserved --memory-reservation=64 myapp #! memory-below-minimum: 64
