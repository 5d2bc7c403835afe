import { parseArgs } from 'node:util'
import { connectionCode, type NewClient } from '@find-on-1688/shared'
import { end, OPERATOR_OPTIONS, operatorOf, orEnd } from './operator.ts'

const { values } = parseArgs({
  options: {
    ...OPERATOR_OPTIONS,
    name: { type: 'string' },
    daily: { type: 'string' },
    'per-minute': { type: 'string' },
    expires: { type: 'string' },
  },
})
if (!values.name) end('--name says whom the key is for, such as --name "Anna, laptop"')
const operator = operatorOf(values)
const newClient: NewClient = {
  name: values.name,
  ...(values.daily && { dailySearches: Number(values.daily) }),
  ...(values['per-minute'] && { searchesPerMinute: Number(values['per-minute']) }),
  ...(values.expires && { expiresAt: timeOf(values.expires) }),
}
const { id, key } = await orEnd(operator.createClient(newClient))
console.log(`client ${id} for ${values.name}`)
console.log('Paste this into the extension’s options. It is shown only once:\n')
console.log(connectionCode({ address: operator.address, key }))

function timeOf(text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? end('--expires is a date, such as 2027-12-31') : time.toISOString()
}
