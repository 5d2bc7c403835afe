import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../tools/paths.ts'
import { built, FOLDERS, filesIn } from './folders.ts'

/** These install without a warning. A new one has to be justified here. */
const PERMISSIONS: Record<string, string[]> = {
  'chrome-mv3': ['activeTab', 'contextMenus', 'offscreen', 'scripting', 'sidePanel', 'storage'],
  'firefox-mv3': ['activeTab', 'menus', 'scripting', 'storage'],
}

const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const manifestOf = (folder: (typeof FOLDERS)[number]) =>
  JSON.parse(readFileSync(join(built(folder), 'manifest.json'), 'utf8'))

describe.each(FOLDERS)('the built extension %s', (folder) => {
  const manifest = manifestOf(folder)

  test('requests no permission that triggers a warning', () => {
    expect([...manifest.permissions].sort()).toEqual(PERMISSIONS[folder])
  })

  test('has no host permissions and no static content scripts', () => {
    expect(hostAccess(manifest)).toEqual([])
  })

  test('can be granted single websites, and requests none at install time', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*'])
    expect(manifest.optional_permissions).toBeUndefined()
  })

  test('exposes no files to pages', () => {
    expect(manifest.web_accessible_resources).toBeUndefined()
  })

  test('uses Manifest V3', () => {
    expect(manifest.manifest_version).toBe(3)
  })

  test('contains no proxy address and no key', () => {
    const text = filesIn(built(folder))
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n')
    expect(text).not.toMatch(/f1688_[0-9a-f]{16}_/)
    expect(text).not.toMatch(/127\.0\.0\.1:\d/)
  })
})

test('the check of host access detects host permissions', () => {
  expect(hostAccess({ host_permissions: ['<all_urls>'] })).not.toEqual([])
  expect(hostAccess({ permissions: ['https://*/*'] })).not.toEqual([])
  expect(hostAccess({ content_scripts: [{ matches: ['<all_urls>'] }] })).not.toEqual([])
})

test('the side panel shows the same page in both browsers, and does not open by itself', () => {
  const chrome = manifestOf('chrome-mv3')
  const firefox = manifestOf('firefox-mv3')
  expect(chrome.side_panel).toEqual({ default_path: 'sidepanel.html' })
  expect(firefox.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false })
})

test('the manifest declares to Firefox that pictures are sent', () => {
  const manifest = manifestOf('firefox-mv3')
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['websiteContent', 'searchTerms'],
  })
})

test('both say where the project is', () => {
  for (const folder of FOLDERS) expect(manifestOf(folder).homepage_url).toBe(project.homepage)
})

test('Firefox gets the id of the project, and is not offered on Android, where there are no menus to click', () => {
  const { permissions, browser_specific_settings } = manifestOf('firefox-mv3')
  expect(permissions).toContain('menus')
  expect(browser_specific_settings.gecko.id).toBe(project.geckoId)
  expect(browser_specific_settings).not.toHaveProperty('gecko_android')
})

test.each([
  ['index.js', 120_000],
  // Read when an agent first asks: nine tenths are the SDK and its schema library.
  ['generated/mcp.js', 370_000],
  // It is never loaded but for a person who reads it.
  ['generated/docs.js', 2_100_000],
])("the worker's %s is at most %i bytes", (name, bytes) => {
  const { size } = statSync(join(ROOT, 'worker', 'dist', name))
  expect(size).toBeGreaterThan(50_000)
  expect(size).toBeLessThanOrEqual(bytes)
})

function hostAccess(manifest: Record<string, unknown>): unknown[] {
  const permissions = (manifest.permissions ?? []) as string[]
  return [
    ...((manifest.host_permissions ?? []) as string[]),
    ...((manifest.content_scripts ?? []) as unknown[]),
    ...permissions.filter((permission) => permission.includes('://') || permission === '<all_urls>'),
  ]
}
