# Shared by the scripts here: a small input, and ways to say what must be so.

templates=$CLI_TESTS/../../templates

# small_input FOLDER: three problems, one of them solved.
small_input() {
    mkdir -p "$1"
    cat >"$1/problems.csv" <<EOT
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
W-1,供水管网改造,区住建局,2025-10-08,2025-10-20,已办结
W-2,用工短缺,区人社局,2025-10-09,,办理中
W-3,道路破损,区交通局,2025-09-11,,办理中
EOT
}

# bad_row FOLDER: adds a row that must be set aside.
bad_row() {
    echo 'W-4,路灯不亮,区住建局,2025-13-01,,办理中' >>"$1/problems.csv"
}

# exits STATUS COMMAND…: output goes to the files out and err.
exits() {
    wanted=$1
    shift
    got=0
    "$@" >out 2>err || got=$?
    if [ "$got" != "$wanted" ]; then
        echo "exit $got, not $wanted: $*"
        cat out err
        exit 1
    fi
}

# has FILE TEXT
has() {
    grep -qF -- "$2" "$1" || {
        echo "$1 lacks: $2"
        cat "$1"
        exit 1
    }
}

lacks() {
    if grep -qF -- "$2" "$1"; then
        echo "$1 has: $2"
        exit 1
    fi
}
