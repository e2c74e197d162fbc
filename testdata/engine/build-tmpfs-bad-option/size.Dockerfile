FROM busybox
USER 1000
RUN --mount=type=tmpfs,target=/scratch,size=8m touch /scratch/file && df /scratch | grep -w 8192
RUN --mount=type=cache,target=/kept,mode=0770,uid=1000 touch /kept/file
