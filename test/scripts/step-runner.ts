export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface Outcome extends Counts {
  /** Lines for the end of the run; any makes it fail. */
  remarks?: string[]
  /** Lines for the end of the run that do not make it fail. */
  notes?: string[]
}

export interface Step {
  name: string
  /** Steps that must have ended before this one starts, whether they passed or failed. */
  after?: readonly string[]
  /** Nothing runs beside it. */
  alone?: boolean
  run(write: (text: string) => void): Promise<Outcome>
}

export interface Report extends Counts {
  remarks: string[]
  notes: string[]
  timings: { name: string; seconds: number }[]
}

export interface RunnerOptions {
  atOnce?: number
  write?: (text: string) => void
}

/**
 * Runs steps side by side, in the order of the list unless they wait for others. The output of each step is kept together:
 * the step that started first prints at once, the others once all that started before them have ended.
 */
export async function runSteps(
  steps: readonly Step[],
  { atOnce = 2, write = (text) => process.stdout.write(text) }: RunnerOptions = {},
): Promise<Report> {
  const names = new Set(steps.map(({ name }) => name))
  if (names.size < steps.length) throw new Error('two steps have the same name')
  const report: Report = { passed: 0, failed: 0, skipped: 0, remarks: [], notes: [], timings: [] }
  const waiting = new Set(steps)
  const ended = new Set<string>()
  const running = new Map<Step, Promise<void>>()
  const screen = new Screen(write)
  const isReady = ({ after = [] }: Step) => after.every((name) => ended.has(name))
  const isAlone = () => [...running.keys()].some(({ alone }) => alone)

  for (const { name, after = [] } of steps)
    for (const other of after)
      if (!names.has(other)) throw new Error(`${name} waits for ${other}, which is no step`)

  while (waiting.size > 0 || running.size > 0) {
    for (const step of waiting) {
      if (running.size >= atOnce || isAlone()) break
      if (!isReady(step) || (step.alone && running.size > 0)) continue
      waiting.delete(step)
      running.set(step, start(step))
    }
    if (running.size === 0)
      throw new Error(`these wait for each other: ${[...waiting].map(({ name }) => name)}`)
    await Promise.race(running.values())
  }
  return report

  async function start(step: Step): Promise<void> {
    const startedAt = performance.now()
    const output = screen.open(`\n— ${step.name}\n`)
    const outcome = await step.run(output.write).catch((error: unknown) => {
      output.write(`${error instanceof Error ? error.stack : error}\n`)
      return failure(step.name)
    })
    output.close()
    report.passed += outcome.passed
    report.failed += outcome.failed
    report.skipped += outcome.skipped
    report.remarks.push(...(outcome.remarks ?? []))
    report.notes.push(...(outcome.notes ?? []))
    report.timings.push({ name: step.name, seconds: (performance.now() - startedAt) / 1000 })
    ended.add(step.name)
    running.delete(step)
  }
}

/** A step without tests of its own counts as one. */
export function success(): Outcome {
  return { passed: 1, failed: 0, skipped: 0 }
}

export function failure(name: string, why = ''): Outcome {
  return { passed: 0, failed: 1, skipped: 0, remarks: [`failed: ${name}${why && ` (${why})`}`] }
}

export function isGood({ failed, skipped, remarks }: Report): boolean {
  return failed === 0 && skipped === 0 && remarks.length === 0
}

/** The end of a run: the time of each step, the remarks, and the counts as the last line. */
export function summary({ timings, remarks, notes, passed, failed, skipped }: Report): string {
  const width = Math.max(...timings.map(({ name }) => name.length))
  return [
    '',
    ...timings.map(({ name, seconds }) => `${name.padEnd(width)} ${seconds.toFixed(1).padStart(6)} s`),
    ...notes,
    ...remarks,
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
    '',
  ].join('\n')
}

interface Output {
  held: string
  isOpen: boolean
}

/** Prints the outputs of several steps one after the other. */
class Screen {
  readonly #write: (text: string) => void
  /** The first one prints at once. */
  #outputs: Output[] = []

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  open(title: string): { write(text: string): void; close(): void } {
    const output: Output = { held: '', isOpen: true }
    this.#outputs.push(output)
    const add = (text: string) => {
      if (this.#outputs[0] === output) this.#write(text)
      else output.held += text
    }
    add(title)
    return {
      write: add,
      close: () => {
        output.isOpen = false
        this.#showNext()
      },
    }
  }

  #showNext(): void {
    while (this.#outputs[0]?.isOpen === false) {
      this.#outputs.shift()
      const next = this.#outputs[0]
      if (next) this.#write(next.held)
    }
  }
}
