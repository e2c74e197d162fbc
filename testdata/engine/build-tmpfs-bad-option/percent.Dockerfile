FROM busybox
RUN --mount=type=tmpfs,target=/work,size=50% true
