FROM debian:12
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make #! build-tmpfs-bad-option: "mode" is no option of a tmpfs in a build
RUN --mount=uid=1000,type=tmpfs,gid=1000,target=/work make test #! build-tmpfs-bad-option: "uid" #! build-tmpfs-bad-option: "gid"
