/* Every test that needs a browser, or reads what one would. */
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

import "./weight.mjs";
import "./markup.mjs";
import "./reading.mjs";
import "./search.mjs";
import "./paper.mjs";
import "./canary.mjs";
import "./reach.mjs";
import "./lighthouse.mjs";

after(closeBrowser);
