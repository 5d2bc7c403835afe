import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** A person at a terminal. */
export interface Terminal {
  /** The answer, without spaces around it; what is hidden is not shown as it is typed. */
  ask(question: string, options?: { isHidden?: boolean }): Promise<string>
  /** Enter means yes. */
  confirm(question: string): Promise<boolean>
  /** The index of the choice; Enter means the first. */
  choose(question: string, choices: string[]): Promise<number>
}

/** `undefined` where nobody can answer: then nothing may be asked. */
export function openTerminal(): Terminal | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.env.CI) return undefined
  const ask: Terminal['ask'] = async (question, { isHidden = false } = {}) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    // With `terminal`, readline itself shows what is typed, on its output.
    const input = createInterface({
      input: process.stdin,
      output: isHidden ? nowhere : process.stdout,
      terminal: true,
    })
    // The terminal itself shows what is typed until readline has taken it over: who answers at once would see the secret.
    if (isHidden) process.stdout.write(question)
    // Ctrl-C and Ctrl-D end the input without an answer.
    const end = new Promise<undefined>((resolve) => input.once('close', () => resolve(undefined)))
    const answer = await Promise.race([input.question(isHidden ? '' : question), end])
    if (answer === undefined) leave()
    input.close()
    if (isHidden) process.stdout.write('\n')
    return answer.trim()
  }
  return {
    ask,
    confirm: async (question) => /^(y|yes|)$/i.test(await ask(`${question} [Y/n] `)),
    choose: async (question, choices) => {
      for (const [index, choice] of choices.entries()) console.log(`  ${index + 1}  ${choice}`)
      for (;;) {
        const answer = await ask(`${question} [1] `)
        const index = Number(answer || '1') - 1
        if (choices[index] !== undefined) return index
        console.log(`A number from 1 to ${choices.length}.`)
      }
    },
  }
}

function leave(): never {
  console.error('\nStopped: nothing was deployed.')
  process.exit(130)
}
