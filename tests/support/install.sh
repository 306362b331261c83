# Installs what the tests need, for tests/run, and says each thing that it installs. Debian and Ubuntu.
#
# Sets `missing` to what could not be installed, and the environment variables by which the tests find the rest.

missing=()
judges=$PWD/target/judges

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif has sudo && [ -t 0 ]; then
        sudo "$@"
    elif has sudo; then
        sudo -n "$@"
    else
        echo "neither root nor sudo"
        return 1
    fi
}

# logged WHAT COMMAND…: says what is installed; shows the command's output only if it fails.
logged() {
    local what=$1 log=target/install.log
    shift
    echo "  installing $what"
    if ! "$@" >"$log" 2>&1; then
        echo "  could not install $what:"
        tail -n 8 "$log" | sed 's/^/    /'
        return 1
    fi
}

updated=
apt_install() {
    if ! has apt-get; then
        echo "  could not install $*: there is no apt-get"
        return 1
    fi
    if [ -z "$updated" ]; then
        updated=yes
        logged "the list of packages (apt-get update)" as_root apt-get update || true
    fi
    logged "$* (apt-get)" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

install_linker() {
    has cc || apt_install gcc libc6-dev || missing+=("a C compiler and linker: the program cannot be built")
}

install_rust_tools() {
    cargo fmt --version >/dev/null 2>&1 || logged "rustfmt" rustup component add rustfmt || missing+=("rustfmt")
    cargo clippy --version >/dev/null 2>&1 || logged "clippy" rustup component add clippy || missing+=("clippy")
}

install_postgres() {
    has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || apt_install postgresql ||
        missing+=("PostgreSQL: the tests of the second database")
}

# Whether it is there and runs: Ubuntu has a /usr/bin/chromium-browser that only names a snap package.
runs() { has "$1" && "$1" --version >/dev/null 2>&1; }

install_browser() {
    SPARSAM_TEST_CHROMIUM=${SPARSAM_TEST_CHROMIUM:-$(command -v chromium || true)}
    SPARSAM_TEST_CHROMEDRIVER=${SPARSAM_TEST_CHROMEDRIVER:-$(command -v chromedriver || true)}
    if ! runs "$SPARSAM_TEST_CHROMIUM" || ! runs "$SPARSAM_TEST_CHROMEDRIVER"; then
        if [ "$(. /etc/os-release && echo "$ID")" = ubuntu ]; then
            install_chrome_for_testing
        else
            apt_install chromium chromium-driver fonts-dejavu-core &&
                SPARSAM_TEST_CHROMIUM=$(command -v chromium) && SPARSAM_TEST_CHROMEDRIVER=$(command -v chromedriver)
        fi || missing+=("Chromium and chromedriver: the browser tests")
    fi
    export SPARSAM_TEST_CHROMIUM SPARSAM_TEST_CHROMEDRIVER
}

# Ubuntu has Chromium as a snap only, which containers cannot run and which cannot read a profile in the target folder.
install_chrome_for_testing() {
    local folder=$judges/browsers version
    SPARSAM_TEST_CHROMIUM=$(compgen -G "$folder/chrome/*/*/chrome" | sort -V | tail -n 1 || true)
    SPARSAM_TEST_CHROMEDRIVER=$(compgen -G "$folder/chromedriver/*/*/chromedriver" | sort -V | tail -n 1 || true)
    if runs "$SPARSAM_TEST_CHROMIUM" && runs "$SPARSAM_TEST_CHROMEDRIVER"; then
        return
    fi
    local get=(npx --yes @puppeteer/browsers install --path "$folder" --format '{{buildId}}')
    logged "Chrome for Testing" "${get[@]}" chrome@stable || return 1
    version=$(tail -n 1 target/install.log)
    logged "chromedriver $version" "${get[@]}" "chromedriver@$version" || return 1
    logged "the libraries of Chrome" as_root env "PATH=$PATH" "${get[@]}" "chrome@$version" --install-deps || return 1
    apt_install fonts-dejavu-core || return 1
    SPARSAM_TEST_CHROMIUM=$(compgen -G "$folder/chrome/*/*/chrome" | sort -V | tail -n 1)
    SPARSAM_TEST_CHROMEDRIVER=$(compgen -G "$folder/chromedriver/*/*/chromedriver" | sort -V | tail -n 1)
}

install_node() {
    if ! has node || ! has npm; then
        apt_install nodejs npm || missing+=("Node.js and npm: the judges written in JavaScript")
    fi
}

install_libical() {
    [[ $(PATH=$PATH:/usr/sbin:/sbin ldconfig -p) == *libical.so.3* ]] || apt_install libical3 || missing+=("libical: its judge")
}

install_dovecot() {
    [ ! -x /usr/sbin/dovecot ] || return 0
    apt_install dovecot-imapd || { missing+=("Dovecot: the way of a mail there and back"); return 0; }
    # The tests start one of their own; that of the package need not listen here.
    ! has systemctl || as_root systemctl disable --now dovecot >/dev/null 2>&1 || true
}

# current STAMP FILE…: whether the stamp was written for these files as they are now.
current() {
    local stamp=$1
    shift
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(cat "$@" | cksum)" ]
}

install_python_judges() {
    local wanted=(tests/judges/requirements*.txt) options=() file
    [ -e "${wanted[0]}" ] || return 0
    export SPARSAM_TEST_PYTHON=$judges/venv/bin/python
    ! current "$judges/venv/stamp" "${wanted[@]}" || return 0
    python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3 python3-venv || true
    for file in "${wanted[@]}"; do options+=(-r "$file"); done
    if logged "a Python environment" python3 -m venv --clear "$judges/venv" &&
        logged "the Python judges ($(cat "${wanted[@]}" | grep -o '^[A-Za-z0-9_.-]*' | xargs))" \
            "$SPARSAM_TEST_PYTHON" -m pip install --quiet --disable-pip-version-check "${options[@]}"; then
        cat "${wanted[@]}" | cksum >"$judges/venv/stamp"
    else
        missing+=("Python packages: the judges written in Python")
    fi
}

install_npm_judges() {
    [ -e tests/judges/package.json ] || return 0
    # Where node looks for the packages that a script in tests/judges imports.
    ln -sfn ../../target/judges/node_modules tests/judges/node_modules
    local wanted=(tests/judges/package*.json) get=(install)
    ! current "$judges/node_modules/stamp" "${wanted[@]}" || return 0
    cp "${wanted[@]}" "$judges"
    [ ! -e tests/judges/package-lock.json ] || get=(ci)
    if logged "the JavaScript judges" npm --prefix "$judges" "${get[@]}" --ignore-scripts --no-audit --no-fund; then
        cat "${wanted[@]}" | cksum >"$judges/node_modules/stamp"
    else
        missing+=("npm packages: the judges written in JavaScript")
    fi
}

install_everything() {
    mkdir -p "$judges"
    install_linker
    install_rust_tools
    install_postgres
    install_node
    install_browser
    install_libical
    install_dovecot
    install_python_judges
    install_npm_judges
    local thing
    for thing in ${missing[@]+"${missing[@]}"}; do
        echo "  MISSING $thing"
    done
}
