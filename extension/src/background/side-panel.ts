import { browser } from 'wxt/browser'

/** Firefox's, which the types of Chrome do not know. */
interface SidebarAction {
  open(): Promise<void>
  toggle(): Promise<void>
}

/** `undefined` in Chrome. */
export function sidebar(): SidebarAction | undefined {
  return (browser as { sidebarAction?: SidebarAction }).sidebarAction
}

/**
 * Opens Chrome's side panel or Firefox's sidebar, or leaves it open. Both allow it only within a click or shortcut, so
 * nothing may be awaited before.
 */
export async function openSidePanel(windowId: number): Promise<void> {
  const firefox = sidebar()
  await (firefox ? firefox.open() : browser.sidePanel.open({ windowId }))
}
