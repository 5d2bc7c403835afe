import { programOf } from '../tools/paths.ts'
import { runNode } from '../tools/run-program.ts'

process.exit(await runNode(programOf('.', '@biomejs/biome', 'bin/biome'), ['check', '--write', '.']))
