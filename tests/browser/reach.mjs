/*
 * Every page reaches every reader: on any width, in light and dark, without
 * script, without network, by assistive technology.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import test from "node:test";
import { IS_FULL, SITES, each, open } from "./browser.mjs";
import { OTHERS, SAMPLES, kindsOf, pagesOf } from "./pages.mjs";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
    "best-practice"];
const WIDTHS = [320, 360, 768, 1440];

/* What the looks at pages found, page by page; none is what we want. */
async function assertNone(pages, look) {
    const found = await each(pages, async (page) =>
        (await look(page)).map((fault) => `${page}: ${fault}`));

    assert.deepEqual(found.flat().slice(0, 20), []);
}

function resize(page, width) {
    return page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
}

/* All that can be read, but for what works by script only. */
function wordsOf(page) {
    return page.evaluate(() => {
        document.querySelectorAll(".filter, .search, .copy").forEach((tool) =>
            tool.remove());
        return document.body.innerText.replace(/\s+/g, " ");
    });
}

/* Each page is opened once and seen on all widths; two tests ask about it. */
let looks;

function looked() {
    looks ??= each([...pagesOf("sample/site"),
        ...kindsOf("sample/internal", ...OTHERS)], (file) =>
        open(file, {}, async (page, seen) => {
            const wide = [];

            for (const width of WIDTHS) {
                await resize(page, width);
                const over = await page.evaluate(() =>
                    document.documentElement.scrollWidth - innerWidth);

                if (over > 0)
                    wide.push(`${file}: ${over} px too wide at ${width}`);
            }
            return { wide, said: [...seen.messages, ...seen.requests]
                .map((text) => `${file}: ${text}`) };
        }));
    return looks;
}

test("a page says nothing to the console and asks for nothing", async () =>
    assert.deepEqual((await looked()).flatMap((look) => look.said), []));

test("no page is wider than its window, from 320 px on", async () =>
    assert.deepEqual((await looked()).flatMap((look) => look.wide), []));

/* What is wrong with a page whose reader asked for letters of that size. */
async function enlarged(page, letters) {
    const tools = await page.context().newCDPSession(page);
    const set = (size) => tools.send("Page.setFontSizes",
        { fontSizes: { standard: size, fixed: size } });

    await set(letters);
    const faults = await page.evaluate((size) => {
        const over = document.documentElement.scrollWidth - innerWidth;
        const narrow = [...document.querySelectorAll("thead th")].filter(
            (th) => th.clientWidth > 0 && th.innerText.length > 2 &&
                th.clientWidth < 1.5 * size);

        return [
            ...over > 0 ? [`${over} px too wide`] : [],
            ...narrow.map((th) => `${th.innerText}: a letter a line`),
            ...getComputedStyle(document.body).fontSize === `${size}px`
                ? [] : ["letters are not that size"],
        ];
    }, letters);
    await set(16);
    await tools.detach();
    return faults;
}

test("letters twice the size fit a phone", () =>
    assertNone(kindsOf(...SAMPLES, ...OTHERS).filter((file) => !/print/.test(file)),
        (file) => open(file, { viewport: { width: 360, height: 780 } },
            (page) => enlarged(page, 32))));

test("without script a page says all that it says with script", () =>
    assertNone(kindsOf(...SAMPLES), async (file) => {
        const scripted = await open(file, {}, wordsOf);
        const plain = await open(file, { javaScriptEnabled: false }, wordsOf);

        return scripted === plain ? [] : [`${plain.length} letters without` +
            ` script, ${scripted.length} with script`];
    }));

test("without script every figure of the summary is shown", async () => {
    for (const site of SAMPLES) {
        const shown = new Map();
        const month = join(SITES, site, "2025-10");

        await each(kindsOf(site).filter((page) => dirname(page) === month),
            (file) => open(file, { javaScriptEnabled: false }, async (page) => {
                const figures = await page.$$eval("[data-figure]", (all) =>
                    all.filter((one) => one.getClientRects().length)
                        .map((one) => [one.dataset.figure, one.innerText]));

                for (const [id, text] of figures)
                    shown.set(id, [...shown.get(id) ?? [], text]);
            }));
        const { figures } = JSON.parse(readFileSync(
            join(month, "data", "summary.json"), "utf8"));

        assert.ok(Object.keys(figures).length > 30);
        for (const [id, { value }] of Object.entries(figures))
            for (const text of shown.get(id) ?? ["missing"])
                assert.equal(text.replace(/[,%\s]/g, ""), String(value ?? "—"),
                    `${site} ${id}`);
    }
});

async function faultsInSight(page, runOnly) {
    const { violations } = await page.evaluate((only) => window.axe.run({
        runOnly: only, resultTypes: ["violations"],
    }), runOnly);

    return violations.flatMap((violation) => violation.nodes.map((node) =>
        `${violation.id}: ${node.target.join(" ")}`));
}

/* In the dark colours change, and nothing else. */
const SCHEMES = {
    light: { type: "tag", values: RULES },
    dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/* The whole month in one file is parts seen elsewhere: the ends will do. */
function widthsFor(file) {
    return file.endsWith("report.html") ? [360, 1440] : [360, 768, 1440];
}

function shotOf(file, where) {
    const shots = join(SITES, "shots");

    mkdirSync(shots, { recursive: true });
    return join(shots, file.slice(SITES.length + 1).replace(/[/.]/g, "-") +
        `-${where}.png`);
}

test("axe finds nothing, light or dark, on a phone, a tablet or a desk", () =>
    assertNone(kindsOf(...SAMPLES, "english/internal"), (file) => open(file, {},
        async (page) => {
            const faults = [];

            await page.evaluate(AXE);
            for (const [colorScheme, rules] of Object.entries(SCHEMES))
                for (const width of widthsFor(file)) {
                    const where = `${colorScheme}-${width}`;

                    await page.emulateMedia({ colorScheme });
                    await resize(page, width);
                    faults.push(...(await faultsInSight(page, rules))
                        .map((fault) => `${where}: ${fault}`));
                    if (IS_FULL)
                        await page.screenshot({ path: shotOf(file, where) });
                }
            return faults;
        })));
