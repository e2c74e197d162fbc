FROM debian:12
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make #! build-tmpfs-bad-option: "mode" is not an option of a tmpfs in a build
RUN --mount=uid=1000,type=tmpfs,gid=1000,target=/work make test #! build-tmpfs-bad-option: "uid" #! build-tmpfs-bad-option: "gid"
RUN --mount=type=tmpfs,target=/tmp,sharing=locked make #! build-tmpfs-bad-option: "sharing"
RUN --mount=type=tmpfs,target=/tmp,required make #! build-tmpfs-bad-option: "required"
RUN --mount=type=tmpfs,target=/tmp,size=50% make #! build-tmpfs-bad-option: "50%" is not a valid size of a tmpfs in a build
RUN --mount=type=tmpfs,target=/tmp,noexec make #! build-tmpfs-bad-option: "noexec"
