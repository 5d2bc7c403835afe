import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { project, textOf } from './files.ts'

const { catalog, ...workspace } = parse(textOf('pnpm-workspace.yaml'))
const manifestOf = (name: string, workspace: string) =>
  JSON.parse(textOf(`${workspace}/node_modules/${name}/package.json`))

describe('one workerd serves tests, the sandbox and deployments, because', () => {
  const plugin = manifestOf('@cloudflare/vitest-plugin', 'worker')
  const wrangler = manifestOf('wrangler', 'worker')

  test('Wrangler is the version that the plugin for Vitest depends on', () => {
    expect(catalog.wrangler).toBe(plugin.dependencies.wrangler)
  })

  test('Miniflare is the version that both depend on', () => {
    expect([plugin.dependencies.miniflare, wrangler.dependencies.miniflare]).toEqual([
      catalog.miniflare,
      catalog.miniflare,
    ])
  })

  test('Dependabot moves them together', () => {
    const { updates } = parse(textOf('.github/dependabot.yml'))
    const npm = updates.find(
      (update: { 'package-ecosystem': string }) => update['package-ecosystem'] === 'npm',
    )
    const together = ['wrangler', 'miniflare', '@cloudflare/*']
    expect(npm.groups.cloudflare.patterns).toEqual(together)
    expect(npm.groups.tests['exclude-patterns']).toEqual(expect.arrayContaining(together))
  })
})

test('versions in the catalog are exact', () => {
  for (const [name, version] of Object.entries(catalog))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

test('pnpm is named once, and leaves itself out of the lockfile', () => {
  expect(project.packageManager).toMatch(/^pnpm@\d+\.\d+\.\d+$/)
  expect(textOf('test/scripts/launch/install.mjs')).not.toMatch(/pnpm@\d/)
  expect(workspace.pmOnFail).toBe('ignore')
  // A second document, which the frozen installation would want and Dependabot's graph cannot read.
  expect(textOf('pnpm-lock.yaml').match(/^---/gm)).toBeNull()
})

test('any Node that the launcher takes may install', () => {
  const oldest = Number(/const OLDEST = (\d+)/.exec(textOf('test/scripts/launch.mjs'))?.[1])
  expect(project.engines.node).toBe(`>=${oldest}`)
  // It says in a sentence what npm would say in ten lines.
  expect(project.devEngines.runtime).toEqual({ name: 'node', version: `>=${oldest}`, onFail: 'warn' })
})

test('all packages have the licence of the project', () => {
  expect(textOf('LICENSE')).toMatch(/^MIT License\n/)
  for (const folder of ['.', 'extension', 'shared', 'test', 'worker'])
    expect(JSON.parse(textOf(join(folder, 'package.json'))).license, folder).toBe('MIT')
})

test('the address of the project is in package.json, and the same wherever GitHub wants it whole', () => {
  expect(project.repository.url).toBe(`git+${project.homepage}.git`)
  for (const file of ['.github/ISSUE_TEMPLATE/config.yml', 'CONTRIBUTING.md'])
    expect(textOf(file).match(/https:\/\/github\.com\/[\w-]+\/[\w-]+/g), file).toEqual([project.homepage])
})

test('editors format as the formatter does', () => {
  const { formatter } = JSON.parse(textOf('biome.json'))
  const all = sectionOf(textOf('.editorconfig'), '*')
  expect(all).toMatchObject({
    indent_style: formatter.indentStyle,
    indent_size: `${formatter.indentWidth}`,
    max_line_length: `${formatter.lineWidth}`,
    // Biome's default, and what .gitattributes keeps on Windows.
    end_of_line: formatter.lineEnding ?? 'lf',
  })
  expect(textOf('.gitattributes')).toMatch(/^\* text=auto eol=lf$/m)
})

function sectionOf(ini: string, name: string): Record<string, string> {
  const [, section = ''] = ini.split(`[${name}]\n`)
  const lines = section.split(/^\[/m)[0]?.split('\n') ?? []
  return Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => line.split(' = ')))
}
