docker run --privileged --name dind docker:dind #! privileged-by-design: "dind" is privileged
