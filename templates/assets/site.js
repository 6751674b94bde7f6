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

    /* Selects without a column of theirs, or with one value only, go. */
    function usableSelects(form, table, records) {
        var selects = [];

        each(form.querySelectorAll("select"), function (select) {
            var column = columnOf(table, select.name);

            if (column >= 0)
                fillSelect(select, records, column);
            if (select.options.length < 3) {
                select.parentNode.hidden = true;
            } else {
                selects.push({ select: select, column: column });
            }
        });
        return selects;
    }

    function makeFilter(form) {
        var table = document.getElementById(form.getAttribute("data-table"));
        var search = form.querySelector("input");
        var found = form.querySelector("[role=status]");
        var records, selects;

        if (!table)
            return;
        records = bodyRows(table).map(function (row) {
            return { row: row, text: plain(row.textContent) };
        });
        selects = usableSelects(form, table, records);

        function apply() {
            var words = plain(search.value).split(" ").filter(Boolean);
            var shown = 0;

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

        form.addEventListener("input", changed);
        form.addEventListener("change", changed);
        form.addEventListener("submit", function (event) {
            event.preventDefault();
        });
        form.addEventListener("reset", function () {
            setTimeout(changed, 0);
        });
        window.addEventListener("hashchange", restore);
        restore();
    }

    function start() {
        var tables = {};

        each(document.querySelectorAll("table.sortable"),
            function (table, number) {
                if (table.tHead && bodyRows(table).length > 7)
                    tables[makeSortable(table, number)] = table;
            });
        each(document.querySelectorAll("form.filter"), makeFilter);
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
