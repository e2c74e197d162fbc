@echo off
rem Starts Plimsoll with a Java of version 17 or newer; the same as the shell script beside it, for Windows.
rem
rem   PLIMSOLL_JAVA_HOME   the Java to use; else JAVA_HOME, else the first java on PATH
rem   PLIMSOLL_JAVA_OPTS   further options for the JVM, separated by blanks
rem   PLIMSOLL_CACHE_DIR   where class archives and releases are kept; else %LOCALAPPDATA%\plimsoll
rem   PLIMSOLL_NO_CACHE    set to anything: neither makes nor uses a class archive
rem   PLIMSOLL_OFFLINE     set to anything: downloads nothing
rem   PLIMSOLL_RELEASES_URL  where releases are downloaded from, a mirror of GitHub's .../releases/download
rem
rem A checkout of a release, which has bin\checksums.txt, downloads the image for Windows once, unless it has been built. Other
rem programs are started by their full names: cmd would look for them in the working directory first, among the files to lint.
rem
rem The arguments reach Java as they are: no delayed expansion, which would eat exclamation marks.
setlocal DisableDelayedExpansion
for %%i in ("%~dp0..") do set "plimsoll_root=%%~fi"
set "plimsoll_archive="
set "plimsoll_needed=17"
rem The JVM does without an archive that is not as it was written.
set plimsoll_verified=-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:+VerifySharedSpaces -XX:ArchiveRelocationMode=0 -XX:-AOTAdapterCaching -XX:-AOTStubCaching -XX:-AOTReplayTraining

set "plimsoll_image=%plimsoll_root%"
if exist "%plimsoll_root%\runtime\bin\java.exe" goto image
if exist "%plimsoll_root%\target\plimsoll.jar" goto java
if exist "%plimsoll_root%\lib\plimsoll.jar" goto java
if not exist "%plimsoll_root%\bin\checksums.txt" goto java
call :release
if errorlevel 1 exit /b 2
goto image

:java
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
set "plimsoll_java=%plimsoll_image%\runtime\bin\java.exe"
set plimsoll_program=-m dev.plimsoll/dev.plimsoll.cli.Main
if defined PLIMSOLL_NO_CACHE goto run
if exist "%plimsoll_image%\lib\plimsoll.aot" set plimsoll_archive="-XX:AOTCache=%plimsoll_image%\lib\plimsoll.aot" -Xlog:aot*=off:stderr %plimsoll_verified%

:run
rem The options of the shell script, for the same reasons. The encoding of names is the system's business here.
"%plimsoll_java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xss2m -XX:MaxNewSize=64m -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -Dplimsoll.launcher=1 -XX:+SuppressFatalErrorMessage %plimsoll_archive% %PLIMSOLL_JAVA_OPTS% %plimsoll_program% %*
if %errorlevel% equ 101 exit /b 1
if %errorlevel% equ 1 (
    echo plimsoll: the Java virtual machine "%plimsoll_java%" could not start>&2
    exit /b 2
)
exit /b %errorlevel%

rem release: where the image of this release is, in plimsoll_image, after it was downloaded if need be. Fails with 1.
:release
set "plimsoll_sum="
set "plimsoll_asset="
for /f "usebackq tokens=1,2" %%a in ("%plimsoll_root%\bin\checksums.txt") do call :asset %%a %%b
if not defined plimsoll_asset (
    echo plimsoll: "%plimsoll_root%\bin\checksums.txt" lists no image for Windows; build it with: mvn -Dquick package>&2
    exit /b 1
)
rem plimsoll-VERSION-windows-x64.tar.gz
set "plimsoll_version=%plimsoll_asset:~9,-19%"
set "plimsoll_cache=%PLIMSOLL_CACHE_DIR%"
if not defined plimsoll_cache if defined LOCALAPPDATA set "plimsoll_cache=%LOCALAPPDATA%\plimsoll"
if not defined plimsoll_cache set "plimsoll_cache=%plimsoll_root%\target"
rem With backslashes, also where Git Bash handed it over.
for %%i in ("%plimsoll_cache%") do set "plimsoll_cache=%%~fi"
set "plimsoll_releases=%plimsoll_cache%\releases"
set "plimsoll_image=%plimsoll_releases%\%plimsoll_asset:~0,-7%-%plimsoll_sum:~0,16%"
if exist "%plimsoll_image%\runtime\bin\java.exe" exit /b 0
if defined PLIMSOLL_OFFLINE (
    echo plimsoll: there is no "%plimsoll_image%", and PLIMSOLL_OFFLINE forbids to download it>&2
    exit /b 1
)

