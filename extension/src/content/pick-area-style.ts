/** The overlay's own look, cut off from the page's. */
export const STYLE = `
:host{color-scheme:light dark}
.overlay{position:fixed;inset:0;overflow:hidden;cursor:crosshair;outline:0;touch-action:none;user-select:none;font:13px/1.4 system-ui,sans-serif}
.frame{position:absolute;box-sizing:border-box;cursor:move;outline:2px solid #fff;box-shadow:0 0 0 4px #0b6e5f,0 0 0 100vmax rgb(0 0 0/.45)}
.grip{position:absolute;width:14px;height:14px;margin:-7px;background:#fff;border:2px solid #0b6e5f;border-radius:2px;box-sizing:border-box}
.n{left:50%;top:0;cursor:ns-resize}.s{left:50%;top:100%;cursor:ns-resize}.w{left:0;top:50%;cursor:ew-resize}.e{left:100%;top:50%;cursor:ew-resize}
.nw{left:0;top:0;cursor:nwse-resize}.se{left:100%;top:100%;cursor:nwse-resize}.ne{left:100%;top:0;cursor:nesw-resize}.sw{left:0;top:100%;cursor:nesw-resize}
.toolbar{position:absolute;left:50%;bottom:16px;transform:translateX(-50%);display:flex;gap:10px;align-items:center;max-width:calc(100vw - 32px);box-sizing:border-box;padding:8px 8px 8px 14px;background:light-dark(#fff,#1c2025);color:light-dark(#16191d,#e8eaed);border:1px solid light-dark(#d5d9de,#3a4047);border-radius:8px;cursor:default}
.toolbar.up{bottom:auto;top:16px}
.size{font-variant-numeric:tabular-nums;white-space:nowrap;color:light-dark(#57606a,#9aa4af)}
button{font:inherit;padding:5px 12px;border:1px solid light-dark(#c4c9cf,#4a525b);border-radius:6px;background:transparent;color:inherit;white-space:nowrap;cursor:pointer}
button.main{background:#0b6e5f;border-color:#0b6e5f;color:#fff}
button:focus-visible{outline:2px solid light-dark(#0b6e5f,#6fc7b6);outline-offset:2px}
`
