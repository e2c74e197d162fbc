# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["cmd", "/S", "/C"]
#!+2 build-tmpfs-bad-option: "mode"
RUN `
    --mount=type=tmpfs,target=C:\scratch `
    # the compiler writes here
    msbuild C:\src\app.sln /p:OutDir=C:\app\
