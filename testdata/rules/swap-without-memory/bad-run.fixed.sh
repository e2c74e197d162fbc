docker run --memory-swap 2g --memory 2g myapp #! swap-without-memory: swap limit of 2g
