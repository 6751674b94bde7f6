/* Old browsers and thin lines: what pages weigh, and what they ask for. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { SITES, filesOf } from "./browser.mjs";
import { ALL, pagesOf } from "./pages.mjs";

const KB = 1024;

function assertLighter(pages, most) {
    const heavy = pages.filter((page) => statSync(page).size > most)
        .map((page) => `${page}: ${statSync(page).size} bytes`);

    assert.deepEqual(heavy, []);
}

test("the month's page weighs at most 150 KB", () =>
    assertLighter(["sample/site", "sample/internal", "big/site"]
        .map((site) => join(SITES, site, "2025-10/index.html")), 150 * KB));

test("no page weighs more than 600 KB, with 10,000 records neither", () =>
    assertLighter(pagesOf(...ALL), 600 * KB));

/* The index of a month's search is data: it is read when it is asked for. */
test("scripts weigh less than 30 KB in all", () => {
    const scripts = filesOf("sample/site", ".js")
        .filter((file) => !/index-\w+\.js$/.test(file));

    assert.ok(scripts.length > 0);
    assert.ok(scripts.reduce((sum, file) => sum + statSync(file).size, 0) <
        30 * KB);
});

/* What came after Chromium 78, where a rule or a script would be lost. */
const LATER_STYLE = {
    /* Text set in columns may have one. */
    "gap in a flex box": new RegExp("\\{(?![^}]*[^-\\w]columns\\s*:)" +
        "([^}]*;)?\\s*(row-|column-)?gap\\s*:"),
    "clamp(), min(), max()": /\b(clamp|min|max)\(/,
    ":is(), :where(), :has()": /:(is|where|has)\(/,
    ":not() with a list": /:not\([^)]*,/,
    ":focus-visible and the like":
        /:(focus-visible|user-valid|user-invalid|modal|popover-open)/,
    "inset, aspect-ratio": /[{;]\s*(inset|aspect-ratio)\s*:/,
    "at-rules": /@(layer|container|property|scope|starting-style)\b/,
    "colours by function": /\b(light-dark|color-mix|oklch|oklab|lab|lch)\(/,
    "new units": /\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqi|cqh|lh|rlh|cap|ic)\b/,
    "ranges in media queries": /@media[^{]*[<>]/,
    "nesting": /[{;}]\s*&/,
};
const LATER_SCRIPT = {
    "?. and ??": /\?\.(?!\d)|\?\?/,
    "logical assignment": /(\|\||&&)=/,
    "new methods": new RegExp("\\.(replaceAll|at|findLast|findLastIndex|" +
        "hasOwn|toSorted|toReversed|toSpliced|replaceChildren|groupBy|any|" +
        "allSettled)\\("),
    "private members": /\bthis\.#|^\s*#\w/m,
    "modules": /\bimport\b|\bexport\b|type\s*=\s*["']module/,
    "fetching": /\bfetch\b|XMLHttpRequest|sendBeacon|WebSocket|EventSource/,
    "code made of text": /\beval\(|new Function|innerHTML|document\.write/,
    "separated digits": /\d_\d/,
};

/* Without comments; and without what it quotes, when it is a script. */
function bare(text, isScript) {
    const plain = text.replace(/\/\*[\s\S]*?\*\//g, " ");

    return isScript ? plain.replace(/\/\/.*/g, " ")
        .replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, "\"\"") : plain;
}

function assertOld(ending, later) {
    const files = filesOf("sample/internal", ending);

    assert.ok(files.length > 0);
    for (const file of files)
        for (const [what, pattern] of Object.entries(later))
            assert.doesNotMatch(bare(readFileSync(file, "utf8"),
                ending === ".js"), pattern, `${file}: ${what}`);
}

test("style sheets ask nothing that Chromium 78 lacks", () =>
    assertOld(".css", LATER_STYLE));

test("scripts ask nothing that Chromium 78 lacks, and fetch nothing", () =>
    assertOld(".js", LATER_SCRIPT));

test("pages name no host and hold no handler", () => {
    for (const page of pagesOf("sample/site", "sample/internal")) {
        const html = readFileSync(page, "utf8");

        assert.doesNotMatch(html, /(src|href|srcset|action)="?(https?:)?\/\//,
            page);
        assert.doesNotMatch(html, /<[^>]* (on\w+|style)=/, page);
        assert.match(html, /Content-Security-Policy" content="default-src 'none'/,
            page);
        assert.doesNotMatch(html, /unsafe-/, page);
    }
});
