#!/bin/sh
docker run -v dd:/srv -v 'C:\\data:/x' myapp
