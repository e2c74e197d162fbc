FROM busybox
RUN --mount=type=tmpfs,target=/scratch,size=50% true
