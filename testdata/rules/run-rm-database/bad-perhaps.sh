#!/bin/sh
# no second volume beside one that may be meant for the data
docker run --rm --name papers -v papers:/papers mongo:8.0 #! run-rm-database: "papers" is removed when it stops
docker run --rm --name letters -v dumps:/backups mongo:8.0 #! run-rm-database: "letters" is removed when it stops
