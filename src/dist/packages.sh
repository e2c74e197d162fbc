#!/bin/sh
# Writes a Homebrew formula and a Scoop manifest from the checksums of a release:
#
#   src/dist/packages.sh checksums.txt DIRECTORY
#
# makes DIRECTORY/plimsoll.rb and DIRECTORY/plimsoll.json. The release workflow calls it.
set -eu

checksums=$1
out=$2
repository=https://github.com/plimsoll-dev/plimsoll

# fail MESSAGE
fail() {
    printf 'packages: %s\n' "$1" >&2
    exit 1
}

# sum PLATFORM: the checksum of its archive.
sum() {
    found=
    while read -r digits name; do
        case $name in
        plimsoll-*"-$1.tar.gz") found=$digits ;;
        esac
    done <"$checksums"
    case $found in
    '' | *[!0-9a-f]*) fail "$checksums has no archive for $1" ;;
    esac
    printf '%s' "$found"
}

version=
while read -r _ name; do
    case $name in
    plimsoll-*.jar)
        version=${name#plimsoll-}
        version=${version%.jar}
        ;;
    esac
done <"$checksums"
case $version in
'' | *[!0-9A-Za-z.+-]*) fail "$checksums does not list a release" ;;
esac

macos_arm64=$(sum macos-arm64)
macos_x64=$(sum macos-x64)
linux_arm64=$(sum linux-arm64)
linux_x64=$(sum linux-x64)
windows_x64=$(sum windows-x64)
base=$repository/releases/download/v$version/plimsoll-$version

cat >"$out/plimsoll.rb" <<END_OF_FORMULA
# Written by src/dist/packages.sh of $repository
class Plimsoll < Formula
  desc "Linter for Docker Compose files and docker run commands"
  homepage "$repository"
  version "$version"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "$base-macos-arm64.tar.gz"
      sha256 "$macos_arm64"
    end
    on_intel do
      url "$base-macos-x64.tar.gz"
      sha256 "$macos_x64"
    end
  end

  on_linux do
    on_arm do
      url "$base-linux-arm64.tar.gz"
      sha256 "$linux_arm64"
    end
    on_intel do
      url "$base-linux-x64.tar.gz"
      sha256 "$linux_x64"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/plimsoll"
    generate_completions_from_executable(bin/"plimsoll", "completion", shells: [:bash, :zsh, :fish])
  end

  test do
    (testpath/"compose.yaml").write "services: {app: {image: 'example/app:1', tmpfs: /work}}\n"
    assert_match "tmpfs-unbounded", shell_output("#{bin}/plimsoll check --output concise compose.yaml", 1)
  end
end
END_OF_FORMULA

cat >"$out/plimsoll.json" <<END_OF_MANIFEST
{
  "version": "$version",
  "description": "Linter for Docker Compose files and docker run commands",
  "homepage": "$repository",
  "license": "Apache-2.0",
  "architecture": {
    "64bit": {
      "url": "$base-windows-x64.tar.gz",
      "hash": "$windows_x64",
      "extract_dir": "plimsoll-$version"
    }
  },
  "bin": "bin\\\\plimsoll.cmd",
  "checkver": "github",
  "autoupdate": {
    "architecture": {
      "64bit": {
        "url": "$repository/releases/download/v\$version/plimsoll-\$version-windows-x64.tar.gz",
        "extract_dir": "plimsoll-\$version"
      }
    },
    "hash": {
      "url": "\$baseurl/checksums.txt"
    }
  }
}
END_OF_MANIFEST
