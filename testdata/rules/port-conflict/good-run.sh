docker run -p 8080:80 nginx
docker run -p 8080:80 httpd
