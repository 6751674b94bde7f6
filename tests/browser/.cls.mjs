import { open, closeBrowser, SITES } from "./browser.mjs";
const r = await open(process.argv[2], {}, (page) => page.evaluate(() => new Promise((done) => {
  const out = [];
  new PerformanceObserver((list) => { for (const e of list.getEntries()) out.push([e.value, e.sources.map(s => [s.node?.outerHTML?.slice(0,80) ?? s.node?.data, JSON.stringify(s.previousRect), JSON.stringify(s.currentRect)])]); }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(JSON.stringify(out, null, 1)), 1500); })));
console.log(r); await closeBrowser();
