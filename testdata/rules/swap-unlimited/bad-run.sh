docker run -m 2g --memory-swap -1 myapp #! swap-unlimited: -1
docker run --name equals --memory=2g --memory-swap=-1 myapp #! swap-unlimited: -1
