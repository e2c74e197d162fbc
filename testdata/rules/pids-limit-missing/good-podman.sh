#!/bin/sh
podman run -d --name web nginx
