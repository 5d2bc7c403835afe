import { match } from '../match/index.ts'
import { listenForStop } from '../tools/stop-signal.ts'

const stop = listenForStop()
// Whoever reads the lines may have enough of them.
process.stdout.on('error', () => stop.abort())

process.exitCode = await match(stop.signal, process.argv.slice(2), {
  environment: process.env,
  // npm runs its scripts in the clone, wherever it was started.
  folder: process.env.INIT_CWD ?? process.cwd(),
  isTerminal: process.stderr.isTTY === true,
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (text) => process.stderr.write(text),
})
