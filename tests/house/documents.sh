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
exit $bad
