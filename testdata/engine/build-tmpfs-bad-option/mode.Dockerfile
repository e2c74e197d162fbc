FROM busybox
RUN --mount=type=tmpfs,target=/scratch,mode=1777 touch /scratch/file
