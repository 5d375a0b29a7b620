// Tells unplug which app has the focus: app id and process by a signal, the title
// only when it is asked for. Nothing is polled and nothing is kept.
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import Shell from 'gi://Shell';
import {Extension} from 'resource:///org/gnome/shell/extensions/extension.js';

const NAME = 'app.unplug.Focus';
const PATH = '/app/unplug/Focus';
const INTERFACE = `
<node>
  <interface name="${NAME}">
    <property name="Window" type="(su)" access="read"/>
    <property name="FollowTitle" type="b" access="readwrite"/>
    <method name="GetTitle"><arg type="s" direction="out"/></method>
    <signal name="WindowChanged"><arg type="s"/><arg type="u"/></signal>
    <signal name="TitleChanged"/>
  </interface>
</node>`;

class Focus {
    constructor() {
        this._followTitle = false;
        this._window = null;
        this._titleId = 0;
        this._windowId = global.display.connect('notify::focus-window', () => this._changed());
        this._exported = Gio.DBusExportedObject.wrapJSObject(INTERFACE, this);
        this._exported.export(Gio.DBus.session, PATH);
        this._nameId = Gio.bus_own_name_on_connection(
            Gio.DBus.session, NAME, Gio.BusNameOwnerFlags.NONE, null, null);
        this._changed();
    }

    get Window() {
        return new GLib.Variant('(su)', [this._appId(), this._pid()]);
    }

    get FollowTitle() {
        return this._followTitle;
    }

    set FollowTitle(follow) {
        this._followTitle = follow;
        this._watchTitle();
    }

    GetTitle() {
        return this._window?.get_title() ?? '';
    }

    destroy() {
        global.display.disconnect(this._windowId);
        this._unwatchTitle();
        this._window = null;
        Gio.bus_unown_name(this._nameId);
        this._exported.unexport();
    }

    _changed() {
        this._unwatchTitle();
        this._window = global.display.focus_window;
        this._watchTitle();
        this._exported.emit_signal(
            'WindowChanged', new GLib.Variant('(su)', [this._appId(), this._pid()]));
    }

    _watchTitle() {
        this._unwatchTitle();
        if (this._window && this._followTitle) {
            this._titleId = this._window.connect(
                'notify::title', () => this._exported.emit_signal('TitleChanged', null));
        }
    }

    _unwatchTitle() {
        if (this._window && this._titleId)
            this._window.disconnect(this._titleId);
        this._titleId = 0;
    }

    _appId() {
        if (!this._window)
            return '';
        const id = Shell.WindowTracker.get_default().get_window_app(this._window)?.get_id() ?? '';
        // An app without a desktop entry is called "window:1" or the like.
        if (id.endsWith('.desktop'))
            return id.slice(0, -'.desktop'.length);
        return this._window.get_wm_class() ?? '';
    }

    _pid() {
        return Math.max(this._window?.get_pid() ?? 0, 0);
    }
}

export default class UnplugExtension extends Extension {
    enable() {
        this._focus = new Focus();
    }

    disable() {
        this._focus?.destroy();
        this._focus = null;
    }
}
