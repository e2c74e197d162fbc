#!/bin/sh
docker run -v uploads:/srv/uploads myapp
docker run -v "$PWD":/app -v /app/data myapp
