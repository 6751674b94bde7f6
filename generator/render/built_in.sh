#!/bin/sh
# Writes the files named, all below templates/, as the table that built_in.h
# declares: bytes as octal constants, which every compiler reads alike.
set -eu
export LC_ALL=C

echo '#include "render/built_in.h"'
number=0
for file; do
    number=$((number + 1))
    printf '\nstatic const char bytes_%d[] = {\n' $number
    od -An -v -to1 "$file" | sed "s/ *\([0-7][0-7]*\)/'\\\\\1',/g"
    printf "'%s'};\n" '\0'
done
printf '\nconst struct built_in_file built_in_files[] = {\n'
number=0
for file; do
    number=$((number + 1))
    printf '    {"%s", {bytes_%d, sizeof(bytes_%d) - 1}},\n' \
        "${file#templates/}" $number $number
done
printf '};\n\nconst size_t built_in_count = %d;\n' $#
