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
# Pictures of pages in Cyrillic letters are read with this; without it they are named as not read.
useful=""
find /usr/share/tesseract-ocr /usr/share/tessdata /usr/local/share/tessdata -name Cyrillic.traineddata 2>/dev/null | grep -q . || useful="tesseract-ocr-script-cyrl"
# The desk is tested in this browser; without it those tests are skipped.
if [ -n "${WITH_BROWSER:-}" ] && ! command -v chromium >/dev/null; then useful="$useful chromium"; fi
# The tests of databases start this server themselves; without it they are skipped.
if [ -n "${WITH_SERVICES:-}" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then useful="$useful postgresql"; fi
[ -z "$wanted$useful" ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing system packages:$wanted${useful:+ $useful}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || [ -z "$wanted" ]
  if [ -n "$wanted" ]; then
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $wanted >/dev/null
  fi
  if [ -n "$useful" ]; then
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $useful >/dev/null || echo "Goes on without $useful." >&2
  fi
else
  [ -z "$useful" ] || echo "For pictures of pages in Cyrillic letters, tests of the desk and tests of databases, install (Debian names): $useful" >&2
  [ -z "$wanted" ] && exit 0
  echo "Please install these packages first (Debian names):$wanted" >&2
  exit 1
fi
