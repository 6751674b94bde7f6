/* Cells that try to run: in no page of either edition does one succeed. */
import assert from "node:assert/strict";
import test from "node:test";
import { each, open } from "./browser.mjs";
import { PAYLOADS } from "./payloads.mjs";
import { kindsOf } from "./pages.mjs";

const HOSTILE = kindsOf("hostile/site", "hostile/internal");

/* What in the page is not of our making. */
function foreign(page) {
    return page.evaluate(() => {
        const ours = "html head meta title link style script body a header " +
            "div p nav ul ol li main h1 h2 h3 h4 section span strong em table " +
            "caption thead tbody tfoot tr th td form label input select " +
            "option button figure figcaption details summary dl dt dd time " +
            "footer br small abbr code svg g line rect text path circle desc " +
            "polyline tspan col colgroup b i sup sub aside article " +
            "blockquote hr data";
        const found = [];

        for (const one of document.querySelectorAll("*")) {
            if (!ours.split(" ").includes(one.localName))
                found.push(one.outerHTML.slice(0, 100));
            for (const { name, value } of one.attributes)
                if (/^on|^style$|^srcdoc$/.test(name) ||
                    /^(href|src|action|data|formaction)$/.test(name) &&
                    /^\s*(javascript|vbscript|https?):/i.test(value))
                    found.push(`${one.localName} ${name}=${value}`);
        }
        /* Data is no script; but it must be whole. */
        for (const script of document.scripts)
            if (script.type === "application/ld+json")
                JSON.parse(script.textContent);
            else if (script.src ? !/assets\/site-\w+\.js$/.test(script.src)
                : !/assets\/site-/.test(script.textContent))
                found.push(script.outerHTML.slice(0, 100));
        return found;
    });
}

async function faultsOf(file, bypassCSP) {
    return open(file, { bypassCSP }, async (page, seen) => {
        const title = await page.title();

        await page.keyboard.press("Tab");
        await page.hover("main");
        return [...seen.messages, ...seen.requests, ...await foreign(page),
            ...title ? [] : ["no title"]]
            .map((fault) => `${file}: ${fault}`);
    });
}

test("no cell runs, loads or adds anything, by the policy of the page", async () => {
    const faults = await each(HOSTILE, (file) => faultsOf(file, false));

    assert.ok(HOSTILE.length > 30);
    assert.deepEqual(faults.flat().slice(0, 20), []);
});

test("nor does one without that policy", async () => {
    const faults = await each(HOSTILE, (file) => faultsOf(file, true));

    assert.deepEqual(faults.flat().slice(0, 20), []);
});

test("a hostile cell is shown as it was written", async () => {
    const text = (await each(HOSTILE.filter((file) =>
        /problems-\w+\.html$/.test(file)),
    (file) => open(file, {}, (page) => page.textContent("#records")))).join();

    for (const payload of PAYLOADS)
        assert.ok(text.includes(payload), payload);
});
