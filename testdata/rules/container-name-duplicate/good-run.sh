docker run --name web nginx
docker rm web
docker run --name web httpd
