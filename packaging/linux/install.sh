#!/bin/sh
# Installs Procura Desktop from this folder, without rights of an administrator, or removes it again.
# Nothing that a user keeps is ever touched: it lies elsewhere (see README.txt).
set -eu

NAME=procura-desktop
LIST=files.sha256

usage() {
    cat <<'TEXT'
./install.sh                 install for this user, into ~/.local; as root for all users, into /usr/local
./install.sh --prefix DIR    install into DIR/lib, DIR/bin and DIR/share
./install.sh --uninstall     remove it again (with the same --prefix); what users keep stays
./install.sh --quiet         say nothing while all goes well
TEXT
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

say() { [ -n "$QUIET" ] || printf '%s\n' "$*"; }

# Says whether some program runs from a folder.
runs_from() {
    for process in /proc/[0-9]*/exe; do
        case $(readlink "$process" 2>/dev/null || :) in "$1"/*) return 0 ;; esac
    done
    return 1
}

# Finds damage of the download, and files that were not unpacked, before anything is copied.
check_download() {
    command -v sha256sum >/dev/null || fail "The program sha256sum is missing; it is part of coreutils."
    [ -f "$HERE/$LIST" ] || fail "$HERE/$LIST is missing; unpack the whole download and run install.sh there."
    wrong=$(cd "$HERE" && LC_ALL=C sha256sum --check --quiet $LIST 2>/dev/null | head -n 1) || :
    [ -z "$wrong" ] || fail "This download is damaged or was not unpacked whole: ${wrong%%: FAILED*}
Nothing was installed. Get it again and compare it with SHA256SUMS."
}

desktop_files() { (cd "$HERE/share" && find . -type f ! -name '*.desktop' | LC_ALL=C sort); }

# The menu starts the program by its whole path: ~/.local/bin need not be among the places that are searched.
menu_entry() {
    quoted=$(printf '%s' "$BIN/$NAME" | sed 's/[\\`$"]/\\\\&/g; s/%/%%/g')
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s" %%u\n' "$quoted" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$HERE/share/applications/$NAME.desktop"
}

# Lets the desktop read anew what opens what; where a tool is missing the desktop does it at the next login.
refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$SHARE/applications" || :; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$SHARE/mime" >/dev/null 2>&1 || :; fi
    if command -v gtk-update-icon-cache >/dev/null && [ -f "$SHARE/icons/hicolor/index.theme" ]; then
        gtk-update-icon-cache -q -t -f "$SHARE/icons/hicolor" || :
    fi
}

install_all() {
    check_download
    if runs_from "$PROGRAM"; then fail "Procura Desktop is running. Close it, then run install.sh again."; fi
    for folder in "$LIB" "$BIN" "$SHARE"; do
        if ! mkdir -p "$folder" 2>/dev/null || [ ! -w "$folder" ]; then
            fail "Nothing can be written to $folder; name another folder with --prefix, or run this as root."
        fi
    done
    [ ! -e "$BIN/$NAME" ] || [ -L "$BIN/$NAME" ] || fail "$BIN/$NAME is not ours; move it away first."

    # Beside the old program, then in its place: what breaks off leaves the old one as it was.
    rm -rf "$PROGRAM.new"
    cp -R -P -p "$HERE/$NAME" "$PROGRAM.new" || { rm -rf "$PROGRAM.new"; fail "The program could not be copied to $LIB."; }
    (cd "$PROGRAM.new" && LC_ALL=C sha256sum --check --quiet _internal/$LIST >/dev/null 2>&1) ||
        { rm -rf "$PROGRAM.new"; fail "The copy in $LIB is not whole; is the disk full? The old program is as it was."; }
    rm -rf "$PROGRAM.old"
    [ ! -e "$PROGRAM" ] || mv "$PROGRAM" "$PROGRAM.old"
    mv "$PROGRAM.new" "$PROGRAM"
    rm -rf "$PROGRAM.old"
    ln -sfn "../lib/$NAME/$NAME" "$BIN/$NAME"

    desktop_files | while IFS= read -r file; do
        mkdir -p "$SHARE/${file%/*}"
        cp -p "$HERE/share/$file" "$SHARE/$file"
    done
    mkdir -p "$SHARE/applications"
    menu_entry >"$SHARE/applications/$NAME.desktop"
    refresh
    say "Procura Desktop $(cat "$HERE/VERSION") is installed: $BIN/$NAME"
    case :$PATH: in *:"$BIN":*) ;; *) say "It is in the menu. To start it by name in a shell, put $BIN into PATH." ;; esac
}

uninstall() {
    if runs_from "$PROGRAM"; then fail "Procura Desktop is running. Close it, then run install.sh --uninstall again."; fi
    [ -e "$PROGRAM" ] || [ -L "$BIN/$NAME" ] || say "Procura Desktop is not installed in $PREFIX."
    rm -rf "$PROGRAM" "$PROGRAM.new" "$PROGRAM.old"
    [ ! -L "$BIN/$NAME" ] || rm -f "$BIN/$NAME"
    desktop_files | while IFS= read -r file; do rm -f "$SHARE/$file"; done
    rm -f "$SHARE/applications/$NAME.desktop"
    refresh
    say "Procura Desktop is removed from $PREFIX. What users keep is as it was."
}

HERE=$(cd "$(dirname "$0")" && pwd -P)
PREFIX=
QUIET=
ACTION=install_all
while [ $# -gt 0 ]; do
    case $1 in
    --prefix)
        [ $# -gt 1 ] || fail "--prefix needs a folder."
        PREFIX=$2
        shift
        ;;
    --prefix=*) PREFIX=${1#--prefix=} ;;
    --uninstall) ACTION=uninstall ;;
    --quiet) QUIET=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        fail "install.sh takes no $1."
        ;;
    esac
    shift
done
if [ -z "$PREFIX" ]; then
    if [ "$(id -u)" = 0 ]; then PREFIX=/usr/local; else PREFIX=$HOME/.local; fi
fi
case $PREFIX in /*) ;; *) PREFIX=$PWD/$PREFIX ;; esac
LIB=$PREFIX/lib
BIN=$PREFIX/bin
SHARE=$PREFIX/share
PROGRAM=$LIB/$NAME
umask 022
$ACTION
