#!/usr/bin/env bash
# Resolve pyproject.toml anew and write requirements/*.lock: versions and hashes, no index host.
#
# Where pip's own configuration leads to no CPU build of torch, TORCH_INDEX_URL names an index that has it.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet pip-tools

# The CPU build of torch: what it needs, every other build needs too, and it needs no CUDA libraries.
sed -n 's/^torch==.*/&+cpu/p' requirements/torch.txt > "$tools/torch.txt"

lock() {
    local name=$1
    shift
    "$tools/venv/bin/pip-compile" --quiet --strip-extras "$@" \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate \
        --no-header --unsafe-package torch --constraint "$tools/torch.txt" \
        ${TORCH_INDEX_URL:+--extra-index-url "$TORCH_INDEX_URL"} \
        --output-file "$tools/$name.lock" pyproject.toml
    {
        echo "# Made by 'make lock' from pyproject.toml; torch is in torch.txt."
        grep -v -e '^#' -e '^$' "$tools/$name.lock"
    } > "requirements/$name.lock"
}

lock run --extra train
lock dev --extra train --extra dev
