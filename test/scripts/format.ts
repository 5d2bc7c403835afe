import { programOf } from './paths.ts'
import { runNode } from './run-program.ts'

process.exit(await runNode(programOf('.', '@biomejs/biome', 'bin/biome'), ['check', '--write', '.']))
