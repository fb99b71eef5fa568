#!/usr/bin/env bash
# Put Writer into the menu of the desktop, for this person alone; run it again after moving the folder.
set -euo pipefail
cd "$(dirname "$0")/.."

here=$PWD
entries=${XDG_DATA_HOME:-$HOME/.local/share}/applications
mkdir -p "$entries"
cat > "$entries/writer-app.desktop" << END
[Desktop Entry]
Type=Application
Name=Writer
GenericName=Text editor that suggests
GenericName[zh_CN]=会给出建议的文本编辑器
Comment=Write with suggestions that never leave this computer
Comment[zh_CN]=借助建议写作，内容绝不离开这台电脑
Exec="$here/.venv/bin/writer-app" %F
Icon=$here/resources/icons/writer.svg
Terminal=false
Categories=Office;WordProcessor;
MimeType=text/plain;text/markdown;
StartupNotify=true
END
echo "$entries/writer-app.desktop"
