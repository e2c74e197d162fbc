FROM busybox
RUN --mount=type=tmpfs,target=/work,mode=1777 touch /work/file
