import { readdir, readFile } from 'node:fs/promises'

/** Memory of a process and all its descendants, in bytes; shared memory is counted in proportion. */
export async function residentBytes(pid: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) && (await readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''))
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const belongs = (each: number): boolean => each === pid || (each > 1 && belongs(parents.get(each) ?? 0))
  const shares = [...parents.keys()].filter(belongs).map(async (each) => {
    const rollup = await readFile(`/proc/${each}/smaps_rollup`, 'utf8').catch(() => '')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024
  })
  return (await Promise.all(shares)).reduce((sum, bytes) => sum + bytes, 0)
}
