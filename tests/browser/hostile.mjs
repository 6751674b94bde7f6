/*
 * Writes ledgers in which every column holds every hostile cell once.
 *
 *     node hostile.mjs public|internal INPUT-FOLDER LEDGER...
 *
 * Of each ledger, a clean CSV file, the first record is taken as it is, and
 * again for each column and payload with the payload in that column.  For the
 * public edition names of persons stay: it shows none, and a payload taken for
 * a name would rightly be refused wherever else it stands.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PAYLOADS } from "./payloads.mjs";

const [edition, input, ...ledgers] = process.argv.slice(2);
const spared = edition === "internal" ? [] : JSON.parse(
    execFileSync(process.env.SHIJI, ["columns", "--format", "json"]))
    .columns.filter((column) => column.personal)
    .map((column) => column.title);
const month = join(input, "2025-10");

/* The records of RFC 4180 text, as lists of cells. */
function recordsOf(text) {
    return text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g).map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)]
            .map(([, quoted, bare]) => quoted?.replace(/""/g, "\"") ?? bare));
}

function lineOf(cells) {
    return cells.map((cell) => `"${cell.replace(/"/g, "\"\"")}"`).join(",");
}

/* Of a record of its own, the number that names it is its own as well. */
function numbered(head, cells, number) {
    return cells.map((cell, column) => column === 0 &&
        /编号|代码/.test(head[0]) ? `${cell}${10000 + number}` : cell);
}

mkdirSync(month, { recursive: true });
mkdirSync(join(input, "codes"), { recursive: true });
for (const file of ledgers) {
    const [head, first = head] = recordsOf(
        readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
    const lines = [lineOf(head), lineOf(first)];

    for (const [column, title] of head.entries())
        for (const payload of spared.includes(title) ? [] : PAYLOADS) {
            const cells = numbered(head, first, lines.length);

            cells[column] = payload;
            lines.push(lineOf(cells));
        }
    writeFileSync(join(month, basename(file)), `${lines.join("\r\n")}\r\n`);
}

/* A column nobody knows and a file name, both of them shown as well. */
writeFileSync(join(month, "problems-<img src=x onerror=canary(15)>.csv"),
    `问题名称,${PAYLOADS[2].replace(/"/g, "")}\r\n${PAYLOADS[0]},x\r\n`);
writeFileSync(join(input, "settings.csv"), ["key,value",
    ...["title", "district", "publisher", "report_to", "send_to", "issue_to"]
        .map((key, place) => lineOf([key, PAYLOADS[place]])),
    "year_start,2025-01"].join("\r\n"));
writeFileSync(join(input, "codes", "units.csv"),
    ["name,order,aliases", ...PAYLOADS.map((payload, place) =>
        lineOf([payload, String(place + 1), ""]))].join("\r\n"));
writeFileSync(join(input, "summary.md"), PAYLOADS.join("\n\n"));
