import { aopBody, requireSuccess } from '../gateway/aop.ts'
import type { Subject } from '../gateway/business-failure.ts'
import { badResponse } from '../gateway/errors.ts'
import { asObject, type Json, type JsonObject } from '../gateway/json.ts'
import type { GatewayResponse } from '../gateway/post.ts'
import { unfolded } from './sanitize.ts'

/** Members that tell an envelope from its content. */
const MARKS = ['success', 'code', 'message', 'msg', 'errorCode', 'errorMsg']
const MOST_LAYERS = 4

/**
 * What an AOP call returned, out of its envelopes: `{"result": {"success", "code", "result"}}`, the same without the outer
 * layer, with `data` in place of `result`, or as JSON within a text.
 *
 * @param about what the call asked about
 * @throws GatewayError unless something says that the call succeeded
 */
export function readEnvelope(response: GatewayResponse, about: Subject): Json | undefined {
  let content: Json | undefined = aopBody(response)
  let isSuccess = false
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const envelope: JsonObject | undefined = asObject(content)
    if (!envelope) break
    const isMarked = MARKS.some((mark) => mark in envelope)
    if (isMarked) requireSuccess(envelope, about)
    isSuccess ||= isMarked
    if ('result' in envelope) content = unfolded(envelope.result)
    else if (isMarked && 'data' in envelope && !Array.isArray(unfolded(envelope.data)))
      content = unfolded(envelope.data)
    else break
  }
  // `{"result": []}` and `{"result": ""}` are how some say that nothing was found.
  if (!isSuccess && content !== '' && !Array.isArray(content)) throw badResponse()
  return content
}

/** The forms in which nothing was found. */
export function isNothing(value: Json | undefined): value is undefined | null | string | never[] {
  return value == null || value === '' || value === 'null' || (Array.isArray(value) && value.length === 0)
}

/**
 * The page of a search and the list in it, both empty where nothing was found.
 *
 * @throws GatewayError if it is no page
 */
export function readPage(
  found: Json | undefined,
  listName: string,
): { page: JsonObject; items: Json | undefined } {
  const page = asObject(found)
  if (page) return { page, items: page[listName] }
  if (!Array.isArray(found) && !isNothing(found)) throw badResponse()
  return { page: {}, items: found }
}
