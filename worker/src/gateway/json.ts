export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

type Reviver = (key: string, value: Json, context: { source?: string }) => Json

/** Leaves whole numbers beyond 2^53 as strings, with all their digits: the platform's ids are that long. */
const keepDigits: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source && /^\d+$/.test(source) ? source : value

/** Only then is it worth the time to look at every value: more than all the rest of a parse. */
const LONG_NUMBER = /[\s:,[]\d{16}/

/** `undefined` if the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    if (!LONG_NUMBER.test(text)) return JSON.parse(text)
    return JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1])
  } catch {
    return undefined
  }
}

export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}

/** A text or a number as text; empty for anything else. */
export function scalarText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
