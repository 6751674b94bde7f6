/*
 * Reading helps: sort, filter, search, all kept in the address.
 *
 * The page is complete without this file; it adds buttons to column titles
 * and makes the filter work.  The table in the page is the data: nothing is
 * fetched, so it works by double click.  Written for Chromium 78.
 */
(function () {
    "use strict";

    function each(list, work) {
        Array.prototype.forEach.call(list, work);
    }

    /* The form in which texts are compared when searching. */
    function plain(text) {
        return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
    }

    function make(name, text, parent) {
        var element = document.createElement(name);

        element.textContent = text;
        parent.appendChild(element);
        return element;
    }

    /* ------ The address: "#q=民宿&unit=区商务局&sort=t1.2.down". */

    function readState() {
        var state = {};

        if (location.hash.indexOf("=") < 0)
            return state;
        location.hash.slice(1).split("&").forEach(function (part) {
            var at = part.indexOf("=");

            if (at < 1)
                return;
            try {
                state[part.slice(0, at)] =
                    decodeURIComponent(part.slice(at + 1));
            } catch (damaged) {
                /* A cut-off address: what can be read of it is used. */
            }
        });
        return state;
    }

    function writeState(changes) {
        var state = readState();
        var parts = [];

        Object.keys(changes).forEach(function (key) {
            state[key] = changes[key];
        });
        Object.keys(state).forEach(function (key) {
            if (state[key])
                parts.push(key + "=" + encodeURIComponent(state[key]));
        });
        try {
            history.replaceState(null, "",
                parts.length ? "#" + parts.join("&")
                             : location.pathname + location.search);
        } catch (refused) {
            location.hash = parts.join("&");
        }
    }

    /* ------ Sorting. */

    /* By what a cell sorts: its text, or what stands for a written day. */
    function sortText(row, column) {
        var cell = row.cells[column];

        return cell ? cell.getAttribute("data-s") || cell.textContent.trim()
                    : "";
    }

    /* Numbers as numbers, everything else as text; nothing stands last. */
    function sortKey(text) {
        var number = text.replace(/[,%\s]/g, "");

        if (text === "" || text === "—")
            return { kind: 2 };
        if (/^[+\-−]?\d+(\.\d+)?$/.test(number))
            return { kind: 0, value: parseFloat(number.replace("−", "-")) };
        return { kind: 1, value: text };
    }

    function compare(a, b) {
        if (a.kind !== b.kind)
            return a.kind - b.kind;
        if (a.kind === 0)
            return a.value - b.value;
        return a.kind === 1 ? a.value.localeCompare(b.value, "zh-CN") : 0;
    }

    /* Rows stand in a body for each month; sorted, all are in the first. */
    function bodyRows(table) {
        return Array.prototype.slice.call(
            table.querySelectorAll("tbody tr"));
    }

    function sortRows(table, column, way) {
        var rows = table.originalRows.map(function (row, index) {
            return {
                row: row,
                index: index,
                key: sortKey(sortText(row, column))
            };
        });

        if (way)
            rows.sort(function (a, b) {
                var order = compare(a.key, b.key);

                if (a.key.kind === 2 || b.key.kind === 2)
                    return order || a.index - b.index;
                return (way === "down" ? -order : order) || a.index - b.index;
            });
        rows.forEach(function (entry) {
            (way ? table.tBodies[0] : table.originalBodies[entry.index])
                .appendChild(entry.row);
        });
    }

    function showSort(table, column, way) {
        each(table.tHead.rows[0].cells, function (th, index) {
            if (!th.classList.contains("sorts"))
                return;
            if (index === column && way)
                th.setAttribute("aria-sort",
                    way === "down" ? "descending" : "ascending");
            else
                th.removeAttribute("aria-sort");
        });
        sortRows(table, column, way);
    }

    function nextWay(th) {
        var now = th.getAttribute("aria-sort");
        var first = th.classList.contains("n") ? "down" : "up";
        var way = now === "ascending" ? "up" : now === "descending" ? "down"
                                                                    : "";

        if (!way)
            return first;
        return way === first ? (first === "up" ? "down" : "up") : "";
    }

    function makeSortable(table, number) {
        var name = table.id || "t" + (number + 1);

        table.originalRows = bodyRows(table);
        table.originalBodies = table.originalRows.map(function (row) {
            return row.parentNode;
        });
        each(table.tHead.rows[0].cells, function (th, column) {
            var button;

            if (th.classList.contains("bar") || !th.textContent.trim())
                return;
            button = document.createElement("button");
            button.type = "button";
            while (th.firstChild)
                button.appendChild(th.firstChild);
            th.appendChild(button);
            th.classList.add("sorts");
            button.addEventListener("click", function () {
                var way = nextWay(th);

                showSort(table, column, way);
                writeState({ sort: way && [name, column, way].join("~") });
            });
        });
        return name;
    }

    function restoreSort(tables) {
        var parts = (readState().sort || "").split("~");
        var table = tables[parts[0]];

        if (table && table.tHead.rows[0].cells[+parts[1]] &&
            /^(up|down)$/.test(parts[2]))
            showSort(table, +parts[1], parts[2]);
    }

    /* ------ Filter and search over the records of a page. */

    function columnOf(table, key) {
        var found = -1;

        each(table.tHead.rows[0].cells, function (th, column) {
            if (th.getAttribute("data-key") === key)
                found = column;
        });
        return found;
    }

    /* By what one chooses: the text of a cell without what stands beneath. */
    function choiceText(row, column) {
        var first = row.cells[column] && row.cells[column].firstChild;

        return first ? first.textContent.trim() : "";
    }

    function fillSelect(select, records, column) {
        var seen = {};

        records.forEach(function (record) {
            seen[choiceText(record.row, column)] = true;
        });
        Object.keys(seen).filter(Boolean).sort(function (a, b) {
            return a.localeCompare(b, "zh-CN");
        }).forEach(function (value) {
            select.appendChild(new Option(value, value));
        });
    }

    /* A few values are chips with their counts, which set the select behind
       them. */
    function chipsOf(select) {
        var line = select.parentNode.previousElementSibling;

        if (!line || !line.classList.contains("chips"))
            return null;
        each(line.children, function (chip) {
            chip.addEventListener("click", function () {
                select.value = chip.value;
                select.dispatchEvent(new Event("change", { bubbles: true }));
            });
        });
        return line;
    }

    function showChips(entry) {
        if (entry.chips)
            each(entry.chips.children, function (chip) {
                chip.setAttribute("aria-pressed",
                    String(chip.value === entry.select.value));
            });
    }

    /* Selects without a column of theirs, or with one value only, go. */
    function usableSelects(region, table, records) {
        var selects = [];

        each(region.querySelectorAll("select"), function (select) {
            var column = columnOf(table, select.name);

            if (column >= 0)
                fillSelect(select, records, column);
            if (select.options.length < 3) {
                select.parentNode.hidden = true;
            } else {
                selects.push({
                    select: select,
                    column: column,
                    chips: chipsOf(select)
                });
            }
        });
        return selects;
    }

    function makeFilter(region) {
        var table = document.getElementById(region.getAttribute("data-table"));
        var search = region.querySelector("input");
        var found = region.querySelector("[role=status]");
        var records, selects;

        if (!table)
            return;
        records = bodyRows(table).map(function (row) {
            return { row: row, text: plain(row.textContent) };
        });
        selects = usableSelects(region, table, records);

        function apply() {
            var words = plain(search.value).split(" ").filter(Boolean);
            var shown = 0;

            selects.forEach(showChips);
            records.forEach(function (record) {
                var fits = words.every(function (word) {
                    return record.text.indexOf(word) >= 0;
                }) && selects.every(function (entry) {
                    return !entry.select.value ||
                        choiceText(record.row, entry.column) ===
                        entry.select.value;
                });

                record.row.hidden = !fits;
                shown += fits ? 1 : 0;
            });
            found.textContent = found.getAttribute(
                words.length || selects.some(function (entry) {
                    return entry.select.value;
                }) ? "data-some" : "data-all")
                .replace("%1", shown).replace("%2", records.length);
        }

        function keep() {
            var state = { q: search.value };

            selects.forEach(function (entry) {
                state[entry.select.name] = entry.select.value;
            });
            writeState(state);
        }

        function restore() {
            var state = readState();

            search.value = state.q || "";
            selects.forEach(function (entry) {
                entry.select.value = state[entry.select.name] || "";
                if (entry.select.selectedIndex < 0)
                    entry.select.value = "";
            });
            apply();
        }

        function changed() {
            apply();
            keep();
        }

        region.addEventListener("input", changed);
        region.addEventListener("change", changed);
        region.querySelector(".reset").addEventListener("click", function () {
            search.value = "";
            selects.forEach(function (entry) {
                entry.select.value = "";
            });
            changed();
        });
        window.addEventListener("hashchange", restore);
        restore();
    }

    /* ------ Search across the month: its index is a script, loaded when the
       box is first used, since a page from the disk may fetch nothing. */

    var MOST = 30;

    function showHits(region, hits) {
        var box = region.querySelector("div");
        var list = box.querySelector("ul") || make("ul", "", box);
        var index = window.shijiIndex;

        list.textContent = "";
        hits.slice(0, MOST).forEach(function (row) {
            var page = index.pages[row[0]];
            var item = make("li", "", list);
            var link = make("a", "", item);

            link.href = page[0] + ".html#" + row[1];
            make("b", row[2] || (/^r-/.test(row[1]) ? "" : row[1]), link);
            link.appendChild(document.createTextNode(" " + row[3]));
            make("small", [row[4], page[1]].filter(Boolean).join(" · "), link);
        });
        box.querySelector("p").textContent = region.getAttribute("data-found")
            .replace("%1", hits.length)
            .replace("%2", Math.min(hits.length, MOST));
        box.hidden = false;
    }

    function makeSearch(region) {
        var input = region.querySelector("input");
        var box = region.querySelector("div");
        var asked = false;
        var texts;

        function find() {
            var words = plain(input.value).split(" ").filter(Boolean);
            var index = window.shijiIndex;

            if (!words.length || !index) {
                box.hidden = true;
                return;
            }
            texts = texts || index.rows.map(function (row) {
                return plain([row[1], row[2], row[3], row[4]].join(" "));
            });
            showHits(region, index.rows.filter(function (row, at) {
                return words.every(function (word) {
                    return texts[at].indexOf(word) >= 0;
                });
            }));
        }

        function load() {
            var script;

            if (asked)
                return;
            asked = true;
            script = document.createElement("script");
            script.src = region.getAttribute("data-index");
            script.onload = find;
            document.head.appendChild(script);
        }

        function close() {
            box.hidden = true;
        }

        input.addEventListener("focus", load);
        input.addEventListener("input", find);
        input.addEventListener("focus", find);
        region.addEventListener("keydown", function (event) {
            if (event.key !== "Escape")
                return;
            close();
            input.focus();
            close();
        });
        document.addEventListener("click", function (event) {
            if (!region.contains(event.target) ||
                event.target.closest(".search a"))
                close();
        });
    }

    /* ------ Copying: a sentence, the address of a list, a chart. */

    function copyText(text) {
        var area;

        if (navigator.clipboard && navigator.clipboard.writeText)
            return navigator.clipboard.writeText(text);
        area = make("textarea", text, document.body);
        area.select();
        document.execCommand("copy");
        document.body.removeChild(area);
        return Promise.resolve();
    }

    /* A drawing as it looks here, in a file of its own. */
    function standalone(svg) {
        var copy = svg.cloneNode(true);
        var from = svg.querySelectorAll("*");
        var box = svg.getBoundingClientRect();
        var wanted = ["fill", "stroke", "stroke-width", "stroke-dasharray",
            "font-size", "font-family", "font-weight"];

        each(copy.querySelectorAll("*"), function (element, at) {
            var style = getComputedStyle(from[at]);

            wanted.forEach(function (name) {
                element.setAttribute(name, style.getPropertyValue(name));
            });
        });
        copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        copy.setAttribute("width", box.width);
        copy.setAttribute("height", box.height);
        return new XMLSerializer().serializeToString(copy);
    }

    function draw(figure, done) {
        var svg = figure.querySelector("svg");
        var box = svg.getBoundingClientRect();
        var image = new Image();

        image.onload = function () {
            var canvas = document.createElement("canvas");
            var pen = canvas.getContext("2d");

            canvas.width = 2 * box.width;
            canvas.height = 2 * (box.height + 32);
            pen.scale(2, 2);
            pen.fillStyle = getComputedStyle(document.documentElement)
                .backgroundColor;
            pen.fillRect(0, 0, canvas.width, canvas.height);
            pen.fillStyle = getComputedStyle(figure).color;
            pen.font = "700 16px sans-serif";
            pen.fillText(figure.querySelector("h3, h4").textContent, 0, 20);
            pen.drawImage(image, 0, 32, box.width, box.height);
            canvas.toBlob(done);
        };
        image.src = "data:image/svg+xml," + encodeURIComponent(standalone(svg));
    }

    /* To the clipboard, or where it takes no pictures to a file. */
    function copyPicture(figure) {
        return new Promise(function (resolve) {
            draw(figure, function (blob) {
                var link = document.createElement("a");

                function save() {
                    link.href = URL.createObjectURL(blob);
                    link.download = (figure.querySelector("h3, h4").id ||
                        "chart") + ".png";
                    link.click();
                    resolve();
                }

                if (!window.ClipboardItem || !navigator.clipboard ||
                    !navigator.clipboard.write)
                    save();
                else
                    navigator.clipboard.write([
                        new ClipboardItem({ "image/png": blob })
                    ]).then(resolve, save);
            });
        });
    }

    /* What a place offers to copy: the sentence it names, the chart around it,
       or, at a heading, the address. */
    function copied(place) {
        var sentence = document.getElementById(place.getAttribute("data-of"));
        var figure = place.closest("figure");
        var words = sentence && sentence.textContent.trim();

        return function () {
            if (sentence)
                return copyText(words);
            return figure ? copyPicture(figure) : copyText(location.href);
        };
    }

    function makeCopies() {
        each(document.querySelectorAll("[data-copy]"), function (place) {
            var words = place.getAttribute("data-copy");
            var button = document.createElement("button");

            button.type = "button";
            button.className = "copy only-screen";
            button.textContent = words;
            button.addEventListener("click", function () {
                copied(place)().then(function () {
                    button.textContent = place.getAttribute("data-done");
                    setTimeout(function () {
                        button.textContent = words;
                    }, 2000);
                }, function () {});
            });
            place.appendChild(button);
        });
    }

    function start() {
        var tables = {};

        each(document.querySelectorAll("table.sortable"),
            function (table, number) {
                if (table.tHead && bodyRows(table).length > 7)
                    tables[makeSortable(table, number)] = table;
            });
        each(document.querySelectorAll(".filter"), makeFilter);
        each(document.querySelectorAll(".search"), makeSearch);
        makeCopies();
        restoreSort(tables);
        window.addEventListener("hashchange", function () {
            restoreSort(tables);
        });
    }

    if (document.readyState === "loading")
        document.addEventListener("DOMContentLoaded", start);
    else
        start();
})();
