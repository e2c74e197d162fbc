# docker run commented
<# docker run
   commented #>
$id = docker run -d --name 'it''s' "a`"b$x" redis
& docker run @args (Get-Item x) y
docker run `
  -e A=b > $null; docker run nginx | Out-Null
