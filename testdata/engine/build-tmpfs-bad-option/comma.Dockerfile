FROM busybox
RUN --mount=type=tmpfs, target=/scratch touch /scratch/file
