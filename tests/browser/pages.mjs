/*
 * Which pages are looked at.  Pages of one template are of one kind; the
 * heaviest of a kind stands for it where looking at all would take too long.
 */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { IS_FULL, filesOf } from "./browser.mjs";

/* The sites that sites.sh builds, and what each is good for. */
export const SAMPLES = ["sample/site", "sample/internal"];
export const OTHERS = ["english/internal", "big/site", "first/site"];
export const ALL = [...SAMPLES, ...OTHERS];

export function pagesOf(...sites) {
    return sites.flatMap((site) => filesOf(site, ".html"));
}

function kindOf(page) {
    const isList = readFileSync(page, "utf8").includes('id="records"');
    const stem = basename(page, ".html");

    if (isList)
        return `list of ${stem.split("-")[0]}`;
    if (page.split("/").at(-2).match(/^\d{4}-\d{2}$/))
        return stem.split("-")[0];
    return `outer ${stem}`;
}

/* The heaviest page of each kind, site by site; all pages in a full run. */
export function kindsOf(...sites) {
    if (IS_FULL)
        return pagesOf(...sites);
    return sites.flatMap((site) => {
        const heaviest = new Map();

        for (const page of pagesOf(site)) {
            const kind = kindOf(page);
            const size = statSync(page).size;

            if (!(heaviest.get(kind)?.size >= size))
                heaviest.set(kind, { page, size });
        }
        return [...heaviest.values()].map((entry) => entry.page);
    });
}
