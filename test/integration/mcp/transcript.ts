import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CallToolResult } from '@modelcontextprotocol/client'

const LONGEST = 160
const LONGEST_TEXT = 1500

/** What was asked and answered, shortened, without keys. */
export class Transcript {
  readonly #lines: string[] = []
  calls = 0

  heading(text: string): void {
    this.#lines.push(`\n## ${text}\n`)
  }

  note(text: string): void {
    this.#lines.push(text)
  }

  add(tool: string, args: Record<string, unknown>, result: CallToolResult): void {
    this.calls++
    const [content] = result.content
    const text = content?.type === 'text' ? content.text : ''
    this.#lines.push(
      `${this.calls}. ${tool} ${JSON.stringify(args, shortened)}${result.isError ? ' FAILED' : ''}`,
      ...text
        .slice(0, LONGEST_TEXT)
        .split('\n')
        .map((line) => `    ${line}`),
    )
  }

  async write(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `# ${this.calls} calls\n${this.#lines.join('\n')}\n`)
  }
}

function shortened(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > LONGEST
    ? `${value.slice(0, 24)}… (${value.length})`
    : value
}
