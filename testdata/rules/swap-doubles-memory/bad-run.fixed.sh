docker run -m 2g --memory-swap 2g myapp #! swap-doubles-memory: "myapp" may use 2g of swap
docker run -dm1536m --memory-swap 1536m --name bundle myapp #! swap-doubles-memory: 1.5g
