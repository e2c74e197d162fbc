@test "it runs" {
  docker run -d redis
}
