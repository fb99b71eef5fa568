#!/usr/bin/env bash
# Install what Qt takes from the system, where it is missing: libraries, and fonts for English and Chinese.
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A package_of=(
    [libEGL.so.1]=libegl1
    [libGL.so.1]=libgl1
    [libGLX.so.0]=libglx0
    [libOpenGL.so.0]=libopengl0
    [libX11.so.6]=libx11-6
    [libX11-xcb.so.1]=libx11-xcb1
    [libdbus-1.so.3]=libdbus-1-3
    [libfontconfig.so.1]=libfontconfig1
    [libfreetype.so.6]=libfreetype6
    [libglib-2.0.so.0]=libglib2.0-0
    [libgthread-2.0.so.0]=libglib2.0-0
    [libxcb.so.1]=libxcb1
    [libxcb-cursor.so.0]=libxcb-cursor0
    [libxcb-icccm.so.4]=libxcb-icccm4
    [libxcb-image.so.0]=libxcb-image0
    [libxcb-keysyms.so.1]=libxcb-keysyms1
    [libxcb-randr.so.0]=libxcb-randr0
    [libxcb-render.so.0]=libxcb-render0
    [libxcb-render-util.so.0]=libxcb-render-util0
    [libxcb-shape.so.0]=libxcb-shape0
    [libxcb-shm.so.0]=libxcb-shm0
    [libxcb-sync.so.1]=libxcb-sync1
    [libxcb-util.so.1]=libxcb-util1
    [libxcb-xfixes.so.0]=libxcb-xfixes0
    [libxcb-xkb.so.1]=libxcb-xkb1
    [libxkbcommon.so.0]=libxkbcommon0
    [libxkbcommon-x11.so.0]=libxkbcommon-x11-0
)

# The loader itself says what it does not find, so this agrees with what Qt will meet.
libraries_not_found() {
    local qt
    qt=$(.venv/bin/python -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    ldd "$qt"/QtWidgets.abi3.so "$qt"/Qt/plugins/platforms/lib{qxcb,qoffscreen}.so |
        awk '/not found/ { print $1 }' | sort -u
}

has_font() {
    local folder pattern
    for pattern in "$@"; do
        for folder in /usr/share/fonts /usr/local/share/fonts ~/.local/share/fonts ~/.fonts; do
            if [[ -n $(find -L "$folder" -iname "$pattern" -print -quit 2> /dev/null) ]]; then
                return 0
            fi
        done
    done
    return 1
}

[[ $(uname -s) == Linux ]] || exit 0

missing=()
not_found=$(libraries_not_found)
for library in $not_found; do
    missing+=("${package_of[$library]:-$library}")
done
if ((${#missing[@]})); then
    mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
    scripts/apt_install.sh "${missing[@]}"
    not_found=$(libraries_not_found)
    if [[ -n $not_found ]]; then
        echo "Qt still does not find:" $not_found >&2
        exit 1
    fi
fi

fonts=()
has_font '*.ttf' '*.otf' || fonts+=(fonts-dejavu-core)
has_font '*CJK*' 'wqy-*' '*SansFallback*' 'SourceHan*' 'NotoS*SC*' 'uming*' || fonts+=(fonts-wqy-microhei)
if ((${#fonts[@]})); then
    scripts/apt_install.sh "${fonts[@]}" || echo "The window opens without them, with boxes for letters." >&2
fi
