#!/bin/sh
docker run -m 2g --memory-swap 2g -e JAVA_TOOL_OPTIONS=-Xmx1g myapp
docker run -m "$LIMIT" myapp java -Xmx3g -jar app.jar
