#!/bin/sh
# What a reader sees, in a real browser: builds the sites under build/browser,
# then opens them.  With "full", every page goes through every test; else one
# page of each kind goes through the slow ones.  What a test needs and cannot
# get is a failure.
set -eu
cd "$(dirname "$0")"
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
SITES=${SHIJI%/*}/browser
REACH=${1:-quick}
export SHIJI SITES REACH

./setup.sh
./sites.sh
exec node --test-reporter=./reporter.mjs suites.mjs
