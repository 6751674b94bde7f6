/* What comes out of the printer: all of it, and the brief on its grid. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { SITES, each, open } from "./browser.mjs";
import { SAMPLES, kindsOf } from "./pages.mjs";

const MM = 72 / 25.4;

function pdftotext(pdf, ...options) {
    const { status, stdout } = spawnSync("pdftotext", [...options, pdf, "-"],
        { encoding: "utf8", maxBuffer: 1 << 28 });

    assert.equal(status, 0, "pdftotext fails");
    return stdout;
}

/* Prints the page; calls look(page, pdf) with what was printed. */
function printed(file, look) {
    const pdf = join(SITES, "paper",
        `${file.slice(SITES.length + 1).replace(/[/.]/g, "-")}.pdf`);

    mkdirSync(join(SITES, "paper"), { recursive: true });
    return open(file, { viewport: { width: 703, height: 1000 } },
        async (page) => {
            await page.emulateMedia({ media: "print" });
            await page.pdf({ path: pdf, preferCSSPageSize: true,
                format: "A4", printBackground: true });
            return look(page, pdf);
        });
}

/* Letters that look alike may come back from a PDF as one another. */
function letters(text) {
    return text.normalize("NFKC").replace(/[\s\u00ad\u200b]/g, "");
}

/* Every word of the page, text by text as they stand in it. */
function textsOf(page) {
    return page.evaluate(() => {
        const walker = document.createTreeWalker(document.body,
            NodeFilter.SHOW_TEXT);
        const texts = [];

        while (walker.nextNode()) {
            const holder = walker.currentNode.parentElement;

            if (holder.closest("main, footer, header") &&
                !holder.closest(".only-screen, .vh, .data, .filter, " +
                    ".search, script, title, desc"))
                texts.push(walker.currentNode.data);
        }
        return texts;
    });
}

/* Whole, or in two parts where a sheet ends within it. */
function isThere(text, paper) {
    return paper.includes(text) || Array.from(text.slice(1), (_, at) =>
        !paper.includes(text.slice(at, at + 2))).filter(Boolean).length <= 1;
}

test("paper holds every word of a page", async () => {
    const found = await each(kindsOf(...SAMPLES).filter((file) =>
        !file.endsWith("report.html")), (file) => printed(file,
        async (page, pdf) => {
            const paper = letters(pdftotext(pdf, "-raw"));
            const lost = (await textsOf(page)).map(letters)
                .filter((text) => !isThere(text, paper));

            return lost.map((text) => `${file}: ${text}`);
        }));

    assert.deepEqual(found.flat().slice(0, 20), []);
});

test("a bar on paper has the frame that its legend speaks of", () =>
    printed(join(SITES, "sample/site/2025-10/index.html"), async (page) => {
        const frames = await page.$$eval("td.bar svg .whole", (all) =>
            all.map((one) => getComputedStyle(one).display));

        assert.ok(frames.length > 0);
        assert.ok(!frames.includes("none"));
    }));

test("the titles of a table stand on each of its sheets", () =>
    printed(join(SITES, "sample/site/2025-10/problems-raised.html"),
        async (page, pdf) => {
            /* Dates stay whole on paper, as does the title above them. */
            const sheets = pdftotext(pdf, "-layout").split("\f").slice(0, -1)
                .filter((sheet) => /\d月\d+日/.test(sheet));

            assert.ok(sheets.length > 2);
            for (const sheet of sheets)
                assert.ok(sheet.includes("提出时间"), sheet);
        }));

test("no row is cut by the end of a sheet", () =>
    printed(join(SITES, "sample/site/2025-10/problems-raised.html"),
        async (page) => {
            const kept = await page.$$eval("tbody tr", (rows) =>
                rows.every((row) =>
                    getComputedStyle(row).breakInside === "avoid"));

            assert.ok(kept);
        }));

/* The words of a PDF: where they begin and end, sheet by sheet, in points. */
function sheetsOf(pdf) {
    return pdftotext(pdf, "-bbox").split("<page ").slice(1).map((sheet) => {
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/
            .exec(sheet).map(Number);
        const words = [...sheet.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)]
            .map(([, left, top, right, bottom, text]) => ({ left: +left,
                top: +top, right: +right, bottom: +bottom, text }));

        return { width, height, words };
    });
}

/* Of a brief that has tables: what stands lowest on its last sheet. */
for (const site of ["sample/site", "english/internal"])
    test(`the brief ends with its foot at the foot of a sheet: ${site}`, () =>
        printed(join(SITES, site, "2025-10/print.html"),
            async (page, pdf) => {
                const sheets = sheetsOf(pdf);
                const foot = (37 + 225) * MM;
                const body = sheets.at(-1).words
                    .filter((word) => word.bottom < foot + 1);

                assert.ok(sheets.length <= 5, `${sheets.length} sheets`);
                assert.ok(Math.max(...body.map((word) => word.bottom)) >
                    foot - 20, "there is air below the foot");
                assert.ok(new Set(body.map((word) => Math.round(word.top)))
                    .size > 10, "the foot is nearly alone");
            }));

test("the brief keeps to 28 characters by 22 lines on A4", () =>
    printed(join(SITES, "sample/site/2025-10/print.html"),
        async (page, pdf) => {
            const sheets = sheetsOf(pdf);
            const left = 28 * MM;
            const right = left + 156 * MM;
            const rows = sheets.map(() => new Set());
            let widest = 0;

            assert.ok(sheets.length > 1);
            for (const [at, sheet] of sheets.entries()) {
                assert.ok(Math.abs(sheet.width - 210 * MM) < 1);
                assert.ok(Math.abs(sheet.height - 297 * MM) < 1);
                for (const word of sheet.words) {
                    assert.ok(word.left > left - 1 && word.right < right + 1,
                        `${word.text} leaves the type area`);
                    if (Math.abs(word.bottom - word.top - 15.75) < 8)
                        rows[at].add(Math.round(word.top));
                    if (/^[\u4e00-\u9fff，。、；：]{28}$/.test(word.text)) {
                        widest++;
                        assert.ok(Math.abs(word.right - word.left -
                            28 * 15.75) < 2, word.text);
                    }
                }
            }
            assert.ok(widest > 0, "no line of 28 characters");
            /* The last sheet holds tables, in smaller type. */
            assert.ok(rows.slice(0, -1).every((tops) => tops.size <= 23),
                rows.map((tops) => tops.size).join());
        }));
