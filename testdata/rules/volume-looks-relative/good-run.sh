#!/bin/sh
docker run -v ./data/sub:/srv -v data:/x myapp
