/* Search across the month, and what can be copied. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { SITES, open } from "./browser.mjs";

const MONTH = join(SITES, "sample/site/2025-10/index.html");
const LIST = join(SITES, "sample/site/2025-10/problems-solved.html");

/* Types into the box of the page and waits for what was found. */
async function find(page, words) {
    await page.focus(".search input");
    await page.keyboard.type(words);
    await page.waitForSelector(".search li a, .search [role=status]:not(:empty)");
}

test("a search finds records of every list from any page", () =>
    open(MONTH, {}, async (page, seen) => {
        await find(page, "民宿");
        const hits = await page.$$eval(".search li a", (all) =>
            all.map((hit) => [hit.getAttribute("href"), hit.textContent]));

        assert.ok(hits.length > 1);
        assert.ok(hits.every(([, text]) => text.includes("民宿")));
        assert.match(await page.textContent(".search [role=status]"),
            /^找到\d+条/);
        assert.deepEqual(seen, { messages: [], requests: [] });
    }));

test("what was found leads to the record itself", () =>
    open(MONTH, {}, async (page) => {
        await find(page, "ZD-2025-125");
        await page.click(".search li a");
        await page.waitForSelector("#records");
        assert.match(page.url(), /#ZD-2025-125$/);
        assert.ok(await page.$eval("#ZD-2025-125",
            (row) => row.getBoundingClientRect().top < innerHeight));
    }));

test("the script that is searched is loaded only when it is needed", () =>
    open(MONTH, {}, async (page) => {
        const loaded = () => page.evaluate(() => !!window.shijiIndex);

        assert.equal(await loaded(), false);
        await find(page, "道路");
        assert.equal(await loaded(), true);
        await page.keyboard.press("Escape");
        assert.equal(await page.isVisible(".search li a"), false);
    }));

test("words that nothing has are told to be found nowhere", () =>
    open(MONTH, {}, async (page) => {
        await find(page, "无此事项无此事项");
        assert.match(await page.textContent(".search [role=status]"),
            /^找到0条/);
    }));

test("without script there is no box that does nothing", () =>
    open(MONTH, { javaScriptEnabled: false }, async (page) => {
        assert.equal(await page.isVisible(".search"), false);
        assert.equal(await page.locator(".copy").count(), 0);
    }));

test("the headline and the address of a list are copied", () =>
    open(MONTH, { permissions: ["clipboard-read", "clipboard-write"] },
        async (page) => {
            const headline = await page.textContent("#headline");
            const copied = () =>
                page.evaluate(() => navigator.clipboard.readText());

            await page.click("text=复制这句话");
            await page.waitForSelector("text=已复制");
            assert.equal(await copied(), headline.trim());
            await page.goto("file://" + LIST);
            await page.click("text=复制链接");
            await page.waitForSelector("text=已复制");
            assert.equal(await copied(), page.url());
        }));

test("a chart is copied as a picture, or saved as one", () =>
    open(MONTH, { permissions: ["clipboard-read", "clipboard-write"] },
        async (page, seen) => {
            const saved = page.waitForEvent("download").catch(() => null);

            await page.click("text=复制图片");
            await Promise.race([saved, page.waitForSelector("text=已复制")]);
            assert.deepEqual(seen.messages, []);
        }));
