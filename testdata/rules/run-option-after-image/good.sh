#!/bin/sh
# the program's own options
docker run redis --maxmemory 1g --appendonly yes
docker run memcached -m 64 -p 11211
docker run postgres:16 -c fsync=off -p 5433
docker run mysql:8.4 --max-connections=10
docker run curlimages/curl -v http://example.com/
docker run instrumentisto/nmap -p 80 example.com
docker run bitnami/kubectl -n kube-system get pods
docker run quay.io/coreos/etcd --name node1 --listen-client-urls http://0.0.0.0:2379
docker run k8s-tool --memory 1g --name x
docker run ansible-runner -e ENV=prod site.yml
docker run hello -d
# a program of its own stands first
docker run alpine docker run -p 80:80 nginx
docker run --entrypoint /run.sh myapp --tmpfs /tmp
docker run myapp -p $PORTS
docker run myapp serve -v data:/var/lib/data
docker run redis sh -c "tar c -v a:/b"
docker run redis --appendonly yes $MORE -v a:/b
docker run redis docker run -v a:/b alpine
docker run mysql:8 mysql -h db -u root -p secret
docker run alpine tar -c -v a:/b
