docker run nginx:1.27 #! image-without-digest: the registry decides what its tag stands for
