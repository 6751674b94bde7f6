/* The pictures of README.md, of the sample's public edition. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SITES, closeBrowser, open } from "./browser.mjs";

const MONTH = join(SITES, "sample/site/2025-10");

mkdirSync("screenshots", { recursive: true });
await open(join(MONTH, "index.html"), {
    viewport: { width: 1280, height: 900 },
}, (page) => page.screenshot({ path: "screenshots/month.png" }));
await open(join(MONTH, "problems-raised.html#q=%E6%B0%91%E5%AE%BF"), {
    viewport: { width: 1280, height: 700 }, colorScheme: "dark",
}, (page) => page.screenshot({ path: "screenshots/list.png" }));
await closeBrowser();
