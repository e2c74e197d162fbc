docker run<<'
docker run