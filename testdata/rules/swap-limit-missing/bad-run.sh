docker run -m 2g --tmpfs /tmp:size=64m myapp #! swap-limit-missing: limited to 2g
docker run --memory=2g --name long --tmpfs /tmp:size=64m myapp #! swap-limit-missing: "long" is limited to 2g of memory but may use 2g of swap as well (Docker's default), for its tmpfs files too
docker run -dm1536m --name bundle --tmpfs /tmp:size=64m myapp #! swap-limit-missing: limited to 1.5g
docker run --name none --tmpfs /tmp:size=8g myapp #! swap-limit-missing: may hold 8g
docker run --tmpfs /tmp:size=64m -m "2g" --name quoted myapp #! swap-limit-missing: limited to 2g
#!+2 swap-limit-missing: limited to 1g
docker run -d \
  --memory 1g \
  --tmpfs /tmp:size=64m \
  --name lines \
  myapp
