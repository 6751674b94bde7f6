/* Says what failed and why, and at the end how many did, as all our tests do. */
import { inspect } from "node:util";

function why(error) {
    const cause = error.cause ?? error;

    return cause instanceof Error && cause.code !== "ERR_ASSERTION"
        ? cause.stack
        : String(cause.message ?? inspect(cause));
}

export default async function* report(events) {
    let passed = 0;
    let failed = 0;

    for await (const { type, data } of events) {
        if (type === "test:pass")
            passed++;
        if (type === "test:fail") {
            failed++;
            yield `browser: ${data.name}: failed:\n` +
                `${why(data.details.error)}\n`;
        }
        if ((type === "test:pass" || type === "test:fail") &&
            process.env.SLOW)
            yield `${Math.round(data.details.duration_ms)} ms ${data.name}\n`;
    }
    if (passed === 0)
        process.exitCode = 1;
    yield `browser: ${passed} passed, ${failed} failed\n`;
}
