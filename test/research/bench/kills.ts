import { killRun } from '../../integration/serve/kill-run.ts'

/** `npm run serve`, killed at random moments while it is searched at its full rate. */
export function kills() {
  return killRun({ kills: 20, say: (line) => console.log(line) })
}
