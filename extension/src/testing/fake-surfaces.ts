import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** A browser whose popup, panel and tabs open; tests can make them fail. Its listeners can be called. */
export function fakeSurfaces() {
  const listeners: Record<string, (...args: never[]) => unknown> = {}
  const event = (name: string) => ({
    addListener: (listener: (...args: never[]) => unknown) => (listeners[name] = listener),
  })
  const action = {
    openPopup: vi.fn(async () => {}),
    setPopup: vi.fn(async (_: { popup: string }) => {}),
    setBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setBadgeTextColor: vi.fn(),
    onClicked: event('action'),
  }
  const sidePanel = {
    open: vi.fn(async (_: unknown) => {}),
    setPanelBehavior: vi.fn(async (_: unknown) => {}),
  }
  const sidebarAction = { open: vi.fn(async () => {}), toggle: vi.fn(async () => {}) }
  const tabs = {
    create: vi.fn(async (_: unknown) => ({})),
    query: vi.fn(async (_: unknown): Promise<{ id?: number; windowId: number; active?: boolean }[]> => []),
    update: vi.fn(async (_id: number, _: unknown) => ({})),
    get: vi.fn(
      async (_: number): Promise<{ id?: number; active: boolean; windowId: number }> => ({
        active: true,
        windowId: 1,
      }),
    ),
  }
  const getContexts = vi.fn(async (_: unknown): Promise<{ tabId: number; documentUrl: string }[]> => [])
  const windows = { create: vi.fn(async (_: unknown) => ({})), update: vi.fn(async () => ({})) }
  fakeBrowser.reset()
  Object.assign(fakeBrowser, { action, sidePanel, sidebarAction: undefined, tabs, windows })
  Object.assign(fakeBrowser.runtime, {
    onConnect: event('connect'),
    getURL: (path: string) => `chrome-extension://us${path}`,
    getContexts,
  })
  return { action, sidePanel, sidebarAction, tabs, windows, getContexts, listeners }
}

/** Firefox has a sidebar instead of a side panel. */
export function asFirefox(sidebarAction: object): void {
  Object.assign(fakeBrowser, { sidePanel: undefined, sidebarAction })
}
