#!/usr/bin/env bash
# Make .venv, or bring it up to date: `setup.sh run` for writing, `setup.sh dev` for working on the program.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:?run or dev}
python=${PYTHON:-python3}
say() { printf '== %s\n' "$*"; }

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
    echo "Python 3.11 or newer is needed; $python is not. Name one: make PYTHON=python3.12 ..." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2> /dev/null; then
    scripts/apt_install.sh python3-venv
fi

if ! .venv/bin/python -m pip --version > /dev/null 2>&1; then
    say "making .venv"
    rm -rf .venv
    "$python" -m venv .venv
fi

say "installing the packages of requirements/$purpose.lock"
.venv/bin/python -m pip install --disable-pip-version-check --require-hashes --requirement "requirements/$purpose.lock"
.venv/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .

if ! scripts/install_torch.sh; then
    echo "torch could not be installed; see 'Without PyTorch's index' in README.md." >&2
    [[ $purpose == run ]] || exit 1
    echo "Writing and suggestions work without it; fine-tuning will work after 'make torch'." >&2
fi

scripts/system_libraries.sh
