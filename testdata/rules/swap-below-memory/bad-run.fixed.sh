docker run -m 2g --memory-swap 2g myapp #! swap-below-memory: swap limit 1g
