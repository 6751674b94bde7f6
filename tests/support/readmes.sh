#!/bin/sh
# Rewrites the part of input/README.md that the program makes.
set -eu

shiji=$1
readme=input/README.md
mark='<!-- columns: made by "shiji columns --format md" -->'
{
    sed "/^<!-- columns:/,\$d" "$readme"
    echo "$mark"
    "$shiji" columns --format md
} >"$readme.new"
mv "$readme.new" "$readme"
