# RFC 8493, section 3, against an independent maker of bags: sha256sum.
. "$CLI_TESTS/support.sh"

# seal: the manifests of the bag as it stands, and its Payload-Oxum.
seal() {
    (cd bag && find data -type f -print0 | LC_ALL=C sort -z |
        xargs -0 sha256sum >manifest-sha256.txt
    find data -type f -print0 | LC_ALL=C sort -z |
        xargs -0 sha512sum >manifest-sha512.txt
    printf 'Source-Organization: 组织部\n  信息科\nPayload-Oxum: %s.%s\n' \
        "$(find data -type f -exec cat {} + | wc -c)" \
        "$(find data -type f | wc -l)" >bag-info.txt)
    tags
}

# tags: the tag manifest of the tag files as they stand.
tags() {
    (cd bag && sha256sum bag*.txt manifest-*.txt \
        $(ls fetch.txt 2>/dev/null) >tagmanifest-sha256.txt)
}

fresh() {
    rm -rf bag
    mkdir -p bag/data/input/2025-10
    echo 'a,b' >bag/data/input/2025-10/problems.csv
    : >bag/data/input/empty
    echo '~' >'bag/data/input/~$problems.csv'
    printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' \
        >bag/bagit.txt
    seal
}

good() {
    exits 0 "$SHIJI" verify bag
}

# bad WHAT: refused in these words, and no harm done.
bad() {
    exits 4 "$SHIJI" verify bag
    has err "$1"
    has err '[archive-invalid]'
    fresh
}

# foreign WHAT: named, and no more than that.
foreign() {
    exits 1 "$SHIJI" verify bag
    has err "$1"
    has err '[file-foreign]'
    lacks err '[archive-invalid]'
    fresh
}

# line PATH: a line of a manifest for the empty file.
line() {
    printf '%s  %s\n' \
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 "$1"
}

# What the RFC allows.
fresh
good
(cd bag && for f in manifest-*.txt bag*.txt; do
    sed -i 's/$/\r/' "$f"; done)
tags && good
(cd bag && tr '\r' '\n' <manifest-sha256.txt | tr -s '\n' | tr '\n' '\r' \
    >x && mv x manifest-sha256.txt) && tags && good
fresh
(cd bag && sed -i 's/^[0-9a-f]*/\U&/' manifest-*.txt) && tags && good
(cd bag && sed -i 's/  /\t \t/' manifest-*.txt) && tags && good
fresh
(cd bag && sha256sum -b $(find data -type f) >manifest-sha256.txt) && tags && good
sed -i 's/Payload-Oxum/payload-OXUM/' bag/bag-info.txt && tags && good
rm bag/bag-info.txt bag/tagmanifest-sha256.txt && good
echo 'notes' >bag/notes.txt && good
mv bag/data/input/empty "bag/data/input/100%
x" && (cd bag && sed -i 's/input.empty/input\/100%25%0ax/' manifest-*.txt) && good

