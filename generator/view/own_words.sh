#!/bin/sh
# Writes the Latin words of the files named as own_words.h declares them: of a
# template what it says itself, of a source what stands in its strings.
set -eu
export LC_ALL=C

echo '#include "view/own_words.h"'
printf '\nconst char *const own_markup[] = {\n'
for file; do
    case $file in
    *.c) sed '/^#include/d' "$file" | grep -o '"[^"]*"' || : ;;
    *) sed 's/{{[^}]*}}//g' "$file" ;;
    esac
done | grep -oE '[A-Za-z]{2,}' | sort -u | sed 's/.*/    "&",/'
printf '    NULL};\n'
