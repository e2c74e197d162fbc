docker run x
docker run ^
  y