# Complete: what is listed is there, what is there is listed.
fresh
rm bag/data/input/empty && bad 'data/input/empty'
rm -r bag/data && bad 'data'
echo >bag/data/more && foreign 'data/more'
echo >bag/more.txt && foreign 'more.txt'
sed -i 1d bag/manifest-sha512.txt && tags && bad '未列入清单'
rm bag/bagit.txt && bad 'bagit.txt'
rm bag/*manifest-* && bad 'manifest-*.txt'
rm bag/bag-info.txt && bad 'bag-info.txt'
rm bag/data/input/empty && mkdir bag/data/input/empty && bad 'data/input/empty'
rm bag/data/input/empty && mkfifo bag/data/input/empty && bad 'data/input/empty'
rm bag/data/input/empty && ln -s /dev/null bag/data/input/empty &&
    bad 'data/input/empty'
mv bag/data/input here && ln -s "$PWD/here" bag/data/input && bad 'data/input'
rm -rf here
ln -s / bag/data/all && bad 'data/all'
grep -v sha512 bag/tagmanifest-sha256.txt >x
mv x bag/tagmanifest-sha256.txt && bad 'manifest-sha512.txt'

# Valid: every digest is right.
echo 'a,c' >bag/data/input/2025-10/problems.csv && bad '2025-10/problems.csv'
echo >>bag/bag-info.txt && bad 'bag-info.txt'
sed -i '1s/^./g/' bag/manifest-sha256.txt && tags && bad 'manifest-sha256.txt'
sed -i '1s/^..//' bag/manifest-sha256.txt && tags && bad 'manifest-sha256.txt'
sed -i 's/Oxum: /&1/' bag/bag-info.txt && tags && bad 'Payload-Oxum'
sed -i 's/\.3$/.4/' bag/bag-info.txt && tags && bad 'Payload-Oxum'
sed -i 's/\.3$//' bag/bag-info.txt && tags && bad 'Payload-Oxum'
grep Oxum bag/bag-info.txt >x && cat x >>bag/bag-info.txt && tags &&
    bad 'Payload-Oxum'
echo 'no label' >>bag/bag-info.txt && tags && bad 'bag-info.txt'

# Text of the tag files.
sed -i 's/1.0/0.97/' bag/bagit.txt && tags && bad 'bagit.txt'
sed -i 's/1.0/2.0/' bag/bagit.txt && tags && bad 'bagit.txt'
sed -i 's/UTF-8/GBK/' bag/bagit.txt && tags && bad 'bagit.txt'
sed -i 's/UTF-8/UTF-16/' bag/bagit.txt && tags && bad 'bagit.txt'
sed -i 1d bag/bagit.txt && tags && bad 'bagit.txt'
echo 'More: 1' >>bag/bagit.txt && tags && bad 'bagit.txt'
sed -i '1s/^/\xef\xbb\xbf/' bag/bagit.txt && tags && bad 'bagit.txt'
printf 'Contact-Name: \325\305\n' >>bag/bag-info.txt && tags &&
    bad 'bag-info.txt'
sed -i '1s/^/\xef\xbb\xbf/' bag/manifest-sha256.txt && tags &&
    bad 'manifest-sha256.txt'
sed -i 's/input.empty/input\/\xd5\xc5/' bag/manifest-sha256.txt && tags &&
    bad 'manifest-sha256.txt'

# Paths that lead elsewhere, whatever stands there.
: >outside
for path in ../outside data/../../outside "$PWD/outside" /dev/null \
    '~/outside' '~root/.profile' 'data/..\..\outside' '..\outside' \
    '\\?\C:\outside' 'C:\outside' 'C:outside' data/./input/empty \
    data//input/empty data/input/ data 'data/%0A/../../../outside'; do
    line "$path" >>bag/manifest-sha256.txt && tags && bad "$path"
    line "$path" >>bag/tagmanifest-sha256.txt && bad "$path"
done
line bagit.txt >>bag/manifest-sha256.txt && tags && bad 'bagit.txt'
line data/input/empty >>bag/tagmanifest-sha256.txt && bad 'data/input/empty'
line tagmanifest-sha256.txt >>bag/tagmanifest-sha256.txt &&
    bad 'tagmanifest-sha256.txt'
line data/input/empty >>bag/manifest-sha256.txt && tags &&
    bad 'data/input/empty'
cp bag/manifest-sha256.txt bag/manifest-crc32.txt && tags && bad 'crc32'

# Files still to be fetched.
echo 'https://example.org/x - data/input/more' >bag/fetch.txt && tags &&
    bad 'data/input/more'
echo 'https://example.org/x 0 ../outside' >bag/fetch.txt && tags &&
    bad '../outside'
echo 'https://example.org/x many data/input/empty' >bag/fetch.txt && tags &&
    bad 'fetch.txt'
echo 'https://example.org/x 0 data/input/empty' >bag/fetch.txt && tags && good

exits 2 "$SHIJI" verify bag/bagit.txt
exits 4 "$SHIJI" verify bag/data
# In the one language asked for.
echo 'a,c' >bag/data/input/2025-10/problems.csv
exits 4 "$SHIJI" verify -l en bag
has err 'problems.csv: changed [archive-invalid]'
! LC_ALL=C grep '[^ -~]' err
