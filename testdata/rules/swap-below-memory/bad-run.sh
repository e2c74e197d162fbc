docker run -m 2g --memory-swap 1g myapp #! swap-below-memory: swap limit 1g
