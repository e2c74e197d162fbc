docker run --cgroup-parent=/batch ghcr.io/acme/batch:2 #! cgroup-parent: the control group /batch
