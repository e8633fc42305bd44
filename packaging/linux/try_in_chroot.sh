#!/bin/bash
# Installs the packages in a clean minimal Debian, runs the program there, updates and removes it: first the .deb as
# administrator, then the archive as a user without rights whose name has blanks and other letters. What the user
# keeps must stay as it was. A real window is opened on a virtual display of this machine, so that nothing has to be
# installed in the chroot but what the package itself asks for.
#
#     packaging/linux/try_in_chroot.sh [--suite bookworm] PACKAGES NEXT
#     packaging/linux/try_in_chroot.sh [--suite bookworm] --office SET
#
# PACKAGES and NEXT are folders that packaging/package.py made, NEXT with a later version. SET was made by
# 'procura-desktop provision', with a .deb, and a policy that looks for the library in /srv/procura/library/main: the
# lines of its README are typed there without a network. Needs root, debootstrap, Xvfb and xdotool, and the package
# sources of this machine.
set -euo pipefail

SUITE=bookworm
SET=
while [[ ${1-} == --* && -n ${2-} ]]; do
    case $1 in --suite) SUITE=$2 ;; --office) SET=$(realpath "$2") ;; *) break ;; esac
    shift 2
done
[[ $# == 2 || (-n $SET && $# == 0) ]] || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2 && exit 2; }
PACKAGES=$(realpath "${1-$SET}")
NEXT=$(realpath "${2-$SET}")
CALLER=jana
HOME_OF_USER="/home/Jana Nováková юг"
WORKSPACE="$HOME_OF_USER/.local/share/procura-desktop/workspace.sqlite"

step() { printf '== %s\n' "$*"; }

fail() {
    printf 'NOT SO: %s\n' "$*" >&2
    exit 1
}

[[ $(id -u) == 0 ]] || fail "this needs root, for chroot"
for tool in debootstrap Xvfb xdotool; do
    command -v "$tool" >/dev/null || fail "$tool is missing"
done

ROOT=$(mktemp -d)
chmod 755 "$ROOT" # the user inside and apt reach it too
SERVER=
end() {
    [[ -z $SERVER ]] || kill "$SERVER" || true
    for place in tmp/.X11-unix packages next srv/procura proc; do
        umount "$ROOT/$place" 2>/dev/null || true
    done
    # Never delete through a mount that could not be taken away.
    for place in proc packages next srv/procura; do
        ! mountpoint -q "$ROOT/$place" || { printf 'still mounted: %s\n' "$ROOT/$place" >&2 && return; }
    done
    rm -rf --one-file-system "$ROOT"
}
trap end EXIT

# Gives the first address of Debian that this machine takes its packages from.
mirror() {
    # shellcheck disable=SC2016 # names of apt, not of the shell
    apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(RELEASE)' 2>/dev/null | awk '$2 == "Debian" { print $1; exit }'
}

inside() { chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# Runs apt without asking; what it says is shown when it fails.
apt() {
    inside apt-get -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >"$ROOT/tmp/said" 2>&1 ||
        { cat "$ROOT/tmp/said" >&2 && fail "apt-get $*"; }
}

as_user() {
    inside runuser -u $CALLER -- env HOME="$HOME_OF_USER" PATH="$HOME_OF_USER/.local/bin:/usr/bin:/bin" "$@"
}

begin() {
    step "a minimal Debian $SUITE"
    debootstrap --variant=minbase --include=ca-certificates "$SUITE" "$ROOT" "$(mirror)" >"$ROOT.log" ||
        { tail -n 20 "$ROOT.log" >&2 && fail "debootstrap"; }
    rm -f "$ROOT.log"
    mount --bind /proc "$ROOT/proc"
    mkdir -p "$ROOT/packages" "$ROOT/next" "$ROOT/tmp/.X11-unix"
    mount --bind -o ro "$PACKAGES" "$ROOT/packages"
    mount --bind -o ro "$NEXT" "$ROOT/next"
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
    # How this machine reaches its packages, where it needs more than their address.
    cp /etc/hosts "$ROOT/etc/hosts"
    local settings
    settings=$(apt-config dump | grep -E '^Acquire::(http|https)::' || true)
    printf '%s\n' "$settings" >"$ROOT/etc/apt/apt.conf.d/90host"
    apt update
    inside useradd --create-home --home-dir "$HOME_OF_USER" --shell /bin/bash $CALLER
}

# Opens a window for a moment, which makes the workspace, and looks for it on the display.
window() {
    local program=$1
    as_user env DISPLAY="$DISPLAY_HERE" PROCURA_PRINT_FIRST_PAINT=1 PROCURA_QUIT_AFTER=6 "$program" \
        procura:main/guidance/labels >"$ROOT/tmp/said" 2>&1 &
    local running=$!
    DISPLAY=$DISPLAY_HERE timeout 30 xdotool search --sync --onlyvisible --name 'Procura Desktop' >/dev/null ||
        { cat "$ROOT/tmp/said" >&2 && fail "no window came"; }
    wait $running || { cat "$ROOT/tmp/said" >&2 && fail "the program ended with an error"; }
    grep -q first-paint "$ROOT/tmp/said" || fail "nothing was painted"
    ! grep -qv first-paint "$ROOT/tmp/said" || { cat "$ROOT/tmp/said" >&2 && fail "the program complained"; }
}

# Runs what a careful administrator would.
try_program() {
    local program=$1
    as_user "$program" check || fail "check found a fault"
    as_user "$program" search --json laptop battery | grep -q '"criteria/computers/' || fail "nothing was found"
    window "$program"
    [[ -s $WORKSPACE_HERE ]] || fail "there is no workspace"
}

# Remembers the workspace, and compares it with what was remembered.
remember() { REMEMBERED=$(sha256sum <"$WORKSPACE_HERE"); }
same_workspace() { [[ $(sha256sum <"$WORKSPACE_HERE") == "$REMEMBERED" ]] || fail "the workspace is another: $1"; }

leftovers() {
    find "$ROOT" -xdev \( -path "$ROOT/packages" -o -path "$ROOT/next" -o -path "$ROOT/proc" -o -path "$ROOT/var/log" \
        -o -path "$ROOT/var/cache" -o -path "$ROOT/tmp" \) -prune -o -name '*procura*' -print |
        grep -v -e "/.local/share/procura-desktop" -e "/.config/procura-desktop" -e "/.cache/procura-desktop" || true
}

try_deb() {
    local deb=("$PACKAGES"/*.deb) next=("$NEXT"/*.deb)
    step "the .deb: install"
    apt install "/packages/${deb[0]##*/}"
    try_program procura-desktop
    remember
    step "the .deb: update"
    apt install "/next/${next[0]##*/}"
    # shellcheck disable=SC2016
    [[ $(inside dpkg-query -W -f '${Version}' procura-desktop) == "$(dpkg-deb -f "${next[0]}" Version)" ]] ||
        fail "the next version is not installed"
    same_workspace "after the update"
    try_program procura-desktop
    step "the .deb: a file is lost, which check finds, and a reinstallation mends"
    inside rm /usr/lib/procura-desktop/_internal/PySide6/Qt/lib/libQt6Svg.so.6
    if as_user procura-desktop check >"$ROOT/tmp/said" 2>&1; then fail "check found nothing"; fi
    grep -q 'FAILED *program.*libQt6Svg.so.6' "$ROOT/tmp/said" || { cat "$ROOT/tmp/said" >&2 && fail "check did not name it"; }
    as_user env DISPLAY="$DISPLAY_HERE" procura-desktop >"$ROOT/tmp/said" 2>&1 &
    local running=$!
    DISPLAY=$DISPLAY_HERE timeout 60 xdotool search --sync --onlyvisible --name 'A part of the program is missing' \
        windowfocus --sync >/dev/null || { cat "$ROOT/tmp/said" >&2 && fail "no dialog said what to do"; }
    DISPLAY=$DISPLAY_HERE xdotool key Return
    if wait $running; then fail "it ran without a library"; fi
    grep -q 'A part of the program is missing.*libQt6Svg.so.6.*install it again' "$ROOT/tmp/said" ||
        { cat "$ROOT/tmp/said" >&2 && fail "the program did not say what to do"; }
    apt install --reinstall "/next/${next[0]##*/}"
    as_user procura-desktop check >/dev/null || fail "it is not whole again"
    remember
    step "the .deb: go back to the version before"
    apt install --allow-downgrades "/packages/${deb[0]##*/}"
    as_user procura-desktop check >/dev/null || fail "the version before is not sound"
    same_workspace "after going back"
    step "the .deb: remove and purge"
    apt remove procura-desktop
    same_workspace "after the removal"
    # No settings of the system belong to it, so that after the removal nothing of it is left to purge.
    inside dpkg --purge procura-desktop >/dev/null 2>&1 || fail "it cannot be purged"
    if inside dpkg-query -W procura-desktop >/dev/null 2>&1; then fail "dpkg still knows of it"; fi
    same_workspace "after the purge"
    local left
    left=$(leftovers)
    [[ -z $left ]] || fail "this was left behind: $left"
}

try_archive() {
    local archive=("$PACKAGES"/*.tar.xz) next=("$NEXT"/*.tar.xz) aside="$HOME_OF_USER/Stažené soubory"
    step "the archive: install without rights"
    mkdir "$ROOT$aside"
    tar -xf "${archive[0]}" -C "$ROOT$aside"
    tar -xf "${next[0]}" -C "$ROOT$aside"
    chroot "$ROOT" chown -R $CALLER: "$aside"
    local from="$aside/${archive[0]##*/}" to="$aside/${next[0]##*/}"
    from=${from%.tar.xz}
    to=${to%.tar.xz}
    as_user "$from/install.sh"
    as_user "$from/install.sh" --quiet # once more changes nothing
    same_workspace "after the installation"
    try_program procura-desktop
    grep -q "^Exec=\"$HOME_OF_USER/.local/bin/procura-desktop\" %u$" \
        "$ROOT$HOME_OF_USER/.local/share/applications/procura-desktop.desktop" || fail "the menu entry starts something else"
    remember
    step "the archive: a damaged download is refused, the program stays"
    cp -a "$ROOT$to" "$ROOT$to-damaged"
    truncate -s -1 "$ROOT$to-damaged/procura-desktop/_internal/base_library.zip"
    if as_user "$to-damaged/install.sh" >"$ROOT/tmp/said" 2>&1; then fail "it was installed"; fi
    grep -q 'damaged.*base_library.zip' "$ROOT/tmp/said" || { cat "$ROOT/tmp/said" >&2 && fail "the damage was not named"; }
    as_user procura-desktop check >/dev/null || fail "the program has suffered"
    step "the archive: update"
    as_user "$to/install.sh"
    same_workspace "after the update"
    try_program procura-desktop
    remember
    step "the archive: remove"
    as_user "$to/install.sh" --uninstall
    same_workspace "after the removal"
    rm -rf "${ROOT:?}$aside"
    local left
    left=$(leftovers)
    [[ -z $left ]] || fail "this was left behind: $left"
}

# Gives the first line to be typed of the set's instruction that begins so.
line() { sed -n "s|^    \($1.*\)|\1|p" "$SET/README.txt" | head -n 1; }

# Types a line in a folder, without a network.
offline() {
    local folder=$1 typed=$2
    shift 2
    [[ -n $typed ]] || fail "the set's README lacks a line"
    unshare --net chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@" \
        sh -ec "cd '$folder'; $typed" >"$ROOT/tmp/said" 2>&1 || { cat "$ROOT/tmp/said" >&2 && fail "$typed"; }
}

try_office() {
    local deb=("$SET"/installers/*.deb) user=(runuser -u "$CALLER" -- env "HOME=$HOME_OF_USER") name digest
    mkdir -p "$ROOT/srv/procura"
    mount --bind -o ro "$SET" "$ROOT/srv/procura"
    step "an office: what every desktop has; from here on without a network"
    apt satisfy "$(dpkg-deb -f "${deb[0]}" Depends)"
    step "an office: checksums, policy, silent installation"
    offline /srv/procura "$(line 'sha256sum ')"
    offline /srv/procura "$(line 'install -D ')"
    offline /srv/procura/installers "$(line 'apt-get install -y --no-install-recommends [.]/procura')"
    step "an office: update from the share, and the inventory"
    offline / "$(line 'procura-desktop update')" "${user[@]}"
    offline / "$(line 'procura-desktop check')" "${user[@]}"
    for name in "of the library main" "of the policy"; do
        digest=$(sed -n "s/^- digest $name: //p" "$SET/README.txt")
        [[ -n $digest ]] || fail "the set's README has no digest $name"
        grep -q "\"digest\": \"$digest\"" "$ROOT/tmp/said" || fail "the digest $name is another"
    done
    offline / 'procura-desktop policy show | grep -q "^user_sources .*locked"' "${user[@]}"
    step "an office: remove"
    offline / "$(line 'apt-get remove')"
}

begin
WORKSPACE_HERE="$ROOT$WORKSPACE"
Xvfb -displayfd 9 -screen 0 1280x800x24 -nolisten tcp -noreset 9>"$ROOT/tmp/display" 2>/dev/null &
SERVER=$!
for _ in $(seq 100); do
    [[ ! -s $ROOT/tmp/display ]] || break
    sleep 0.1
done
DISPLAY_HERE=:$(cat "$ROOT/tmp/display")
mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
if [[ $# == 2 ]]; then
    try_deb
    try_archive
fi
[[ -z $SET ]] || try_office
step "all is as it should be on Debian $SUITE"
