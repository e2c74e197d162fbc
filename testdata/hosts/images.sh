#!/bin/sh
cat > web.Dockerfile <<'END'
FROM nginx:1.27
RUN echo "$PATH" \
  end
END
tee Containerfile <<END
FROM $BASE
RUN echo \$PATH $(date) \\$USER
END
docker buildx build --push -f - . <<-END
	FROM redis:7
	  RUN true
	END
sudo podman build -t x - <<'END'
FROM busybox
END
docker build -f other - <<END
FROM busybox
END
cat > readme.txt <<END
FROM busybox
END
