/* The pictures of README.md, of the sample's public edition: as wide as a
   README is shown, so that they can be read there. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SITES, closeBrowser, open } from "./browser.mjs";

const MONTH = join(SITES, "sample/site/2025-10");

mkdirSync("screenshots", { recursive: true });
await open(join(MONTH, "index.html"), {
    viewport: { width: 1000, height: 860 },
}, (page) => page.screenshot({ path: "screenshots/month.png" }));
await open(join(MONTH, "problems-raised.html#q=%E6%B0%91%E5%AE%BF"), {
    viewport: { width: 1000, height: 620 }, colorScheme: "dark",
}, (page) => page.screenshot({ path: "screenshots/list.png" }));
await closeBrowser();
