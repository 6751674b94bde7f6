/* Every test that needs a browser, or reads what one would. */
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

import "./weight.mjs";
import "./markup.mjs";
import "./reading.mjs";
import "./paper.mjs";
import "./canary.mjs";

/* Those that look at many pages at every width. */
if (process.env.REACH === "full")
  for (const suite of ["reach", "lighthouse"])
    await import(`./${suite}.mjs`);

after(closeBrowser);
