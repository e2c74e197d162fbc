#!/bin/sh
docker run -v data:/srv -v site:/srv/site myapp
docker run -v data:/srv -v data:/srv myapp
