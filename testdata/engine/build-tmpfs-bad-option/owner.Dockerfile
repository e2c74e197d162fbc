FROM busybox
RUN --mount=type=tmpfs,target=/scratch,uid=1000,gid=1000 touch /scratch/file
