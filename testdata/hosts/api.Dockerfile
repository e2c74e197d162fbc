# syntax=docker/dockerfile:1
FROM golang:1.23
RUN docker run --rm alpine
