/*
 * One headless Chromium, with a profile of its own, and pages opened in it
 * from the disk as a double click would.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--force-color-profile=srgb",
];
export const SITES = process.env.SITES ?? "../../build/browser";
export const IS_FULL = process.env.REACH === "full";

/* As many pages at once as the machine we count on has cores. */
const AT_ONCE = 2;

let started;

export function browser() {
    started ??= chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    return started;
}

export async function closeBrowser() {
    if (started)
        await (await started).close();
}

/* All files below a site with that ending, in order. */
export function filesOf(site, ending) {
    const root = join(SITES, site);

    if (!existsSync(root))
        throw new Error(`${root} was not built`);
    return readdirSync(root, { recursive: true })
        .filter((file) => file.endsWith(ending))
        .map((file) => join(root, file))
        .filter((file) => statSync(file).isFile())
        .sort();
}

const LOOKS = {
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
};

/* Pages that wait for the next file, by their options: a new one costs more
   than most looks. */
const idle = new Map();

async function newPage(options) {
    const context = await (await browser()).newContext(
        { ...LOOKS, ...options });

    return context.newPage();
}

/* As good as new: nothing of the last file, of its window or of its media. */
async function keep(page, options) {
    const key = JSON.stringify(options);

    page.removeAllListeners();
    await page.goto("about:blank");
    await page.emulateMedia({ colorScheme: null, media: null });
    await page.setViewportSize(options.viewport ?? LOOKS.viewport);
    idle.set(key, [...idle.get(key) ?? [], page]);
}

/*
 * Opens the file and calls look(page, seen).  What the page says or asks for
 * is in seen: messages, requests beyond the disk, canaries that sang.  Options
 * are those of a Playwright context.
 */
export async function open(file, options, look) {
    const page = idle.get(JSON.stringify(options))?.pop() ??
        await newPage(options);
    const seen = { messages: [], requests: [] };
    const [path, fragment] = file.split("#");

    page.on("console", (message) => seen.messages.push(message.text()));
    page.on("pageerror", (error) => seen.messages.push(String(error)));
    page.on("dialog", (dialog) => {
        seen.messages.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
    });
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url()))
            seen.requests.push(request.url());
    });
    try {
        await page.goto(pathToFileURL(path) +
            (fragment === undefined ? "" : `#${fragment}`));
        const result = await look(page, seen);

        await keep(page, options);
        return result;
    } catch (error) {
        await page.context().close();
        throw error;
    }
}

/* Works through the list, several at once; what came of each, in order. */
export async function each(list, work) {
    const results = [];
    const waiting = [...list.entries()];

    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (waiting.length > 0) {
            const [place, item] = waiting.shift();

            results[place] = await work(item);
        }
    }));
    return results;
}
