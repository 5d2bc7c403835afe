import { readFile } from 'node:fs/promises'
import type { WxtViteConfig } from 'wxt'

type Plugin = Extract<NonNullable<WxtViteConfig['plugins']>[number], { name: string }>

/** Of what is brought along as text, for a file that people may read. */
const SCRIPTS = /[\\/]evidence[\\/]inside[\\/]\w+\.js\?raw$/

/** Takes the types out of the comments of these scripts: they are for the compiler, and 4 kB. */
export function withoutTypes(): Plugin {
  return {
    name: 'without-types',
    enforce: 'pre',
    async load(id) {
      if (!SCRIPTS.test(id)) return undefined
      const source = await readFile(id.replace(/\?raw$/, ''), 'utf8')
      return `export default ${JSON.stringify(plain(source))}`
    },
  }
}

function plain(source: string): string {
  return (
    source
      .replace(/^ *\/\*\* @.*\*\/\n/gm, '')
      .replace(/\/\*\* @type .*?\*\/ ?/g, '')
      .replace(/^ *\* @.*\n/gm, '')
      // What is left of a comment that was types alone, and the blank line before them.
      .replace(/(^ *\*\n)+(?= *\*\/)/gm, '')
      .replace(/^ *\/\*\*\n *\*\/\n/gm, '')
  )
}
