/* Every test that needs a browser or what a browser reads. */
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

import "./markup.mjs";
import "./reach.mjs";

after(closeBrowser);
