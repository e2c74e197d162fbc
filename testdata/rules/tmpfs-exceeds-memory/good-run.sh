docker run -m 4g --tmpfs /tmp:size=2g myapp
docker run -m 1g -m 4g --tmpfs /tmp:size=2g myapp
docker run $OPTIONS --tmpfs /tmp:size=2g myapp
