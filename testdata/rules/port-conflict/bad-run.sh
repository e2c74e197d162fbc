docker run -p 8080:80 -p 8080:81 nginx #! port-conflict: host port 8080 is published twice
