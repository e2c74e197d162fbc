#!/bin/sh
docker run -v app-data:/srv/uploads --name app myapp #! volume-anonymous: /srv/uploads
