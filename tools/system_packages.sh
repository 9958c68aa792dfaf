#!/bin/sh
# Installs the few Debian packages that Tenderlight needs, when run as root; otherwise names them.
set -eu
python=${PYTHON:-python3}
wanted=""
command -v "$python" >/dev/null || wanted="$wanted python3"
"$python" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
"$python" -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library("archive"))' 2>/dev/null || wanted="$wanted libarchive13"
# Chinese PDF files without their fonts lose text and are drawn blank where no font has the characters.
find /usr/share/fonts /usr/local/share/fonts -iname '*wqy*' -o -iname '*noto*cjk*' 2>/dev/null | grep -q . || wanted="$wanted fonts-wqy-microhei"
[ -z "$wanted" ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing system packages:$wanted"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $wanted >/dev/null
else
  echo "Please install these packages first (Debian names):$wanted" >&2
  exit 1
fi
