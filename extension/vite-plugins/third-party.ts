import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WxtViteConfig } from 'wxt'
import { mitLicense } from './mit-license.ts'

type Plugin = Extract<NonNullable<WxtViteConfig['plugins']>[number], { name: string }>

export const THIRD_PARTY = 'THIRD-PARTY.txt'

interface BundledPackage {
  name: string
  version: string
  license: string
  text: string
}

/** Adds the modules of each chunk that is written to `modules`. One build of the extension is several of the bundler's. */
export function collectModules(modules: Set<string>): Plugin {
  return {
    name: 'collect-modules',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') for (const id of chunk.moduleIds) modules.add(id)
    },
  }
}

/**
 * The notices that go with a bundle: name, version and whole licence of each package that a module of it comes from, in the
 * order of their names.
 *
 * @param modules absolute paths; a bundler's own modules, which are no files, are left out
 * @throws if a package does not say its licence, because then nobody may hand it on
 */
export function thirdPartyNotices(modules: Iterable<string>): string {
  const packages = new Map<string, BundledPackage>()
  for (const id of modules) {
    const found = packageOf(id)
    if (found) packages.set(`${found.name} ${found.version}`, found)
  }
  const sections = [...packages.keys()].sort().map((key) => {
    const { license, text } = packages.get(key) as BundledPackage
    return `${'-'.repeat(78)}\n${key} (${license})\n\n${text}\n`
  })
  return `Find on 1688 contains the following packages.\n\n${sections.join('\n')}`
}

function packageOf(id: string): BundledPackage | undefined {
  const path = id.replace(/\?.*$/, '')
  if (path.startsWith('\0') || !/[\\/]node_modules[\\/]/.test(path)) return undefined
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { name, version, license, author } = JSON.parse(readFileSync(manifest, 'utf8'))
    // A package.json without them only tells the kind of modules below it.
    if (!name || !version) continue
    const text =
      licenseFile(folder) ?? (license === 'MIT' && author ? mitLicense(author.name ?? author) : undefined)
    if (!license || !text) throw new Error(`${name} ${version} is bundled, but does not say its licence`)
    return { name, version, license, text }
  }
  return undefined
}

function licenseFile(folder: string): string | undefined {
  const files = readdirSync(folder)
    .filter((entry) => /^(licen[cs]e|copying|notice)/i.test(entry))
    .sort()
  if (files.length === 0) return undefined
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
}
