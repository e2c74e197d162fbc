docker run -p 127.0.0.1:8080:80 nginx #! image-untagged: "nginx" runs an image without a tag
docker run ghcr.io/acme/web:nightly #! image-untagged: runs the tag "nightly"
