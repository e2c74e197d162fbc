FROM alpine:3.20
HEALTHCHECK CMD wget -q -O /dev/null http://localhost/
CMD ["server"]
