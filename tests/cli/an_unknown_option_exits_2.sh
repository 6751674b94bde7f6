. "$CLI_TESTS/support.sh"
small_input input
exits 2 "$SHIJI" check --nonsense
has err '[option-unknown]'
exits 2 "$SHIJI" nonsense
has err '[option-unknown]'
exits 2 "$SHIJI" check --port 80
mkdir empty
cd empty
exits 2 "$SHIJI"
has err '[command-missing]'
cd ..

# What was probably meant is named, and nothing is done instead.
exits 2 "$SHIJI" bulid -l en
has err 'did you mean build?'
exits 2 "$SHIJI" build --moth 2025-10
has err '是否想写 --month？'
exits 2 "$SHIJI" check --verb
has err '是否想写 --verbose？'
exits 2 "$SHIJI" frobnicate
lacks err 是否
exits 2 "$SHIJI" build -e secret -l en
has err 'secret (should be public|internal)'
[ ! -e output ]
