@echo off
REM docker run no
:: docker run no
@docker run -e "A=b c" -v %CD%:/x redis
if exist x docker run y > nul
call docker run %* %~dp0 50%% z & docker run a^&b
