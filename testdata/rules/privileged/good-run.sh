docker run --privileged=false alpine:3 id
docker run alpine:3 --privileged
docker run "$PRIVILEGED" alpine:3
docker run --privileged --name dind docker:dind
echo docker run --privileged alpine:3
