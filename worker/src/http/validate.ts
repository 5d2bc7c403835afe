import * as v from 'valibot'
import { textFrom } from '../bytes.ts'
import { unknownMember } from '../schema.ts'
import { readBody } from './body.ts'
import { invalidRequest } from './problems.ts'

/** @throws AppError `invalid_request`, naming the parts at fault; what the schema does not have is one */
export function validate<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const unknown = unknownMember(schema, input)
  if (unknown !== undefined) throw invalidRequest(`${unknown.slice(0, 50)}: is not known here.`)
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return parsed.output
  const faults = parsed.issues.map(({ path = [], message }) =>
    [path.map(({ key }) => key).join('.'), message].filter(Boolean).join(': '),
  )
  throw invalidRequest(`${faults.slice(0, 5).join('; ').slice(0, 500)}.`)
}

/** @throws AppError `invalid_request` also if a parameter is given twice: it is not clear which one counts */
export function validateQuery<T extends v.GenericSchema>(schema: T, url: string): v.InferOutput<T> {
  const query = new Map<string, string>()
  for (const [name, value] of new URL(url).searchParams) {
    if (query.has(name)) throw invalidRequest(`${name.slice(0, 50)}: is given more than once.`)
    query.set(name, value)
  }
  return validate(schema, Object.fromEntries(query))
}

/** @throws AppError `tooLarge` if the body is too large, `notJson` if it is not JSON: by default `invalid_request` */
export async function readJson(
  request: Request,
  maxBytes: number,
  {
    tooLarge = () => invalidRequest(`The body may not exceed ${maxBytes} bytes.`),
    notJson = () => invalidRequest('The body is not JSON.'),
  } = {},
): Promise<unknown> {
  const bytes = await readBody(request, maxBytes, tooLarge)
  try {
    return JSON.parse(textFrom(bytes))
  } catch {
    throw notJson()
  }
}
