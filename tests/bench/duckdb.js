/* The aggregates of a ledger by DuckDB, for bench.py; status 2 when it is not
   installed (npm install --prefix build/bench @duckdb/node-api). */
async function main(path) {
    let duckdb;
    try {
        duckdb = require('@duckdb/node-api');
    } catch {
        process.exit(2);
    }
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run('set threads = 1');
    const reader = await connection.runAndReadAll(
        'select 责任单位, substr(提出时间, 1, 7), count(*), ' +
        "sum((办理状态 = '已办结')::int), " +
        "sum((提出时间 > '2025-10-31')::int) " +
        `from read_csv('${path}', all_varchar = true) group by 1, 2`);
    console.log(reader.getRows().length);
}

main(process.argv[2]);
