// Tells unplug which window has the focus; loaded over D-Bus, for Plasma 5 and 6.
// The words in @ signs are filled in by unplug.
var followed = null;

function tell(window) {
    callDBus(
        "@NAME@", "@PATH@", "@INTERFACE@", "FocusChanged",
        window ? String(window.desktopFileName || window.resourceClass || "") : "",
        window && @TITLES@ ? String(window.caption || "") : "",
        window ? String(window.pid) : "0"
    );
}

function titleChanged() {
    if (followed) {
        tell(followed);
    }
}

function focusChanged(window) {
    if (@TITLES@) {
        if (followed) {
            try {
                followed.captionChanged.disconnect(titleChanged);
            } catch (gone) {
                // The window has been closed.
            }
        }
        followed = window || null;
        if (followed) {
            followed.captionChanged.connect(titleChanged);
        }
    }
    tell(window);
}

// Plasma 6 renamed clients to windows.
if (workspace.windowActivated) {
    workspace.windowActivated.connect(focusChanged);
    focusChanged(workspace.activeWindow);
} else {
    workspace.clientActivated.connect(focusChanged);
    focusChanged(workspace.activeClient);
}
