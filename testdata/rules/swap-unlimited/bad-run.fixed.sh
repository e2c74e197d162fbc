docker run -m 2g --memory-swap 2g myapp #! swap-unlimited: -1
docker run --name equals --memory=2g --memory-swap=2g myapp #! swap-unlimited: -1
