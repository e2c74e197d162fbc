FROM busybox
RUN --mount=type=tmpfs,target=/scratch,tmpfs-size=8m touch /scratch/file