rem Without encryption only from this machine itself; a name of a user before the host could look like it.
set "plimsoll_url=%PLIMSOLL_RELEASES_URL%"
if not defined plimsoll_url set "plimsoll_url=https://github.com/plimsoll-dev/plimsoll/releases/download"
set "plimsoll_protocol="
if "%plimsoll_url:~0,17%"=="http://localhost:" set "plimsoll_protocol=http"
if "%plimsoll_url:~0,17%"=="http://127.0.0.1:" set "plimsoll_protocol=http"
if not "%plimsoll_url:@=%"=="%plimsoll_url%" set "plimsoll_protocol="
if "%plimsoll_url:~0,8%"=="https://" set "plimsoll_protocol=https"
if not defined plimsoll_protocol (
    echo plimsoll: PLIMSOLL_RELEASES_URL has to begin with https:// -- http:// is for this machine only>&2
    exit /b 1
)

rem A directory of its own for each run; the last step makes a whole release of it, or nothing.
set "plimsoll_work=%plimsoll_releases%\new-%RANDOM%-%RANDOM%"
mkdir "%plimsoll_work%\unpacked" 2>nul
if not exist "%plimsoll_work%\unpacked" (
    echo plimsoll: cannot write to "%plimsoll_releases%"; set PLIMSOLL_CACHE_DIR>&2
    exit /b 1
)
echo plimsoll: downloading %plimsoll_asset% into "%plimsoll_releases%" (once)>&2
"%SystemRoot%\System32\curl.exe" -fsSL --proto "=%plimsoll_protocol%" --proto-redir "=%plimsoll_protocol%" --connect-timeout 20 --speed-limit 1000 --speed-time 30 --retry 2 --max-filesize 200000000 -o "%plimsoll_work%\%plimsoll_asset%" "%plimsoll_url%/v%plimsoll_version%/%plimsoll_asset%" <nul
if errorlevel 1 (
    rmdir /s /q "%plimsoll_work%" 2>nul
    echo plimsoll: %plimsoll_asset% could not be downloaded; build it with: mvn -Dquick package>&2
    exit /b 1
)

rem The second line that certutil prints; older ones put blanks into it.
set "plimsoll_actual="
"%SystemRoot%\System32\certutil.exe" -hashfile "%plimsoll_work%\%plimsoll_asset%" SHA256 >"%plimsoll_work%\sum.txt"
for /f "usebackq skip=1 delims=" %%h in ("%plimsoll_work%\sum.txt") do if not defined plimsoll_actual set "plimsoll_actual=%%h"
if defined plimsoll_actual set "plimsoll_actual=%plimsoll_actual: =%"
if /i not "%plimsoll_actual%"=="%plimsoll_sum%" (
    rmdir /s /q "%plimsoll_work%" 2>nul
    echo plimsoll: %plimsoll_asset% is not what this checkout asks for: its SHA-256 is "%plimsoll_actual%", not %plimsoll_sum%; nothing of it was kept>&2
    exit /b 1
)

"%SystemRoot%\System32\tar.exe" -xzf "%plimsoll_work%\%plimsoll_asset%" -C "%plimsoll_work%\unpacked"
rem More than once, a second apart: a virus scanner may still be reading what is to be moved.
for /l %%i in (1,1,5) do if not exist "%plimsoll_image%" call :keep
rmdir /s /q "%plimsoll_work%" 2>nul
if exist "%plimsoll_image%\runtime\bin\java.exe" exit /b 0
echo plimsoll: %plimsoll_asset% could not be unpacked into "%plimsoll_image%">&2
exit /b 1

rem asset CHECKSUM NAME: is this a line of checksums.txt that counts here?
:asset
set "plimsoll_name=%~2"
if not "%plimsoll_name:~-19%"=="-windows-x64.tar.gz" exit /b 0
set "plimsoll_sum=%~1"
set "plimsoll_asset=%plimsoll_name%"
exit /b 0

rem keep: moves what was unpacked to where it is kept.
:keep
move "%plimsoll_work%\unpacked\plimsoll-%plimsoll_version%" "%plimsoll_image%" >nul 2>nul && exit /b 0
"%SystemRoot%\System32\ping.exe" -n 2 127.0.0.1 >nul
exit /b 0
