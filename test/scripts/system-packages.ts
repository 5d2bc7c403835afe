import { existsSync } from 'node:fs'
import { runProgram } from '../tools/run-program.ts'

/** What the browser stories need besides npm packages: Debian's package names, and a file of each. */
const NEEDED: Record<string, string> = {
  chromium: '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  xvfb: '/usr/bin/Xvfb',
  xdotool: '/usr/bin/xdotool',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
}

/** What the benchmark compares against. */
const COMPARED: Record<string, string> = { 'python3-pil': '/usr/lib/python3/dist-packages/PIL/Image.py' }

/**
 * The stores' pictures are in the interface's first choice of font, about as wide as those of Windows and macOS. Debian's
 * own is so much wider that texts would be cut in the pictures alone.
 */
const PICTURED: Record<string, string> = {
  'fonts-inter': '/usr/share/fonts/opentype/inter/Inter-Regular.otf',
}

/** Installs what is missing if it can, and returns a line for what is still missing. */
export async function installSystemPackages({
  forBenchmark = false,
  forStores = false,
  say = (line: string) => console.log(line),
} = {}): Promise<string[]> {
  const needed = { ...NEEDED, ...(forBenchmark && COMPARED), ...(forStores && PICTURED) }
  const missing = Object.keys(needed).filter((name) => !existsSync(needed[name] ?? ''))
  if (missing.length === 0) return []
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    return [`not installed, please do: ${missing.join(', ')} (Debian's names; their browser stories fail)`]
  say(`installing from Debian: ${missing.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    runProgram('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await apt('update', '-q')
  const code = await apt('install', '-qy', '--no-install-recommends', ...missing)
  return code === 0 ? [] : [`could not be installed: ${missing.join(', ')}`]
}
