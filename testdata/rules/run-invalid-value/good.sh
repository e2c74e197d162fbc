#!/bin/sh
docker run -m 1gib --memory-swap -1 --memory-swappiness 0 nginx
docker run -m "$LIMIT" -p $PORT:80 --cpus ${CPUS} nginx
docker run --rm --restart no nginx
docker run --rm=false --restart always nginx
docker run -d=false -a stdout nginx
docker run -p 127.0.0.1::80 -p '[::1]:80:80' -p 8000-8010:80 -p published=80,target=80 nginx
docker run --ulimit nofile=1024:-1 --ulimit core=0 nginx
docker run --mount 'type=volume,source=data,target=/x,"volume-opt=o=a,b"' nginx
docker run -v 'C:\data:/data' -v data:/x:ro,z nginx
docker run --device /dev/fuse --device /dev/sda:/dev/xvda:r --device nvidia.com/gpu=all nginx
docker run --device-cgroup-rule 'c 1:* rmw' --gpus '"device=0,1"' nginx
docker run --health-interval 1m30s --health-timeout 0 nginx
docker run --no-healthcheck=false --health-cmd true nginx
docker run --network web --network-alias db postgres
# what stands behind a second dash or slash counts nothing
docker run -p 1-2-3:4 -p 22/tcp/tcp --expose 80-81-82 nginx
docker run -p '[::ffff:127.0.0.1]:80:80' -p '[]:81:81' nginx
docker run --mount type=bind,source=/a,target=/b,bind-recursive=writable,readonly nginx
docker run --mount type=bind,source=/a,target=/b,bind-recursive=writable,readonly=$RO nginx
docker run --mount type=volume,target=/b,bind-recursive=enabled nginx
docker run --network name=web,ip=10.0.0.9 --ip "$IP" --network-alias a nginx
docker run --network web --network name=back,ip=10.0.0.9 --ip 10.0.0.8 nginx
docker run --label ' x=y z' --label "$LABEL" nginx
docker run --mount type=bind,source=/a,target=/b,bind-propagation=RSLAVE nginx
docker run --mount type=$TYPE,target=/b --mount type=bind,$SOURCE,target=/c nginx
docker run --mount 'type=bind,source=C:\a,target=C:\b' --mount type=npipe,source=x,target=y nginx
docker run $OPTIONS
docker run
docker run IMAGE
docker run Registry.example.com:5000/team/app:Latest
podman run --memory 1x --rm --restart always nginx
# what the tmpfs rules speak of
docker run --mount type=tmpfs,target=/x,tmpfs-size=50%,noexec nginx
