#!/usr/bin/env bash
# Install torch into .venv: its CUDA build where there is an NVIDIA GPU, else its CPU build.
#
# PyPI's torch for Linux brings several GB of CUDA libraries, which a laptop without a GPU must not get. The CPU
# build carries the local version "+cpu"; asking for exactly that can never end in the other one. It is looked for
# where pip's own configuration leads, then on TORCH_INDEX_URL. TORCH_VERSION replaces the pinned version.
set -euo pipefail
cd "$(dirname "$0")/.."

index=${TORCH_INDEX_URL:-https://download.pytorch.org/whl/cpu}
version=${TORCH_VERSION:-$(sed -n 's/^torch==//p' requirements/torch.txt)}
pip=(.venv/bin/python -m pip install --disable-pip-version-check)

installed=$(.venv/bin/python -c 'import importlib.metadata as m; print(m.version("torch"))' 2> /dev/null || true)

if [[ $(uname -s) != Linux ]]; then
    [[ $installed == "$version" ]] || "${pip[@]}" --no-deps "torch==$version"  # CPU builds, elsewhere on PyPI
elif nvidia-smi --list-gpus 2> /dev/null | grep --quiet '^GPU'; then
    [[ -n $installed && $installed != *+cpu && ${installed%+*} == "$version" ]] || "${pip[@]}" "torch==$version"
else
    [[ $installed == "$version+cpu" ]] ||
        "${pip[@]}" --no-deps "torch==$version+cpu" 2> /dev/null ||
        "${pip[@]}" --no-deps --index-url "$index" "torch==$version+cpu"
fi
