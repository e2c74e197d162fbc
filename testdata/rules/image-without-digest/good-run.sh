docker run nginx:1.27@sha256:0ed5d5928d4737458944eb604cc8509e245c3e19d02ad83935398bc4b991aac7
docker run "$IMAGE"
