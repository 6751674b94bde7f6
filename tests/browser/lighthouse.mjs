/*
 * Lighthouse, on this machine, of the month's page and a list.
 *
 * Its scores of speed swing on a busy machine, so the best of some runs
 * counts.  Its audit of robots.txt is left out: that file is the server's, and
 * the audit fails wherever the policy of a page allows no connections.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { CHROMIUM, FLAGS, IS_FULL, SITES } from "./browser.mjs";

const PAGES = ["2025-10/index.html", "2025-10/problems-raised.html"];
const LEAST = {
    desktop: { performance: 100, accessibility: 100, "best-practices": 100,
        seo: 100 },
    mobile: { performance: 90, accessibility: 100, "best-practices": 100,
        seo: 100 },
};
const RUNS = IS_FULL ? 5 : 3;
const TYPES = { ".html": "text/html", ".css": "text/css",
    ".js": "text/javascript" };

/* Serves a site as any web server would: typed and compressed. */
function serve(site) {
    const server = createServer((request, response) => {
        const file = normalize(new URL(request.url, "http://x").pathname);

        try {
            const bytes = readFileSync(join(SITES, site, file));
            const type = TYPES[extname(file)];

            response.writeHead(200, { "content-encoding": "gzip",
                "content-type": type ? `${type}; charset=utf-8`
                    : "application/octet-stream" });
            response.end(gzipSync(bytes));
        } catch {
            response.writeHead(404).end();
        }
    });

    return new Promise((listening) => {
        server.listen(0, "127.0.0.1", () => listening(server));
    });
}

async function scoresOf(url, form) {
    const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS,
        logLevel: "silent" });

    try {
        const { lhr } = await lighthouse(url, { port: chrome.port,
            logLevel: "silent", skipAudits: ["robots-txt"] },
        form === "desktop" ? desktopConfig : undefined);

        return Object.fromEntries(Object.values(lhr.categories).map((one) =>
            [one.id, Math.round(one.score * 100)]));
    } finally {
        await chrome.kill();
    }
}

/* The best of some runs; no more of them than it takes. */
async function bestOf(url, form) {
    const best = {};

    for (let run = 0; run < RUNS; run++) {
        for (const [id, score] of Object.entries(await scoresOf(url, form)))
            best[id] = Math.max(best[id] ?? 0, score);
        if (Object.entries(LEAST[form]).every(([id, least]) =>
            best[id] >= least))
            break;
    }
    return best;
}

for (const page of PAGES)
    for (const form of ["desktop", "mobile"])
        test(`Lighthouse is content with ${page}, ${form}`, async () => {
            const server = await serve("sample/site");
            const { port } = server.address();

            try {
                const best = await bestOf(`http://127.0.0.1:${port}/${page}`,
                    form);

                for (const [id, least] of Object.entries(LEAST[form]))
                    assert.ok(best[id] >= least, `${id}: ${best[id]}`);
            } finally {
                server.closeAllConnections();
                server.close();
            }
        });
