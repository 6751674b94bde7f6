#!/bin/sh
# Installs what these tests need and is not here yet, and says so.
set -eu
cd "$(dirname "$0")"
../support/setup.sh browser
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    echo "正在安装 (installing): npm ci, tests/browser"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
fi
