/* Every test that needs a browser, or reads what one would. */
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

import "./reading.mjs";
import "./paper.mjs";

/* Those that look at many pages at every width. */
if (process.env.REACH === "full")
  for (const suite of ["weight", "markup", "canary", "reach", "lighthouse"])
    await import(`./${suite}.mjs`);

after(closeBrowser);
