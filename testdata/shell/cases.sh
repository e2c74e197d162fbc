docker run redis
docker   run	-d   redis
docker run --name 'a b' redis
docker run --name "a b" redis
docker run --name a\ b redis
docker run -e A='x'"y"z redis
docker run -e 'A="x"' redis
docker run -e "A='x'" redis
docker run -e "A=\"x\"" redis
docker run -e "A=\\x\$y\`z\q" redis
docker run -e A=\"x\" redis
docker run '' "" redis
docker run -e A= redis
docker run -e A=''"" redis
docker run -e A=$'tab\there' redis
docker run -e A=$"local" redis
docker run -e A=a#b redis
docker run redis # a comment with 'quote
docker run redis #comment
docker run 'redis # no' x
docker run \#redis
docker run red\
is
----
docker run \
  --tmpfs /x \
  -m 1g \
  redis
----
docker run\
 redis
----
docker run "a\
b" c
----
docker run 'a\
b' c
----
docker run 'a
b' "c
d"
----
docker run -d redis \ 
x=1
----
docker run redis; docker run nginx
docker run redis && docker run nginx || docker run never
docker run redis & docker run nginx; wait
docker run redis | cat
docker run redis |& cat
docker run redis >/dev/null
docker run redis 2>&1
docker run redis > /dev/null 2>&1 -x
docker run >/dev/null redis
docker run 2>/dev/null redis 3
docker run redis &>/dev/null
docker run redis &>>/dev/null
docker run redis >&2
docker run redis </dev/null
docker run redis <<<word
docker run redis <<< "two words" x
docker run x2>/dev/null
docker run 2 >/dev/null
docker run redis >|/dev/null
----
docker run -i redis <<EOF
docker run inside
EOF
docker run after
----
docker run -i redis <<-'EOF' x
	docker run inside $(
	EOF
docker run after
----
docker run a <<A b <<"B C"
docker run in-a
A
docker run in-b
B C
docker run c
----
cat <<\EOF >/dev/null
it's
EOF
docker run after
----
( docker run redis )
(docker run redis; docker run nginx)
{ docker run redis; }
! docker run redis
time docker run redis
----
if docker run a; then docker run b; else docker run never; fi && true
----
if docker run a
then
  docker run b
fi
for i in 1; do docker run c; done
for ((i = 0; i < 1; i++)); do docker run d; done
while docker run e; do docker run f; break; done
until docker run g; do :; done
----
case x in
  x) docker run a ;;
