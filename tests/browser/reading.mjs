/* Sorting, searching and choosing, by keyboard alone, kept in the address. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { SITES, open } from "./browser.mjs";

const LIST = join(SITES, "sample/site/2025-10/problems-raised.html");
const MONTHS = join(SITES, "sample/site/index.html");
const EMPTY = join(SITES, "sample/site/2025-10/mentoring-visits.html");
const REPORTS = join(SITES, "sample/site/2025-10/reports-submitted.html");

/* The texts of a column, of the rows one can see. */
function column(page, key) {
    return page.$$eval("#records", ([table], name) => {
        const at = [...table.tHead.rows[0].cells]
            .findIndex((th) => th.dataset.key === name);

        return [...table.querySelectorAll("tbody tr")]
            .filter((row) => !row.hidden)
            .map((row) => row.cells[at].dataset.s ??
                row.cells[at].firstChild?.textContent ?? "");
    }, key);
}

function said(page) {
    return page.textContent(".filter [role=status]");
}

/* Tabs until what has the focus fits the selector. */
async function tabTo(page, selector) {
    for (let stops = 0; stops < 200; stops++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) =>
            document.activeElement.matches(wanted), selector))
            return;
    }
    assert.fail(`no Tab leads to ${selector}`);
}

async function loaded(page) {
    await page.waitForSelector("th button");
}

/* Opens the list, does something, and opens the address it left afresh. */
function acted(file, act, look) {
    return open(file, {}, async (page) => {
        await loaded(page);
        await act(page);
        await look(page);
        const address = await page.evaluate(() => location.hash);

        await open(file + address, {}, async (again) => {
            await loaded(again);
            await look(again);
        });
        await page.reload();
        await loaded(page);
        await look(page);
    });
}

test("a search finds words within a sentence and says how many", () =>
    acted(LIST, async (page) => {
        await tabTo(page, "#q");
        await page.keyboard.type("民宿");
    }, async (page) => {
        const rows = await page.$$eval("#records tbody tr", (all) =>
            all.map((row) => [row.textContent.includes("民宿"), !row.hidden]));
        const fitting = rows.filter(([fits]) => fits).length;

        assert.ok(fitting > 0 && fitting < rows.length);
        assert.ok(rows.every(([fits, isShown]) => fits === isShown));
        assert.equal(await said(page),
            `本页显示${fitting}条，共${rows.length}条`);
    }));

test("several words are sought together, whatever their width or case", () =>
    acted(LIST, async (page) => {
        const [id, other] = await column(page, "id");
        const wide = id.replace(/[!-~]/g, (c) =>
            String.fromCharCode(c.charCodeAt(0) + 0xfee0));

        assert.notEqual(id, other);
        await tabTo(page, "#q");
        await page.keyboard.insertText(`${wide.toLowerCase()} `);
        await page.keyboard.insertText(
            (await column(page, "title"))[0].slice(2, 5));
    }, async (page) => assert.equal((await column(page, "id")).length, 1)));

test("a choice leaves the records that have it", () =>
    acted(LIST, async (page) => {
        await tabTo(page, ".chips button:nth-child(3)");
        await page.keyboard.press("Enter");
    }, async (page) => {
        const chosen = await page.$eval("select[name=category]",
            (select) => select.value);
        const shown = await column(page, "category");

        assert.ok(chosen !== "" && shown.length > 0 && shown.length < 137);
        assert.ok(shown.every((text) => text === chosen));
        assert.equal(await page.textContent(".chips [aria-pressed=true]"),
            `${chosen} ${shown.length}`);
        assert.match(await said(page), /^本页显示\d+条，共\d+条$/);
    }));

