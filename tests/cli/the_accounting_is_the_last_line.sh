. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 1 "$SHIJI" check
[ "$(tail -n 1 err)" = '读入 4 = 采用 3 + 搁置 1 + 重复 0 + 更新替代 0' ]
exits 1 "$SHIJI" check -l en
[ "$(tail -n 1 err)" = \
    'read 4 = accepted 3 + set aside 1 + duplicate 0 + superseded 0' ]