esac
case "x y" in (x*) docker run b; docker run c;; esac
docker run d
----
case x in x|y) docker run a ;& z) docker run b ;; esac; docker run c
----
start() { docker run a; }
start
function stop { docker run b; }
stop
function again() {
  docker run c
}
again
----
[[ a == a && ( b < c ) ]] && docker run a
(( 1 + (2) )) && docker run b
[ -z "" ] && docker run c
[[ x =~ ^(x|y)$ ]] && docker run d
----
A=1 docker run a
A=1 B='2 3' docker run b
A="$(echo x)" docker run c
----
ID=$(docker run a)
ID="$(docker run -v "b c":/d e)"
ID=`docker run f`
echo "x $(docker run g) y" >/dev/null
echo $(echo $(docker run h)) >/dev/null
docker run "$(docker run i)" j
cat <(docker run k)
----
X=$(case x in x) docker run a;; esac)
docker run b
----
echo 'docker run no' "docker run no" >/dev/null
echo docker run no >/dev/null
docker run $(echo one) two
docker run "$(echo 'a b')" two
docker run a`echo b`c
docker run $((1 + 2)) "$((3 * (4)))"
docker run ${X:-redis}
docker run ${X-redis:7}
docker run "${X:-a b}" c
docker run ${X:-a b} c
docker run ${X:-'a b'} c
docker run ${X:-"a b"} c
docker run "${X:-'a b'}" c
docker run "${X:-"a b"}" c
docker run ${X:-${Y:-deep}} c
docker run ${X:-a}${Y:-b} "${X:-c}d"
docker run pre-${X:-a b}-post c
docker run ${X:-a\ b} c
docker run ${X:-a\}b} c
docker run "${X:-a\}b}" c
docker run ${X:-{}} c
docker run a$ b$
docker run '$X' \$X
docker run ~nobody-there/x *.nothing [a] ? 
docker run a=b --c=d
docker run a,b:c@d%e+f^g
docker run "a"'b'c"d"
docker run -v "$PWD":/x -v $PWD/y:/y z
docker run -p 80:80 -e X -- y
docker run é "😀 界" '한글'
docker "run" 'redis'
"docker" run redis
'docker' run redis
\docker run redis
----
NAME=web
docker run --name $NAME redis
docker run --name "$NAME-1" ${NAME}x "${NAME}"
docker run ${NAME:-other} ${NAME-other} "${NAME:?no}"
docker run ${NAME:+set}
----
OPTS="-d --rm"
docker run $OPTS redis
docker run "$OPTS" redis
docker run x$OPTS redis
docker run $OPTS$OPTS redis
----
OPTS='  -d   --rm '
docker run $OPTS redis
docker run x${OPTS}y redis
----
X=1
X=2
docker run $X redis
----
X=1
if true; then X=2; fi
docker run -e A=$X redis
----
true && X=2
docker run -e A=$X redis
----
true &&
X=2
docker run -e A=$X redis
----
X=1
X+=2
docker run -e A=$X redis
----
X=1
read X <<< 5
docker run -e A=$X redis
----
X=a
for X in b; do docker run -e A=$X redis; done
----
X=a
f() { local X=b; docker run $X; }
f
docker run $X
----
X=a
printf -v X c
docker run $X
----
X=a; eval X=b; docker run $X
----
X=${Y:-a b}; docker run $X "$X"
----
((X = 3)); docker run $X
----
export X=exported
readonly Z='z z'
docker run $X "$Z" $Z
----
: ${X:=given}; docker run $X
----
args=(-d --name "a b" -m 1g)
docker run "${args[@]}" redis
docker run x"${args[@]}"y redis
docker run "${args[@]:1}" redis
docker run "${args[*]}" redis
docker run ${#args[@]} "${args[0]}" ${args[1]}
docker run ${args[@]+"${args[@]}"} redis
----
args=(
  -d # detached
  --tmpfs /tmp
)
args+=(-m 1g)
docker run "${args[@]}" redis
----
args=()
docker run "${args[@]}" redis
----
args=(-d)
if true; then args+=(--rm); fi
docker run "${args[@]}" redis
----
args=(-d)
args[1]=--rm
docker run "${args[@]}" redis
----
args=(-e "X=$HOME" '')
docker run "${args[@]}" redis
----
run() { docker run "$@" last; }
run a "b c"
----
set -- -d --rm
docker run "$@" redis
docker run $* redis $# $? $1
----
env A=b docker run a
env -u X docker run b
command docker run c
nohup docker run d
sudo docker run e
sudo -E -u root docker run f
sudo A=b docker run g
exec docker run h
----
if [ "$(docker run a)" = "x" ]; then :; fi; [ -n "$(docker run b 2>/dev/null || echo no)" ] || docker run c
----
docker run a \
  `# a comment` \
  b
----
docker run a; # docker run b
# docker run c
#docker run d
docker run e
----
select_it=1; done_it=2
iffy=3; docker run $iffy if then done fi { }
----
docker run "a$(echo "b$(echo "c d")")e" f
----
docker run "`echo "x y"`" f
----
docker run --mount type=tmpfs,target=/x,tmpfs-size=$((64*1024*1024)) redis
----
while read -r line; do docker run "$line"; done <<EOF
one two
EOF
----
foo() (
  docker run in-subshell
)
foo
----
docker run a |
  cat
docker run b &&
  docker run c ||
  docker run never
----
echo x | { docker run piped; }
{ docker run q; } 2>/dev/null >&2
----
let X=5
docker run $X
----
mapfile -t X <<< $'a\nb'
docker run "${X[@]}"
----
docker run -e A=$'it\'s\n\\ \x41\101\u0042' redis