test("of a unit and those that help it, the unit is chosen", () =>
    open(LIST, {}, async (page) => {
        await loaded(page);
        const helped = await page.$$eval("#records tbody tr", (rows) =>
            rows.find((row) => row.querySelector("[data-l=责任单位] small"))
                .querySelector("[data-l=责任单位]").firstChild.textContent);
        const all = await column(page, "unit");

        await page.selectOption("select[name=unit]", helped);
        assert.deepEqual(await column(page, "unit"),
            all.filter((unit) => unit === helped));
    }));

test("a title sorts up, down and not at all, and says so", () =>
    open(LIST, {}, async (page) => {
        await loaded(page);
        const before = await column(page, "raised_on");
        const sorted = [...before].sort();
        const sort = () => page.getAttribute("[data-key=raised_on]",
            "aria-sort");

        await tabTo(page, "[data-key=raised_on] button");
        await page.keyboard.press("Enter");
        assert.equal(await sort(), "ascending");
        assert.deepEqual(await column(page, "raised_on"), sorted);
        await page.keyboard.press("Space");
        assert.equal(await sort(), "descending");
        assert.deepEqual(await column(page, "raised_on"), sorted.reverse());
        await page.keyboard.press("Enter");
        assert.equal(await sort(), null);
        assert.deepEqual(await column(page, "raised_on"), before);
    }));

test("a phone cuts no figure of the list of months in two", () =>
    open(MONTHS, { viewport: { width: 360, height: 780 } }, async (page) => {
        const cut = await page.$$eval(".year td", (cells) => {
            const edge = cells[0].closest(".box").getBoundingClientRect().right;
            const range = document.createRange();

            return cells.filter((cell) => {
                range.selectNodeContents(cell);
                const text = range.getBoundingClientRect();

                return text.left < edge && text.right > edge;
            }).map((cell) => cell.textContent);
        });

        assert.ok(await page.$(".year td"));
        assert.deepEqual(cut, []);
    }));

test("a list without records offers nothing to sort", () =>
    open(EMPTY, {}, async (page) => {
        assert.equal(await page.$$eval("#records th", (ths) => ths.length > 0),
            true);
        assert.equal(await page.$$eval("#records th button",
            (buttons) => buttons.length), 0);
    }));

test("an order is kept in the address", () =>
    acted(LIST, async (page) => {
        await tabTo(page, "[data-key=raised_on] button");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
    }, async (page) => {
        const days = await column(page, "raised_on");

        assert.deepEqual(days, [...days].sort().reverse());
        assert.equal(await page.getAttribute("[data-key=raised_on]",
            "aria-sort"), "descending");
    }));

test("search, choice and order hold together and are undone at once", () =>
    open(REPORTS, {}, async (page) => {
        await loaded(page);
        const all = await column(page, "id");

        await tabTo(page, "#q");
        await page.keyboard.type("企业");
        await tabTo(page, "th button");
        await page.keyboard.press("Enter");
        const found = await column(page, "id");

        assert.ok(found.length > 0 && found.length < all.length);
        assert.match(await page.evaluate(() => location.hash),
            /q=.*sort=|sort=.*q=/);
        await page.focus("button.reset");
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => !/q=/.test(location.hash));
        assert.equal((await column(page, "id")).length, all.length);
    }));

test("numbers sort as numbers, with nothing at the end", () =>
    open(join(SITES, "sample/site/2025-10/units.html"), {}, async (page) => {
        await loaded(page);
        await page.focus("th.n button");
        await page.keyboard.press("Enter");
        const numbers = await page.$$eval("table.sortable", ([table]) => {
            const at = table.querySelector("[aria-sort]").cellIndex;

            return [...table.tBodies[0].rows].map((row) =>
                parseFloat(row.cells[at].textContent));
        });

        assert.ok(numbers.length > 3);
        assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
    }));

test("nothing moves when the script arrives", () =>
    open(LIST, {}, async (page) => {
        const moved = await page.evaluate(() => new Promise((done) => {
            let sum = 0;

            new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                    sum += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 500);
        }));

        assert.equal(moved, 0);
    }));
