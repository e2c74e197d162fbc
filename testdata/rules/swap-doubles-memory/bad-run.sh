docker run -m 2g myapp #! swap-doubles-memory: "myapp" may use 2g of swap
docker run -dm1536m --name bundle myapp #! swap-doubles-memory: 1.5g
