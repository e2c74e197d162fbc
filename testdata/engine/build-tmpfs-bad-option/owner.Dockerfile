FROM busybox
RUN --mount=type=tmpfs,target=/work,uid=1000,gid=1000 touch /work/file
