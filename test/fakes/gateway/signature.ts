import { createHmac, timingSafeEqual } from 'node:crypto'

/** The platform's side of both signatures, written from its documentation alone and independent of the worker. */
export type Form = Record<string, string>

export function imageSearchSign(form: Form, secret: string): string {
  return createHmac('sha1', secret).update(joined(form, 'sign')).digest('base64')
}

export function aopSignature(urlPath: string, form: Form, secret: string): string {
  const text = urlPath + joined(form, '_aop_signature')
  return createHmac('sha1', secret).update(text).digest('hex').toUpperCase()
}

export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function joined(form: Form, signature: string): string {
  const pairs = Object.keys(form)
    .filter((key) => key !== signature)
    .map((key) => Buffer.from(`${key}${form[key]}`, 'utf8'))
  return Buffer.concat(pairs.sort(Buffer.compare)).toString('utf8')
}
