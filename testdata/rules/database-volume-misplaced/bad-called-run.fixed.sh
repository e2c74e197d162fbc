docker run -d --name cart -v cart:/data redis:7.2 #! database-volume-misplaced: /redis
