import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import GithubSlugger from 'github-slugger'
import { ROOT } from '../tools/paths.ts'
import { textOf } from './files.ts'

/** What a Markdown file says without its examples: fenced code is blanked. */
const prose = (text: string) => text.replace(/^( *)(```|~~~)[\s\S]*?^\1\2/gm, '')

/** The targets of links and pictures, without the code in which something only looks like one. */
export function linksIn(text: string): string[] {
  const plain = prose(text).replace(/`[^`\n]*`/g, '')
  const inline = [...plain.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, target]) => `${target}`)
  const html = [...plain.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target]) => `${target}`)
  const references = [...plain.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm)].map(([, target]) => `${target}`)
  return [...inline, ...html, ...references]
}

/** Why a link of a Markdown file leads nowhere; `undefined` if it leads somewhere, or out of the repository. */
export function brokenLink(file: string, target: string, read = textOf): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined
  const [path = '', anchor] = target.split('#')
  const name = path ? normalize(join(dirname(file), decodeURI(path))).replaceAll('\\', '/') : file
  if (name.startsWith('../')) return `${file}: ${target} leads out of the repository`
  if (!existsSync(join(ROOT, name))) return `${file}: there is no ${name}`
  if (anchor && name.endsWith('.md') && !anchorsOf(read(name)).includes(anchor))
    return `${file}: ${name} has no heading #${anchor}`
  return undefined
}

function anchorsOf(text: string): string[] {
  const slugger = new GithubSlugger()
  return [...prose(text).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading]) =>
    // A link in a heading counts as its text.
    slugger.slug(`${heading}`.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '')),
  )
}
