docker run "
"