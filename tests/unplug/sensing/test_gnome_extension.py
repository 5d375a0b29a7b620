"""The Shell extension's own code, run by Qt's engine on stand-ins for the Shell."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine, QJSValue

SHELL = """
function watchable(values) {
    const heard = new Map();
    let next = 1;
    return Object.assign(values, {
        connect(signal, then) { heard.set(next, [signal, then]); return next++; },
        disconnect(id) {
            if (!heard.delete(id)) throw new Error('nobody listens as ' + id);
        },
        tell(name) {
            for (const [signal, then] of heard.values())
                if (signal === name) then();
        },
        listeners() { return heard.size; },
    });
}
function windowOf(app, wmClass, pid, title) {
    return watchable({
        app, pid, title,
        get_title() { return this.title; },
        get_pid() { return this.pid; },
        get_wm_class() { return wmClass; },
    });
}
var told = [];
var owned = new Set();
var exported = null;
class Variant { constructor(type, value) { this.type = type; this.value = value; } }
const GLib = {Variant};
const Gio = {
    DBus: {session: {}},
    BusNameOwnerFlags: {NONE: 0},
    DBusExportedObject: {
        wrapJSObject(xml, object) {
            return {
                export(bus, path) { exported = {object, path, xml}; },
                unexport() { exported = null; },
                emit_signal(name, value) {
                    told.push(name + ' ' + (value ? value.value.join(' ') : '')); },
            };
        },
    },
    bus_own_name_on_connection(bus, name) { owned.add(name); return name; },
    bus_unown_name(name) { owned.delete(name); },
};
const Shell = {WindowTracker: {get_default: () => ({
    get_window_app: window => window.app ? {get_id: () => window.app} : null,
})}};
class Extension {}
var global = {display: watchable({focus_window: null})};
function focus(window) {
    global.display.focus_window = window;
    global.display.tell('notify::focus-window');
}
function taken() { return told.splice(0).join('|'); }
"""


class Shell:
    """A Shell in which the extension has been loaded."""

    def __init__(self) -> None:
        self._engine = QJSEngine()
        path = files("unplug.sensing") / "data/gnome-extension/unplug@unplug.app"
        code = (path / "extension.js").read_text("utf-8")
        code = re.sub(r"(?m)^import .*$", "", code).replace("export default ", "")
        self.run(SHELL + code + "var extension = new UnplugExtension();")

    def run(self, code: str) -> str:
        value = self._engine.evaluate(code)
        assert isinstance(value, QJSValue)
        assert not value.isError(), value.toString()
        return value.toString()


@pytest.fixture
def shell() -> Iterator[Shell]:
    app = QCoreApplication.instance() or QCoreApplication([])
    yield Shell()
    del app  # an engine lives no longer than the application


def test_focused_app_is_told_by_its_desktop_entry_else_its_class(shell: Shell) -> None:
    shell.run("extension.enable()")
    assert shell.run("taken()") == "WindowChanged  0"
    shell.run("focus(windowOf('firefox.desktop', 'Navigator', 7, 'News'))")
    shell.run("focus(windowOf('window:3', 'XTerm', 8, 'shell'))")
    shell.run("focus(windowOf(null, null, -1, 'odd'))")
    shell.run("focus(null)")
    assert shell.run("taken()").split("|") == [
        "WindowChanged firefox 7",
        "WindowChanged XTerm 8",
        "WindowChanged  0",
        "WindowChanged  0",
    ]


def test_present_window_can_be_asked_for(shell: Shell) -> None:
    shell.run("focus(windowOf('vlc.desktop', 'vlc', 9, 'Film')); extension.enable()")
    assert shell.run("exported.path") == "/app/unplug/Focus"
    assert shell.run("exported.object.Window.type") == "(su)"
    assert shell.run("exported.object.Window.value") == "vlc,9"
    assert shell.run("exported.object.GetTitle()") == "Film"
    assert shell.run("[...owned]") == "app.unplug.Focus"


def test_titles_are_followed_only_on_demand_and_never_sent(shell: Shell) -> None:
    shell.run("var reader = windowOf('reader.desktop', 'r', 5, 'Page 1')")
    shell.run("extension.enable(); focus(reader); taken()")
    shell.run("reader.tell('notify::title')")
    assert shell.run("taken()") == ""
    shell.run("exported.object.FollowTitle = true; reader.tell('notify::title')")
    assert shell.run("taken()") == "TitleChanged "
    shell.run("focus(windowOf('vlc.desktop', 'vlc', 9, 'Film')); taken()")
    assert shell.run("reader.listeners()") == "0"
    shell.run("focus(reader); exported.object.FollowTitle = false; taken()")
    assert shell.run("reader.listeners()") == "0"


def test_disabled_extension_leaves_nothing_behind(shell: Shell) -> None:
    shell.run("var reader = windowOf('reader.desktop', 'r', 5, 'Page 1')")
    for _ in range(2):
        shell.run("extension.enable(); focus(reader)")
        shell.run("exported.object.FollowTitle = true; extension.disable()")
        counts = "[global.display.listeners(), reader.listeners(), owned.size]"
        assert shell.run(counts) == "0,0,0"
        assert shell.run("exported === null") == "true"
