#!/bin/sh
# Installs the shop.
set -eu
PORT=8080

cat > compose.yaml <<'EOF'
services:
  web:
    image: nginx:${TAG:-1.27}
    tmpfs: [/run]
EOF

sudo tee /srv/shop/docker-compose.yml > /dev/null <<EOF
services:
  db:
    image: "postgres:16"
    ports: ["$PORT:5432"]
    hostname: $(hostname -s)
    labels: {by: `whoami`}
EOF

cat << "END" > "$HOME/shop/compose.yml"
services:
  cache:
    image: redis:8
END

# none of these is a file of Compose that can be told from here
cat >> compose.yaml <<EOF
services: {more: {image: x}}
EOF
cat > notes.txt <<EOF
services: {a: {image: x}}
EOF
cat > compose.yaml <<EOF | wc -l
networks: {a: {}}
EOF
cat > compose.yaml <<EOF
services: {a: {image: "x\$Y"}}
EOF
cat one two > compose.yaml <<EOF
services: {a: {image: x}}
EOF
python - > compose.yaml <<EOF
services: {a: {image: x}}
EOF
docker run --name web nginx
