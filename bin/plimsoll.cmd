@echo off
rem Starts Plimsoll with a Java of version 17 or newer; the same as the shell script beside it, for Windows.
rem
rem   PLIMSOLL_JAVA_HOME   the Java to use; else JAVA_HOME, else the first java on PATH
rem   PLIMSOLL_JAVA_OPTS   further options for the JVM, separated by blanks
rem   PLIMSOLL_CACHE_DIR   where the class archives are kept; else %LOCALAPPDATA%\plimsoll
rem   PLIMSOLL_NO_CACHE    set to anything: neither makes nor uses a class archive
rem
rem The arguments reach Java as they are: no delayed expansion, which would eat exclamation marks.
setlocal DisableDelayedExpansion
for %%i in ("%~dp0..") do set "plimsoll_root=%%~fi"
set "plimsoll_archive="
set "plimsoll_needed=17"
rem The JVM does without an archive that is not as it was written.
set plimsoll_verified=-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:+VerifySharedSpaces -XX:ArchiveRelocationMode=0 -XX:-AOTAdapterCaching -XX:-AOTStubCaching

if exist "%plimsoll_root%\runtime\bin\java.exe" goto image

set "plimsoll_java="
if defined PLIMSOLL_JAVA_HOME (
    set "plimsoll_home=%PLIMSOLL_JAVA_HOME%"
    goto home
)
if defined JAVA_HOME (
    set "plimsoll_home=%JAVA_HOME%"
    goto home
)
for %%i in (java.exe) do set "plimsoll_java=%%~$PATH:i"
if not defined plimsoll_java (
    echo plimsoll: Java %plimsoll_needed% or newer is needed, but no java is on PATH; set PLIMSOLL_JAVA_HOME or JAVA_HOME>&2
    exit /b 2
)
rem Not always the folder of a JDK: without a file "release" the version stays unknown.
for %%i in ("%plimsoll_java%\..\..") do set "plimsoll_home=%%~fi"
goto version

:home
set "plimsoll_java=%plimsoll_home%\bin\java.exe"
if not exist "%plimsoll_java%" (
    echo plimsoll: Java %plimsoll_needed% or newer is needed, but "%plimsoll_home%" has no bin\java.exe>&2
    exit /b 2
)

:version
set "plimsoll_version="
set "plimsoll_build="
set "plimsoll_major="
if exist "%plimsoll_home%\release" for /f "usebackq tokens=1,* delims==" %%a in ("%plimsoll_home%\release") do (
    if "%%a"=="JAVA_VERSION" set "plimsoll_version=%%~b"
    if "%%a"=="JAVA_RUNTIME_VERSION" set "plimsoll_build=%%~b"
)
if defined plimsoll_version for /f "delims=.-_+" %%a in ("%plimsoll_version%") do set "plimsoll_major=%%a"
if not defined plimsoll_major goto jar
if %plimsoll_major% lss %plimsoll_needed% (
    echo plimsoll: Java %plimsoll_needed% or newer is needed, but "%plimsoll_home%" is Java %plimsoll_version%>&2
    exit /b 2
)

:jar
set "plimsoll_jar=%plimsoll_root%\lib\plimsoll.jar"
if exist "%plimsoll_root%\target\plimsoll.jar" set "plimsoll_jar=%plimsoll_root%\target\plimsoll.jar"
if not exist "%plimsoll_jar%" (
    echo plimsoll: there is no "%plimsoll_jar%"; build it with: mvn -Dquick package>&2
    exit /b 2
)
set plimsoll_program=-jar "%plimsoll_jar%"

rem From Java 19 on the JVM makes an archive itself at the end of a run, and a new one when it does not fit. Java 17 and
rem 18 start without: this script has no background in which to make one.
if defined PLIMSOLL_NO_CACHE goto run
if not defined plimsoll_build goto run
if %plimsoll_major% lss 19 goto run
if not exist "%plimsoll_jar%.sha256" goto run
set "plimsoll_cache=%PLIMSOLL_CACHE_DIR%"
if not defined plimsoll_cache (
    if defined CI goto run
    if not defined LOCALAPPDATA goto run
)
if not defined plimsoll_cache set "plimsoll_cache=%LOCALAPPDATA%\plimsoll"
set /p plimsoll_checksum=<"%plimsoll_jar%.sha256"
set "plimsoll_cache=%plimsoll_cache%\%plimsoll_checksum:~0,16%"
if not exist "%plimsoll_cache%" mkdir "%plimsoll_cache%" 2>nul
if not exist "%plimsoll_cache%" goto run
set plimsoll_archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%plimsoll_cache%\%plimsoll_build%.archive" %plimsoll_verified%
goto run

:image
set "plimsoll_java=%plimsoll_root%\runtime\bin\java.exe"
set plimsoll_program=-m dev.plimsoll/dev.plimsoll.cli.Main
if defined PLIMSOLL_NO_CACHE goto run
if exist "%plimsoll_root%\lib\plimsoll.aot" set plimsoll_archive="-XX:AOTCache=%plimsoll_root%\lib\plimsoll.aot" -Xlog:aot*=off:stderr %plimsoll_verified%

:run
rem The options of the shell script, for the same reasons. The encoding of names is the system's business here.
"%plimsoll_java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xss2m -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -Dplimsoll.launcher=1 -XX:+SuppressFatalErrorMessage %plimsoll_archive% %PLIMSOLL_JAVA_OPTS% %plimsoll_program% %*
if %errorlevel% equ 101 exit /b 1
if %errorlevel% equ 1 (
    echo plimsoll: the Java virtual machine "%plimsoll_java%" could not start>&2
    exit /b 2
)
exit /b %errorlevel%
