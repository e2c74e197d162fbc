docker run -d --name cart -v cart:/redis redis:7.2 #! database-volume-misplaced: /redis
