// Runs after each installation of the packages: gives the Node that was installed for this system the same place on all of
// them, node_modules/node.
import { existsSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_FOLDER, PLATFORM_PACKAGES, ROOT } from './places.mjs'

const installed = PLATFORM_PACKAGES.find((name) => existsSync(join(ROOT, 'node_modules', name)))
rmSync(NODE_FOLDER, { recursive: true, force: true })
// On Windows anyone may make a junction, but not a symbolic link; elsewhere the type means nothing.
if (installed) symlinkSync(installed, NODE_FOLDER, 'junction')
