#!/bin/sh
# What the program makes of our documents is what stands in them.
bad=0
if ! sed '1,/^<!-- columns:/d' input/README.md | cmp -s - /dev/fd/3 3<<EOT
$("$SHIJI" columns --format md)
EOT
then
    echo "input/README.md: run make readmes"
    bad=1
fi
for command in $("$SHIJI" help | awk '$1 == "shiji" { print $2 }'); do
    grep -q "shiji $command" README.md generator/README.md || {
        echo "README.md: shiji $command is not mentioned"
        bad=1
    }
done
# Every part, and every class that a template writes out, is explained to who
# makes the next page.
for part in templates/parts/*.html; do
    name=$(basename "$part" .html | tr '[:lower:]' '[:upper:]')
    grep -q "^| \`$name\`" templates/README.md || {
        echo "templates/README.md: the part $name is not listed"
        bad=1
    }
done
for class in $(grep -oh 'class="[a-z0-9 -]*"' templates/*/*.html |
    sed 's/class="//; s/"//' | tr ' ' '\n' | sort -u); do
    grep -q "\`$class\`" templates/README.md || {
        echo "templates/README.md: the class $class is not explained"
        bad=1
    }
done
exit $bad
