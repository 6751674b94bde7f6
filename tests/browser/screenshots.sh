#!/bin/sh
# Takes the pictures of README.md: the sample, as it opens on a desk and on a
# phone.
set -eu
cd "$(dirname "$0")"
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
SITES=${SHIJI%/*}/browser
export SHIJI SITES

./setup.sh
./sites.sh
node screenshots.mjs
