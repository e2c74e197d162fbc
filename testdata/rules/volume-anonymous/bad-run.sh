#!/bin/sh
docker run -v /srv/uploads --name app myapp #! volume-anonymous: /srv/uploads
