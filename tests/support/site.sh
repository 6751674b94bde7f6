#!/bin/sh
# Publishes input/ to output/ with the program named.  Exit 1 of the program
# means published with something set aside, which is no failure here.
set -u

status=0
"$@" build -i input -o output 2>output/.messages || status=$?
cat output/.messages >&2
aside=$(sed -n 's/.*搁置 \([0-9]*\).*/\1/p; s/.*set aside \([0-9]*\).*/\1/p' \
    output/.messages | tail -n 1)
rm -f output/.messages
case $status in
0) echo "已发布 (published): output/site/index.html" ;;
1) echo "已发布 (published): output/site/index.html;" \
    "搁置 ${aside:-0} 行 (${aside:-0} rows set aside)，见上 (see above)" ;;
*) exit "$status" ;;
esac
