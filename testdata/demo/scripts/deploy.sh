#!/bin/sh
docker run -d --name reports \
  --tmpfs /tmp \
  --memory 2g \
  example/reports
