import { builtWorker } from '../../tools/built-worker.ts'

/** Makes what all files share before the first of them starts, so that no two make it at the same time. */
export default async function build(): Promise<void> {
  await builtWorker()
}
