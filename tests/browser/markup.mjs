/* The Nu Html Checker has nothing to say about any page or style sheet. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import vnu from "vnu-jar";
import { ALL, pagesOf } from "./pages.mjs";
import { filesOf } from "./browser.mjs";

function messagesOn(files) {
    const { stderr } = spawnSync("java",
        ["-Xss8m", "-jar", vnu, "--format", "json", "--also-check-css",
            ...files],
        { encoding: "utf8", maxBuffer: 1 << 28 });

    return JSON.parse(stderr).messages;
}

/* Cells in the language of programs are no fault of the page. */
test("pages and style sheets are valid, without a warning", () => {
    const files = [...pagesOf(...ALL, "hostile/internal"),
        ...filesOf("sample/site", ".css")];
    const found = messagesOn(files).filter((message) =>
        !/appears to be written in English/.test(message.message) ||
        !/hostile/.test(message.url)).map((message) =>
        `${message.url}:${message.lastLine}: ${message.message}`);

    assert.deepEqual(found.slice(0, 20), []);
});
