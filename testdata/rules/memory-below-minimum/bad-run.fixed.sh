docker run -m 512m --memory-swap 1g myapp #! memory-below-minimum: 512
docker run --name reserved --memory-reservation=64m myapp #! memory-below-minimum: 64
