# The bag by the words of RFC 8493 and tools that know nothing of shiji; then
# each way a bag can be wrong, which verify must refuse.
. "$CLI_TESTS/support.sh"
small_input input
cp input/problems.csv 'input/100% odd.txt'
exits 0 "$SHIJI" build -t "$templates"
exits 0 "$SHIJI" build -t "$templates" -e internal
exits 0 "$SHIJI" archive -t "$templates" -m 2025-10
bag=$(cat out)

# 2.1.1: the declaration, two lines.
printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' >declared
cmp declared "$bag/bagit.txt"
# 2.1.3: every payload file in every manifest, once, with the right digest.
(cd "$bag" && find data -type f | sed 's/%/%25/g' | LC_ALL=C sort) >payload
for kind in sha256 sha512; do
    sed 's/^[0-9a-f]*  //' "$bag/manifest-$kind.txt" | LC_ALL=C sort >listed
    cmp payload listed
    (cd "$bag" && sed 's/%25/%/g' manifest-$kind.txt |
        "${kind}sum" -c --quiet --strict)
    # 2.2.1: every other tag file, no tag manifest.
    (cd "$bag" && "${kind}sum" -c --quiet --strict tagmanifest-$kind.txt)
    sed 's/^[0-9a-f]*  //' "$bag/tagmanifest-$kind.txt" >listed
    printf '%s\n' bag-info.txt bagit.txt manifest-sha256.txt \
        manifest-sha512.txt | cmp - listed
done
# 2.2.2: octets and files.
octets=$(find "$bag/data" -type f -exec cat {} + | wc -c)
files=$(find "$bag/data" -type f | wc -l)
has "$bag/bag-info.txt" "Payload-Oxum: $((octets)).$((files))"

# What the archive promises to hold.
diff -r input "$bag/data/input"
diff -r "$templates" "$bag/data/templates"
diff -r output/site/2025-10 "$bag/data/site/2025-10"
diff -r output/internal/2025-10 "$bag/data/internal/2025-10"
has "$bag/data/provenance.json" '"program": "shiji '
has "$bag/data/provenance.json" '"cutoff": "2025-10-31"'
has "$bag/data/provenance.json" "$(sha256sum <input/problems.csv | cut -c 1-64)"
# The same again, whatever the day and the zone.
cp -r "$bag" first
rm -rf "$bag"
exits 0 env TZ=Asia/Tokyo SOURCE_DATE_EPOCH=1 "$SHIJI" archive \
    -t "$templates" -m 2025-10
diff -r first "$bag"
exits 0 "$SHIJI" verify --rebuild "$bag"

# refused WHAT: the bag as it is now, which is then made whole again.
refused() {
    got=0
    "$SHIJI" verify "$bag" >out 2>err || got=$?
    if [ $got != ${2:-4} ]; then
        echo "$1: exit $got"
        exit 1
    fi
    has err "[${3:-archive-invalid}]"
    rm -rf "$bag"
    cp -r first "$bag"
}

rm "$bag/data/input/problems.csv" && refused 'a missing file'
: >"$bag/data/more" && refused 'an extra file' 1 file-foreign
: >"$bag/more.txt" && refused 'an extra file beside' 1 file-foreign
printf x >>"$bag/data/input/problems.csv" && refused 'a byte more'
rm "$bag/bagit.txt" && refused 'no declaration'
rm "$bag"/manifest-*.txt && refused 'no manifest'
for file in bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha512.txt
do
    printf '\377\n' >>"$bag/$file" && refused "not UTF-8: $file"
done
echo 'http://example.org/ 1 data/x' >"$bag/fetch.txt" && refused 'fetch.txt'

# retag: makes the manifests of tag files right again.
retag() {
    for kind in sha256 sha512; do
        (cd "$bag" && "${kind}sum" bag-info.txt bagit.txt \
            manifest-sha256.txt manifest-sha512.txt >tagmanifest-$kind.txt)
    done
}
zeros=$(printf '%064d' 0)
for path in data/../../x /etc/passwd ../x ./data/x data//x '~/x' bagit.txt; do
    echo "$zeros  $path" >>"$bag/manifest-sha256.txt"
    retag
    refused "a path outside: $path"
done
head -n 1 "$bag/manifest-sha256.txt" >line
cat line >>"$bag/manifest-sha256.txt"
retag
refused 'a file listed twice'
sed -i 's/Payload-Oxum: /&1/' "$bag/bag-info.txt"
retag
refused 'a wrong oxum'
sed -i 's/UTF-8/GB18030/' "$bag/bagit.txt"
retag
refused 'another encoding'
rm "$bag/data/provenance.json"
ln -s /etc/passwd "$bag/data/provenance.json"
refused 'a symbolic link'
# Other line ends are no fault.
for file in bagit.txt bag-info.txt manifest-sha256.txt; do
    sed -i 's/$/\r/' "$bag/$file"
done
retag
exits 0 "$SHIJI" verify "$bag"
