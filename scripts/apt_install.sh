#!/usr/bin/env bash
# Install Debian packages where that is permitted, else name them: `apt_install.sh PACKAGE...`.
set -euo pipefail

if command -v apt-get > /dev/null; then
    if [[ $(id -u) == 0 ]]; then
        as_root=(env)
    elif sudo -n true 2> /dev/null; then
        as_root=(sudo -n env)
    fi
fi
if [[ -z ${as_root+set} ]]; then
    echo "These Debian packages (or what another system calls them) are missing: $*" >&2
    echo "Install them, for example: sudo apt-get install $*" >&2
    exit 1
fi

printf '== installing %s\n' "$*"
"${as_root[@]}" apt-get update --quiet=2 || true  # old lists may do; if not, the next line says so
"${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends "$@" > /dev/null
